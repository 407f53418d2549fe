using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>An address where a page's feed may be.</summary>
/// <param name="Address">The absolute address.</param>
/// <param name="Title">What the page calls it, as plain text; null where it does not.</param>
/// <param name="Origin">How it was found.</param>
public sealed record FeedCandidate(string Address, string? Title, FeedCandidateOrigin Origin);

/// <summary>How a feed's address was found, the surest first.</summary>
public enum FeedCandidateOrigin
{
    /// <summary>The page announces it: <c>link rel="alternate"</c> with the type of a feed (WHATWG HTML, 4.6.7.1).</summary>
    Announced,

    /// <summary>A link that readers see leads to what looks like a feed.</summary>
    Linked,

    /// <summary>An address where sites usually have one: to be fetched before it is shown to anybody.</summary>
    WellKnown,

    /// <summary>A news sitemap, announced or where sites usually have one: a source where there is no feed.</summary>
    NewsSitemap,
}

/// <summary>Finds the feeds of a page from its markup. Fetches nothing: what must be tried is among the candidates.</summary>
public static class FeedFinder
{
    private const int MostCandidates = 60;

    /// <summary>Some sites name hundreds, one for each day of their archive.</summary>
    private const int MostSitemaps = 4;

    private const string SitemapField = "sitemap";

    private static readonly string[] FeedTypes =
        ["application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/xml", "text/xml"];

    private static readonly string[] FeedSchemes = ["feed:", "podcast:", "itpc:", "pcast:"];

    private static readonly string[] FeedEndings = [".rss", ".atom", ".rdf", "/feed", "/feed/", "/rss", "/rss/", "/atom", "/atom/", "rss.xml", "feed.xml", "atom.xml", "feed.json", "page=backend", "format=feed", "type=rss", "feed=rss2", "format=rss", "alt=rss"];

    private static readonly string[] FeedHosts = ["feedburner.com", "feedblitz.com"];

    /// <summary>What readers see on a link to a feed, whatever its address.</summary>
    private static readonly string[] FeedWords = ["rss", "atom", "flux rss", "fil rss", "rss 2.0", "flux atom", "s'abonner au flux rss", "syndication"];

    /// <summary>The candidates of a page, best first: announced, then linked, then well-known, then news sitemaps; feeds of comments last of theirs.</summary>
    /// <param name="html">The page; any text is accepted.</param>
    /// <param name="address">The page's own address, after redirects.</param>
    public static IReadOnlyList<FeedCandidate> Find(string html, string address)
    {
        string origin = address;
        var found = new List<FeedCandidate>();
        foreach (PageTag tag in PageTag.In(html, "base", "link", "a"))
        {
            if (found.Count >= MostCandidates)
                break;
            if (tag.Name is "base")
                origin = tag["href"] is { } own ? WebAddress.Resolve(address, own) ?? origin : origin;
            else if (Candidate(tag, origin, address) is { } candidate)
                found.Add(candidate);
        }
        return found
            .Concat(WellKnownFeeds.Of(html, address).Select(guess => new FeedCandidate(guess, null, FeedCandidateOrigin.WellKnown)))
            .Concat(WellKnownFeeds.Sitemaps(address).Select(guess => new FeedCandidate(guess, null, FeedCandidateOrigin.NewsSitemap)))
            .DistinctBy(candidate => WebAddress.Canonical(candidate.Address), StringComparer.Ordinal)
            .OrderBy(candidate => candidate.Origin)
            .ThenBy(IsOfComments)
            .ToList();
    }

