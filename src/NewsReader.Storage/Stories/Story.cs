using NewsReader.Storage.Articles;

namespace NewsReader.Storage.Stories;

/// <summary>The articles that tell one event (« sujet »). A merged story stays as a row that leads to the survivor.</summary>
public sealed class Story
{
    /// <summary>The key, and the number in its address, which is permanent.</summary>
    public long Id { get; set; }

    /// <summary>The most informative title among its members, as published.</summary>
    public required string Title { get; set; }

    /// <summary>The article whose title it is.</summary>
    public long? TitleArticleId { get; set; }

    /// <summary>The section of the paper that most of its articles belong to.</summary>
    public string? Section { get; set; }

    /// <summary>When its first article was published, in UTC.</summary>
    public DateTime FirstAt { get; set; }

    /// <summary>When its last article was published, in UTC.</summary>
    public DateTime LastAt { get; set; }

    /// <summary>The story that it went into, always a survivor; null while it stands.</summary>
    public long? MergedInto { get; set; }

    /// <summary>Whether an administrator took it out of the paper; its address answers 410.</summary>
    public bool IsRemoved { get; set; }

    /// <summary>Whether an administrator put it first on the front page.</summary>
    public bool IsPinned { get; set; }

    /// <summary>Whether it is told by the built-in demonstration papers.</summary>
    public bool IsDemo { get; set; }

    /// <summary>Up to three sentences quoted from its members, each with its article.</summary>
    public IList<KeySentence> Essential { get; set; } = [];

    /// <summary>The articles that tell it.</summary>
    public IList<Article> Articles { get; } = [];
}

/// <summary>A sentence quoted from an article of a story, as published.</summary>
public sealed class KeySentence
{
    /// <summary>The article that says it.</summary>
    public long ArticleId { get; set; }

    /// <summary>Who publishes it.</summary>
    public required string Outlet { get; set; }

    /// <summary>The sentence.</summary>
    public required string Text { get; set; }
}
