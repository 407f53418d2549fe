using NewsReader.Storage.Articles;

namespace NewsReader.Storage.Sources;

/// <summary>One item of a source, as published.</summary>
public sealed class Entry
{
    /// <summary>The key.</summary>
    public long Id { get; set; }

    /// <summary>The source that carries it.</summary>
    public long SourceId { get; set; }

    /// <summary>The source that carries it.</summary>
    public Source? Source { get; set; }

    /// <summary>What tells it apart within its source: its guid; else its address; else its title and date.</summary>
    public required string Identity { get; set; }

    /// <summary>The guid as published.</summary>
    public string? Guid { get; set; }

    /// <summary>The address of the article's page as published.</summary>
    public string? Address { get; set; }

    /// <summary>The title as published.</summary>
    public string? Title { get; set; }

    /// <summary>Who wrote it, as published.</summary>
    public string? Author { get; set; }

    /// <summary>When it was published, in UTC.</summary>
    public DateTime? Published { get; set; }

    /// <summary>When it was last changed, in UTC.</summary>
    public DateTime? Updated { get; set; }

    /// <summary>When it was first seen, in UTC.</summary>
    public DateTime FirstSeen { get; set; }

    /// <summary>The article that it leads to.</summary>
    public long? ArticleId { get; set; }

    /// <summary>The article that it leads to.</summary>
    public Article? Article { get; set; }

    /// <summary>The outlet's own categories.</summary>
    public IList<string> Categories { get; set; } = [];

    /// <summary>The summary as published (HTML).</summary>
    public string? Summary { get; set; }

    /// <summary>The text that the feed itself carries (HTML), as published; last, so that a list can stop reading before it.</summary>
    public string? Content { get; set; }
}
