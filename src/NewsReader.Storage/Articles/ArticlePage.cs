namespace NewsReader.Storage.Articles;

/// <summary>An article's page as fetched, kept for a while so that a better rule extracts it again without a fetch.</summary>
public sealed class ArticlePage
{
    /// <summary>The article, one row each.</summary>
    public long ArticleId { get; set; }

    /// <summary>The article.</summary>
    public Article? Article { get; set; }

    /// <summary>Where the page came from after redirects.</summary>
    public required string FinalAddress { get; set; }

    /// <summary>The <c>Content-Type</c> header, verbatim.</summary>
    public string? ContentType { get; set; }

    /// <summary>When it was fetched, in UTC.</summary>
    public DateTime FetchedAt { get; set; }

    /// <summary>The revision of the extractor that last read it.</summary>
    public int Revision { get; set; }

    /// <summary>The bytes, compressed with Brotli.</summary>
    public required byte[] Compressed { get; set; }
}
