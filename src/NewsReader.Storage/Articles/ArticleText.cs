namespace NewsReader.Storage.Articles;

/// <summary>The text of an article: the versioned JSON of its typed blocks, never HTML.</summary>
public sealed class ArticleText
{
    /// <summary>The article, one row each.</summary>
    public long ArticleId { get; set; }

    /// <summary>The article.</summary>
    public Article? Article { get; set; }

    /// <summary>The JSON.</summary>
    public required string Body { get; set; }

    /// <summary>Whether it was read on the article's own page; else it is what the feed carried.</summary>
    public bool IsFromPage { get; set; }

    /// <summary>How each block began that was taken out of it as its outlet's furniture.</summary>
    public IList<string> Furniture { get; set; } = [];
}
