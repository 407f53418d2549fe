using System.Security.Cryptography;
using NewsReader.Newsroom.Feeds;
using NewsReader.Newsroom.Text;
using NewsReader.Web.Fetching;

namespace NewsReader.Web.Rounds;

/// <summary>A source that is due, as far as a visit needs to know it.</summary>
internal sealed record DueSource(long Id, string Address, string? ETag, string? LastModified, string? ContentHash);

/// <summary>What a visit to a source brought: the answer, and the feed in it where there is one that was not read before.</summary>
internal sealed record SourceVisit(DueSource Source, FetchResult Answer, FetchState State, string? Detail)
{
    /// <summary>The feed; null where the visit failed or nothing changed.</summary>
    public ParsedFeed? Feed { get; init; }

    /// <summary>A hash of the bytes, where bytes came.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Whether the source answered as a feed, changed or not.</summary>
    public bool IsGood => State is FetchState.Ok or FetchState.NotModified or FetchState.Moved or FetchState.Degraded;

    /// <summary>Judges an answer: the state is the fetch's own until there are bytes, and the feed reader's from there on.</summary>
    public static SourceVisit Of(DueSource source, FetchResult answer)
    {
        if (!answer.HasBody) return new SourceVisit(source, answer, answer.State, answer.Detail);
        var hash = Convert.ToHexStringLower(SHA256.HashData(answer.Body.Span));
        if (hash == source.ContentHash) return new SourceVisit(source, answer, answer.State, null) { ContentHash = hash };
        var reading = FeedReader.Read(answer.Body, answer.ContentType, WebAddress.Resolve(answer.Address, answer.ContentLocation ?? "") ?? answer.Address);
        if (reading.Feed is not { } feed)
        {
            var state = reading.Failure == FeedFailure.Unreadable ? FetchState.ParseError : FetchState.NoFeed;
            return new SourceVisit(source, answer, state, reading.Detail);
        }

        return new SourceVisit(source, answer, feed.Repairs.Count > 0 ? FetchState.Degraded : answer.State, feed.Repairs.Count > 0 ? string.Join("; ", feed.Repairs) : null)
        {
            Feed = feed,
            ContentHash = hash,
        };
    }
}
