using System.Security.Cryptography;
using NewsReader.Newsroom.Feeds;
using NewsReader.Newsroom.Text;
using NewsReader.Web.Fetching;

namespace NewsReader.Web.Rounds;

/// <summary>A source that is due, as far as a visit needs to know it.</summary>
internal sealed record DueSource(long Id, string Address)
{
    /// <summary>Some servers say « not modified » for ever: once a week a feed is asked for as if it was never read.</summary>
    private static readonly TimeSpan Believed = TimeSpan.FromDays(7);

    /// <summary>The validator of the last answer, verbatim.</summary>
    public string? ETag { get; init; }

    /// <summary>The validator of the last answer, verbatim.</summary>
    public string? LastModified { get; init; }

    /// <summary>A hash of the bytes last read.</summary>
    public string? ContentHash { get; init; }

    /// <summary>What was repaired or left out when these bytes were read; null where nothing was, or a visit failed since.</summary>
    public string? Repairs { get; init; }

    /// <summary>When it last answered as a feed, in UTC; null before the first time.</summary>
    public DateTime? LastSuccess { get; init; }

    /// <summary>What to ask for at <paramref name="now"/>.</summary>
    public FetchRequest Request(DateTime now)
    {
        var request = new FetchRequest(Address, FetchKind.Feed);
        return Week(now) == Week(LastSuccess) ? request with { ETag = ETag, LastModified = LastModified } : request;
    }

    /// <summary>The number of a week that begins at another minute for each source, so that not all are read in full at once.</summary>
    private long? Week(DateTime? time) => (time?.Ticks + Id * TimeSpan.FromMinutes(7).Ticks) / Believed.Ticks;
}

/// <summary>What a visit to a source brought: the answer, and the feed in it where there is one that was not read before.</summary>
internal sealed record SourceVisit(DueSource Source, FetchResult Answer, FetchState State, string? Detail)
{
    /// <summary>So much of a page is looked at for the feeds that it announces, in bytes: they stand in its head.</summary>
    private const int LongestHead = 512 * 1024;

    /// <summary>The feed; null where the visit failed or nothing changed.</summary>
    public ParsedFeed? Feed { get; init; }

    /// <summary>A hash of the bytes, where bytes came.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Whether the source answered as a feed, changed or not.</summary>
    public bool IsGood => State is FetchState.Ok or FetchState.NotModified or FetchState.Moved or FetchState.Degraded;

    /// <summary>Judges an answer: the state is the fetch's own until there are bytes, and the feed reader's from there on.</summary>
    /// <param name="source">The source.</param>
    /// <param name="answer">What its address answered.</param>
    /// <param name="whyRefused">Why an address is not visited; null where it may be.</param>
    public static SourceVisit Of(DueSource source, FetchResult answer, Func<string, string?> whyRefused)
    {
        if (!answer.HasBody) return new SourceVisit(source, answer, answer.State, answer.State == FetchState.NotModified ? source.Repairs : answer.Detail);
        var hash = Convert.ToHexStringLower(SHA256.HashData(answer.Body.Span));
        if (hash == source.ContentHash) return new SourceVisit(source, answer, source.Repairs is null ? answer.State : FetchState.Degraded, source.Repairs) { ContentHash = hash };
        var reading = FeedReader.Read(answer.Body, answer.ContentType, WebAddress.Resolve(answer.Address, answer.ContentLocation ?? "") ?? answer.Address);
        if (reading.Failure == FeedFailure.HtmlPage) return OfPage(source, answer, whyRefused);
        if (reading.Feed is not { } feed)
            return new SourceVisit(source, answer, reading.Failure == FeedFailure.Unreadable ? FetchState.ParseError : FetchState.NoFeed, reading.Detail);
        var repairs = string.Join("; ", answer.Repair is { } repair ? feed.Repairs.Prepend(repair) : feed.Repairs);
        return new SourceVisit(source, answer, repairs.Length > 0 ? FetchState.Degraded : answer.State, repairs.Length > 0 ? repairs : null)
        {
            Feed = feed,
            ContentHash = hash,
        };
    }

    /// <summary>A page where a feed should be: the feeds it announces are named to the administrator, never followed unasked.</summary>
    private static SourceVisit OfPage(DueSource source, FetchResult answer, Func<string, string?> whyRefused)
    {
        var html = TextDecoding.Decode(answer.Body.Span[..Math.Min(answer.Body.Length, LongestHead)], answer.ContentType, MarkupKind.Html).Text;
        var announced = FeedFinder.Find(html, answer.Address).Where(c => c.Origin == FeedCandidateOrigin.Announced).Select(c => c.Address).ToList();
        return announced switch
        {
            [] => new SourceVisit(source, answer, FetchState.NoFeed, "the body is an HTML page"),
            [var only] when whyRefused(only) is { } why => new SourceVisit(source, answer, FetchState.Refused, $"the page has its feed at {only}: {why}"),
            [var first, ..] => new SourceVisit(source, answer, FetchState.NoFeed, $"the body is an HTML page, which announces the feed {first}"),
        };
    }
}
