using System.Text;
using NewsReader.Newsroom.Feeds;
using NewsReader.Newsroom.Text;
using NewsReader.Web.Fetching;

namespace NewsReader.Web.Adding;

/// <summary>From what a person types to the feeds that can be followed, each read once; or to the plain reason why there is none.</summary>
public sealed class SourceFinder(PageClient pages, FollowedSources followed, TimeProvider clock)
{
    /// <summary>More feeds than a person would choose from are not read.</summary>
    private const int MostFeeds = 8;

    /// <summary>How long a person is left waiting, in all.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    /// <summary>Visits the address, then the feeds that its page names, then its site's front page, the usual places of feeds, and its news sitemaps.</summary>
    /// <param name="typed">A site, a section, an article or a feed, with or without a scheme, or words around one.</param>
    /// <param name="cancel">The person went away.</param>
    public async Task<SourceFinding> FindAsync(string? typed, CancellationToken cancel = default)
    {
        if (TypedAddress.HasUser(typed)) return None(Trouble.CarriesPassword());
        var addresses = TypedAddress.Candidates(typed);
        if (addresses.Count == 0) return None(Trouble.NotAnAddress(typed ?? ""));
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            return await FromFirstAsync(await FirstAnswerAsync(addresses, either.Token), either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return None(Trouble.TooSlow());
        }
    }

    private async Task<SourceFinding> FromFirstAsync(FetchResult first, CancellationToken cancel)
    {
        if (!first.HasBody) return None(Trouble.Of(first, clock.GetUtcNow()));
        var reading = Read(first);
        if (reading.Feed is { } feed) return await JudgeAsync([Found(first.MovedTo ?? first.Address, feed)], cancel);
        var host = new Uri(first.Address).Host;
        if (reading.NextAddresses is { Count: > 0 } sitemaps && await ReadAllAsync(sitemaps, cancel) is { Count: > 0 } listed) return await JudgeAsync(listed, cancel);
        if (reading.Failure != FeedFailure.HtmlPage) return None(Trouble.Of(reading, host));

        var html = Html(first);
        var found = await FromPageAsync(first, html, [FeedCandidateOrigin.Announced, FeedCandidateOrigin.Linked], cancel);
        if (found.Count == 0) found = await FromFrontPageAsync(first, cancel);
        if (found.Count == 0) found = await FromPageAsync(first, html, [FeedCandidateOrigin.WellKnown], cancel);
        if (found.Count == 0) found = await FromRobotsAsync(first, cancel);
        if (found.Count == 0) found = await FromPageAsync(first, html, [FeedCandidateOrigin.NewsSitemap], cancel);
        if (found.Count > 0) return await JudgeAsync(found, cancel);
        return None(RobotWall.IsOne(html) ? Trouble.Wall(host) : Trouble.NoFeed(host));
    }

    /// <summary>The feeds of the first way to find one that gives any: what a page announces makes what it merely links to superfluous.</summary>
    private async Task<IReadOnlyList<FoundFeed>> FromPageAsync(FetchResult page, string html, FeedCandidateOrigin[] origins, CancellationToken cancel)
    {
        var candidates = FeedFinder.Find(html, page.Address);
        foreach (var origin in origins)
        {
            var found = await ReadAllAsync([.. candidates.Where(c => c.Origin == origin).Select(c => c.Address)], cancel);
            if (found.Count > 0) return found;
        }

        return [];
    }

    private async Task<IReadOnlyList<FoundFeed>> FromFrontPageAsync(FetchResult page, CancellationToken cancel)
    {
        var front = new Uri(new Uri(page.Address), "/").AbsoluteUri;
        if (front.Equals(page.Address, StringComparison.Ordinal)) return [];
        var result = await pages.GetAsync(new FetchRequest(front, FetchKind.Page), cancel);
        return result.HasBody ? await FromPageAsync(result, Html(result), [FeedCandidateOrigin.Announced, FeedCandidateOrigin.Linked], cancel) : [];
    }

    /// <summary>What a site tells search engines of its sitemaps is surer than a guess where they are.</summary>
    private async Task<IReadOnlyList<FoundFeed>> FromRobotsAsync(FetchResult page, CancellationToken cancel)
    {
        var result = await pages.GetAsync(new FetchRequest(new Uri(new Uri(page.Address), "/robots.txt").AbsoluteUri, FetchKind.Robots), cancel);
        if (!result.HasBody) return [];
        var named = FeedFinder.FindInRobots(Encoding.UTF8.GetString(result.Body.Span), result.Address);
        return await ReadAllAsync([.. named.Select(c => c.Address)], cancel);
    }

