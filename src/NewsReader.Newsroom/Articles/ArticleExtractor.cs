namespace NewsReader.Newsroom.Articles;

/// <summary>x</summary>
public static class ArticleExtractor
{
    /// <summary>x</summary>
    public static Extraction Extract(ReadOnlySpan<byte> page, string? contentType, string address, string? feedTitle = null) => new(null, "x");
}
