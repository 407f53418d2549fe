namespace NewsReader.Storage.Articles;

/// <summary>A picture that a round recorded for an article; only such pictures are served, from our own origin.</summary>
public sealed class ArticleImage
{
    /// <summary>The key, and the number in its address.</summary>
    public long Id { get; set; }

    /// <summary>The article that it belongs to.</summary>
    public long ArticleId { get; set; }

    /// <summary>The article that it belongs to.</summary>
    public Article? Article { get; set; }

    /// <summary>The outlet's address of it.</summary>
    public required string Address { get; set; }

    /// <summary>Its width in pixels, as stated by the page or measured.</summary>
    public int? Width { get; set; }

    /// <summary>Its height in pixels, as stated by the page or measured.</summary>
    public int? Height { get; set; }
}

/// <summary>The bytes of a picture, once a reader asked for it.</summary>
public sealed class ImageContent
{
    /// <summary>The picture, one row each.</summary>
    public long ImageId { get; set; }

    /// <summary>The picture.</summary>
    public ArticleImage? Image { get; set; }

    /// <summary>The media type, judged by the bytes.</summary>
    public required string ContentType { get; set; }

    /// <summary>When it was fetched, in UTC.</summary>
    public DateTime FetchedAt { get; set; }

    /// <summary>The bytes as fetched.</summary>
    public required byte[] Bytes { get; set; }
}
