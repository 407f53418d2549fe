namespace NewsReader.Newsroom.Feeds;

/// <summary>What a feed says, whatever its format, as published: texts decoded, addresses absolute, times in UTC.</summary>
public sealed record ParsedFeed
{
    /// <summary>The format that the document turned out to be.</summary>
    public required FeedFormat Format { get; init; }

    /// <summary>The label of the character encoding that was used, in lower case (« utf-8 », « windows-1252 »).</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>The feed's title, as plain text.</summary>
    public string? Title { get; init; }

    /// <summary>The address of the site that the feed belongs to.</summary>
    public string? Link { get; init; }

    /// <summary>What the feed says of itself.</summary>
    public string? Description { get; init; }

    /// <summary>The language tag as published (« fr », « fr-FR »).</summary>
    public string? Language { get; init; }

    /// <summary>Who answers for the feed.</summary>
    public string? Author { get; init; }

    /// <summary>The feed's own identifier.</summary>
    public string? Id { get; init; }

    /// <summary>When the feed says that it was published.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When the feed says that it last changed.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The address of the feed's logo.</summary>
    public string? Image { get; init; }

    /// <summary>The entries in the feed's own order.</summary>
    public IReadOnlyList<ParsedEntry> Entries { get; init; } = [];

    /// <summary>What had to be repaired or left out to read the feed, one plain English clause each; empty for a sound feed.</summary>
    public IReadOnlyList<string> Repairs { get; init; } = [];
}

/// <summary>One item of a feed, as published.</summary>
public sealed record ParsedEntry
{
    /// <summary>The identifier that the feed gives (RSS <c>guid</c>, Atom <c>id</c>, JSON Feed <c>id</c>).</summary>
    public string? Guid { get; init; }

    /// <summary>The title; markup as the feed carries it.</summary>
    public string? Title { get; init; }

    /// <summary>The absolute address of the article's page.</summary>
    public string? Link { get; init; }

    /// <summary>When the entry was first published, in UTC.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When the entry last changed, in UTC.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Who wrote it, names joined by « , ».</summary>
    public string? Author { get; init; }

    /// <summary>The short text, as HTML; never to be shown unread by <c>ArticleHtml</c>.</summary>
    public string? Summary { get; init; }

    /// <summary>The full text where the feed carries it, as HTML; never to be shown unread by <c>ArticleHtml</c>.</summary>
    public string? Content { get; init; }

    /// <summary>The outlet's own categories, as plain text.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The files that come with the entry.</summary>
    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];

    /// <summary>Addresses of <c>media:content</c> and its like.</summary>
    public IReadOnlyList<string> Media { get; init; } = [];

    /// <summary>The one picture that stands for the entry, if any.</summary>
    public string? MediaImage { get; init; }
}

/// <summary>A file attached to an entry: its address, media type and length in bytes, as published.</summary>
public sealed record Enclosure(string Url, string? Type, string? Length);

/// <summary>The feed formats that are read.</summary>
public enum FeedFormat
{
    /// <summary>RSS 0.9x or 2.0.</summary>
    Rss,

    /// <summary>RSS 0.90 or 1.0, on RDF.</summary>
    Rdf,

    /// <summary>Atom 0.3 or 1.0.</summary>
    Atom,

    /// <summary>JSON Feed 1.0 or 1.1.</summary>
    Json,

    /// <summary>A news sitemap: sitemaps.org 0.9 with the news extension.</summary>
    NewsSitemap,
}

/// <summary>The outcome of reading bytes as a feed: a feed, or the reason why there is none.</summary>
/// <param name="Feed">What was read; null where the bytes are no feed or cannot be read.</param>
/// <param name="Failure">Why there is no feed.</param>
/// <param name="Detail">The failure in a plain English clause, with the line where one is known.</param>
public sealed record FeedReading(ParsedFeed? Feed, FeedFailure Failure = FeedFailure.None, string? Detail = null)
{
    /// <summary>Addresses to read instead, the likeliest first, where the body only lists them (an index of sitemaps).</summary>
    public IReadOnlyList<string> NextAddresses { get; init; } = [];
}

/// <summary>Why bytes gave no feed.</summary>
public enum FeedFailure
{
    /// <summary>There is a feed.</summary>
    None,

    /// <summary>The body is empty.</summary>
    Empty,

    /// <summary>The body is an HTML page.</summary>
    HtmlPage,

    /// <summary>The body is something else that was never a feed.</summary>
    NotAFeed,

    /// <summary>The body is a feed that cannot be read.</summary>
    Unreadable,
}
