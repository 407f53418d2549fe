namespace NewsReader.Newsroom.Articles;

/// <summary>What is known of a page beside its bytes.</summary>
public sealed record PageHints
{
    /// <summary>Nothing is known.</summary>
    public static readonly PageHints None = new();

    /// <summary>The title that the feed gave, which helps to tell the headline.</summary>
    public string? FeedTitle { get; init; }

    /// <summary>What a person laid down for the pages of this outlet.</summary>
    public OutletRules Rules { get; init; } = OutletRules.None;

    /// <summary>What the outlet is known to set on page after page.</summary>
    public OutletTemplate Template { get; init; } = OutletTemplate.Empty;

    /// <summary>Which page of its article this is, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Where to write down how the extraction comes about; null where nobody asks.</summary>
    public ExtractionTrace? Trace { get; init; }
}
