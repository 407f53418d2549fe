namespace NewsReader.Web.Adding;

/// <summary>A feed that was found and read once.</summary>
/// <param name="Address">The address to follow.</param>
/// <param name="Entries">How many entries it has now.</param>
public sealed record FoundFeed(string Address, int Entries)
{
    /// <summary>The title that the feed gives itself.</summary>
    public string? Title { get; init; }

    /// <summary>The site that the feed says it belongs to.</summary>
    public string? Site { get; init; }

    /// <summary>How many articles a day its entries make, from the oldest one to now; null where they have no dates.</summary>
    public double? ArticlesPerDay { get; init; }

    /// <summary>The title of its latest entry.</summary>
    public string? LatestTitle { get; init; }

    /// <summary>When its latest entry was published, in UTC.</summary>
    public DateTime? LatestAt { get; init; }

    /// <summary>Whether it carries readers' comments rather than articles.</summary>
    public bool IsComments { get; init; }

    /// <summary>The outlet for which it is followed already; null where it is not.</summary>
    public string? FollowedAs { get; init; }

    /// <summary>Whether it is the one to follow among those that were found.</summary>
    public bool IsRecommended { get; init; }
}

/// <summary>What an address led to: feeds, best first, or the reason why there is none.</summary>
/// <param name="Feeds">The feeds that can be followed, best first; empty where there is a trouble.</param>
/// <param name="Trouble">Why there is none.</param>
public sealed record SourceFinding(IReadOnlyList<FoundFeed> Feeds, Trouble? Trouble);
