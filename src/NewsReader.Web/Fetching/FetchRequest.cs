namespace NewsReader.Web.Fetching;

/// <summary>One visit to make.</summary>
/// <param name="Url">The absolute address.</param>
/// <param name="Kind">What is expected there.</param>
public sealed record FetchRequest(string Url, FetchKind Kind)
{
    /// <summary>The entity tag that this address gave last time; sent back as it came.</summary>
    public string? ETag { get; init; }

    /// <summary>The modification date that this address gave last time; sent back as it came.</summary>
    public string? LastModified { get; init; }
}

/// <summary>What a visit is for: it decides what is asked for and how many bytes are taken.</summary>
public enum FetchKind
{
    /// <summary>A feed or a news sitemap.</summary>
    Feed,

    /// <summary>A page for people.</summary>
    Page,

    /// <summary>A picture. One that no page may show (SVG, HTML under a picture's name) is refused.</summary>
    Image,

    /// <summary>A host's robots.txt.</summary>
    Robots,
}
