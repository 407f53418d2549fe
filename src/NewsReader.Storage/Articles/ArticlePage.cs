namespace NewsReader.Storage.Articles;

/// <summary>A page of an article as fetched, kept for a while so that a better rule extracts it again without a fetch.</summary>
public sealed class ArticlePage
{
    /// <summary>The article.</summary>
    public long ArticleId { get; set; }

    /// <summary>Which page of the article this is, from 1; most have one.</summary>
    public int Number { get; set; } = 1;

    /// <summary>The article.</summary>
    public Article? Article { get; set; }

    /// <summary>Where the page came from after redirects.</summary>
    public required string FinalAddress { get; set; }

    /// <summary>The <c>Content-Type</c> header, verbatim.</summary>
    public string? ContentType { get; set; }

    /// <summary>When it was fetched, in UTC.</summary>
    public DateTime FetchedAt { get; set; }

    /// <summary>The revision of the extractor that last read it; 0 where it is to be read again.</summary>
    public int Revision { get; set; }

    /// <summary>Whether the outlet's template has learnt from it.</summary>
    public bool IsLearnt { get; set; }

    /// <summary>The bytes, compressed with Brotli.</summary>
    public required byte[] Compressed { get; set; }
}