    /// <summary>The sitemaps that a site's robots.txt names (sitemaps.org/protocol.html, « Submitting »), those named after news first; few enough to try each.</summary>
    /// <param name="robots">The file; any text is accepted.</param>
    /// <param name="address">The file's own address.</param>
    public static IReadOnlyList<FeedCandidate> FindInRobots(string robots, string address) => robots.Split('\n', '\r')
        .Select(line => line.Split('#')[0].Split(':', 2, StringSplitOptions.TrimEntries))
        .Where(field => field is [var name, { Length: > 0 }] && name.TrimStart('\uFEFF').Equals(SitemapField, StringComparison.OrdinalIgnoreCase))
        .Select(field => WebAddress.Resolve(address, field[1]))
        .OfType<string>()
        .DistinctBy(WebAddress.Canonical, StringComparer.Ordinal)
        .OrderByDescending(NewsSitemapReader.NamesNews)
        .Take(MostSitemaps)
        .Select(sitemap => new FeedCandidate(sitemap, null, FeedCandidateOrigin.NewsSitemap))
        .ToList();

    /// <summary>The address behind <c>feed:</c> and its like, which no browser opens: « feed:https://… » and « feed://… ».</summary>
    internal static string WithoutFeedScheme(string link)
    {
        string address = link.Trim();
        foreach (string scheme in FeedSchemes)
        {
            if (!address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                continue;
            string rest = address[scheme.Length..];
            return rest.StartsWith("//", StringComparison.Ordinal) ? $"http:{rest}" : rest;
        }
        return address;
    }

    private static FeedCandidate? Candidate(PageTag tag, string origin, string page)
    {
        if (tag["href"] is not { Length: > 0 } href || WebAddress.Resolve(origin, WithoutFeedScheme(href)) is not { } address)
            return null;
        if (tag.Name is "link")
            return Announced(tag, address, page) is { } kind ? new FeedCandidate(address, Title(tag["title"]), kind) : null;
        string? title = Title(tag["title"]) ?? Title(tag.Text);
        bool isNamed = FeedTypes.Contains(tag["type"], StringComparer.OrdinalIgnoreCase) || FeedWords.Contains(Title(tag.Text), StringComparer.OrdinalIgnoreCase);
        return LooksLikeFeed(address, page, isNamed) ? new FeedCandidate(address, title, FeedCandidateOrigin.Linked) : null;
    }

    private static FeedCandidateOrigin? Announced(PageTag link, string address, string page)
    {
        string[] relations = (link["rel"] ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        string type = (link["type"] ?? "").Split(';')[0].Trim();
        if (relations.Contains("sitemap", StringComparer.OrdinalIgnoreCase))
            return FeedCandidateOrigin.NewsSitemap;
        if (relations.Contains("feed", StringComparer.OrdinalIgnoreCase))
            return FeedCandidateOrigin.Announced;
        // Without a type, or with JSON's, an alternate is as often another language or an interface for programs.
        bool isFeed = FeedTypes.Contains(type, StringComparer.OrdinalIgnoreCase)
            || (type is "" or "application/json" && link["hreflang"] is null && LooksLikeFeed(address, page, isNamed: false));
        return isFeed && relations.Contains("alternate", StringComparer.OrdinalIgnoreCase) ? FeedCandidateOrigin.Announced : null;
    }

    private static bool LooksLikeFeed(string address, string page, bool isNamed)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? link) || !Uri.TryCreate(page, UriKind.Absolute, out Uri? here))
            return false;
        string site = WebAddress.Site(link.Host);
        if (FeedHosts.Contains(site, StringComparer.Ordinal))
            return true;
        // « Add to … » buttons of other sites carry the address of a feed too.
        bool isOwn = site.Equals(WebAddress.Site(here.Host), StringComparison.Ordinal);
        bool isListedXml = link.AbsolutePath.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            && (address.Contains("rss", StringComparison.OrdinalIgnoreCase) || address.Contains("feed", StringComparison.OrdinalIgnoreCase) || address.Contains("flux", StringComparison.OrdinalIgnoreCase));
        return isOwn && (isNamed || isListedXml || FeedEndings.Any(ending => link.PathAndQuery.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool IsOfComments(FeedCandidate candidate) =>
        candidate.Address.Contains("comment", StringComparison.OrdinalIgnoreCase) || candidate.Title?.Contains("comment", StringComparison.OrdinalIgnoreCase) == true;

    private static string? Title(string? published) => published is not null && PlainText.FromHtml(published) is { Length: > 0 } title ? title : null;
}