    /// <summary>Without a scheme https comes first, and http only where nothing answers there.</summary>
    private async Task<FetchResult> FirstAnswerAsync(IReadOnlyList<string> addresses, CancellationToken cancel)
    {
        var first = await pages.GetAsync(new FetchRequest(addresses[0], FetchKind.Page), cancel);
        if (addresses.Count == 1 || first.Cause is not (FetchCause.Connection or FetchCause.Certificate or FetchCause.NotHttp or FetchCause.Truncated)) return first;
        var second = await pages.GetAsync(new FetchRequest(addresses[1], FetchKind.Page), cancel);
        return second.HasBody ? second : first;
    }

    private async Task<IReadOnlyList<FoundFeed>> ReadAllAsync(IReadOnlyList<string> addresses, CancellationToken cancel)
    {
        var read = await Task.WhenAll(addresses.Take(MostFeeds).Select(address => ReadOneAsync(address, cancel)));
        return [.. read.OfType<FoundFeed>().DistinctBy(feed => SourceToFollow.Key(feed.Address), StringComparer.Ordinal)];
    }

    private async Task<FoundFeed?> ReadOneAsync(string address, CancellationToken cancel)
    {
        var result = await pages.GetAsync(new FetchRequest(address, FetchKind.Feed), cancel);
        if (!result.HasBody) return null;
        var reading = Read(result);
        if (reading.Feed is { } feed) return Found(result.MovedTo ?? address, feed);
        // An index of sitemaps names that of the news first; the one it names is read, never what that may list in turn.
        if (reading.NextAddresses is not [var sitemap, ..]) return null;
        var named = await pages.GetAsync(new FetchRequest(sitemap, FetchKind.Feed), cancel);
        return named.HasBody && Read(named).Feed is { } news ? Found(named.MovedTo ?? sitemap, news) : null;
    }

    /// <summary>Tells which are followed already, and puts the one to follow first.</summary>
    private async Task<SourceFinding> JudgeAsync(IReadOnlyList<FoundFeed> found, CancellationToken cancel)
    {
        List<FoundFeed> judged = [];
        foreach (var feed in found) judged.Add(feed with { FollowedAs = await followed.FollowedAsAsync(feed.Address, cancel) });
        if (judged.All(feed => feed.Entries == 0)) return None(Trouble.EmptyFeed());
        if (judged is [{ FollowedAs: { } name }]) return None(Trouble.AlreadyFollowed(name));

        // The page's own order decides among equals: a site names its main feed first. A silent feed is one that was forgotten.
        var fresh = clock.GetUtcNow().UtcDateTime.AddDays(-30);
        List<FoundFeed> ordered = [.. judged.OrderBy(f => f.Entries == 0).ThenBy(f => f.IsComments).ThenBy(f => f.LatestAt < fresh)];
        var best = ordered.FindIndex(feed => feed is { FollowedAs: null, IsComments: false, Entries: > 0 });
        if (best >= 0) ordered[best] = ordered[best] with { IsRecommended = true };
        return new SourceFinding([.. ordered.OrderByDescending(f => f.IsRecommended)], null);
    }

    private FoundFeed Found(string address, ParsedFeed feed)
    {
        var now = clock.GetUtcNow();
        var dates = feed.Entries.Select(e => e.Published ?? e.Updated).OfType<DateTimeOffset>().Where(date => date <= now.AddDays(1)).ToList();
        var latest = feed.Entries.MaxBy(e => e.Published ?? e.Updated) ?? (feed.Entries is [var first, ..] ? first : null);
        return new FoundFeed(address, feed.Entries.Count)
        {
            Title = feed.Title,
            Site = feed.Link,
            ArticlesPerDay = dates.Count < 2 ? null : dates.Count / Math.Max((now - dates.Min()).TotalDays, 1.0 / 24),
            LatestTitle = latest?.Title is { } title ? PlainText.FromHtml(title) : null,
            LatestAt = dates.Count == 0 ? null : dates.Max().UtcDateTime,
            IsComments = (feed.Title + " " + address).Contains("comment", StringComparison.OrdinalIgnoreCase),
        };
    }

    private static FeedReading Read(FetchResult result) => FeedReader.Read(result.Body, result.ContentType, result.ContentLocation ?? result.Address);

    private static string Html(FetchResult result) => TextDecoding.Decode(result.Body.Span, result.ContentType, MarkupKind.Html).Text;

    private static SourceFinding None(Trouble trouble) => new([], trouble);
}
