namespace NewsReader.Storage.Articles;

/// <summary>What an article said before its outlet edited it. What it says now is in <see cref="Article"/> and <see cref="ArticleText"/>.</summary>
public sealed class ArticleVersion
{
    /// <summary>The key; later versions have higher ones.</summary>
    public long Id { get; set; }

    /// <summary>The article.</summary>
    public long ArticleId { get; set; }

    /// <summary>The article.</summary>
    public Article? Article { get; set; }

    /// <summary>The headline as published.</summary>
    public required string Title { get; set; }

    /// <summary>The JSON of the text, as in <see cref="ArticleText.Body"/>; null where none was kept.</summary>
    public string? Body { get; set; }

    /// <summary>When it was seen to be replaced, in UTC.</summary>
    public DateTime ReplacedAt { get; set; }
}
