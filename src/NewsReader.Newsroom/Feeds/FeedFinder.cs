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
}

/// <summary>Finds the feeds of a page from its markup. Fetches nothing: what must be tried is among the candidates.</summary>
public static class FeedFinder
{
    private const int MostCandidates = 60;

    private static readonly string[] FeedTypes =
        ["application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/xml", "text/xml"];

    /// <summary>WordPress and its like, static sites, SPIP, Drupal, and plain habits.</summary>
    private static readonly string[] WellKnownPaths =
        ["/feed/", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed", "/spip.php?page=backend", "/rss/une.xml", "/?feed=rss2", "/feed.json"];

    private static readonly string[] FeedEndings = [".rss", ".atom", ".rdf", "/feed", "/feed/", "/rss", "/rss/", "/atom", "/atom/", "rss.xml", "feed.xml", "atom.xml", "feed.json", "page=backend"];

    private static readonly string[] FeedHosts = ["feedburner.com", "feedblitz.com"];

    /// <summary>The candidates of a page, best first: announced, then linked, then well-known, feeds of comments last of theirs.</summary>
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
        return found.Concat(WellKnown(address))
            .DistinctBy(candidate => WebAddress.Canonical(candidate.Address), StringComparer.Ordinal)
            .OrderBy(candidate => candidate.Origin)
            .ThenBy(IsOfComments)
            .ToList();
    }

    private static FeedCandidate? Candidate(PageTag tag, string origin, string page)
    {
        if (tag["href"] is not { Length: > 0 } href || WebAddress.Resolve(origin, href.Replace("feed://", "http://", StringComparison.OrdinalIgnoreCase)) is not { } address)
            return null;
        if (tag.Name is "link")
            return IsAnnounced(tag) ? new FeedCandidate(address, Title(tag["title"]), FeedCandidateOrigin.Announced) : null;
        return LooksLikeFeed(address, page) ? new FeedCandidate(address, Title(tag["title"]) ?? Title(tag.Text), FeedCandidateOrigin.Linked) : null;
    }

    private static bool IsAnnounced(PageTag link)
    {
        string[] relations = (link["rel"] ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        string type = (link["type"] ?? "").Split(';')[0].Trim();
        return relations.Contains("feed", StringComparer.OrdinalIgnoreCase)
            || (relations.Contains("alternate", StringComparer.OrdinalIgnoreCase) && FeedTypes.Contains(type, StringComparer.OrdinalIgnoreCase));
    }

    private static bool LooksLikeFeed(string address, string page)
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
        return isOwn && (isListedXml || FeedEndings.Any(ending => link.PathAndQuery.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<FeedCandidate> WellKnown(string address) => WellKnownPaths
        .Select(path => WebAddress.Resolve(address, path))
        .OfType<string>()
        .Select(guess => new FeedCandidate(guess, null, FeedCandidateOrigin.WellKnown));

    private static bool IsOfComments(FeedCandidate candidate) =>
        candidate.Address.Contains("comment", StringComparison.OrdinalIgnoreCase) || candidate.Title?.Contains("comment", StringComparison.OrdinalIgnoreCase) == true;

    private static string? Title(string? published) => published is not null && PlainText.FromHtml(published) is { Length: > 0 } title ? title : null;
}
