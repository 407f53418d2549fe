using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>
/// Reads news sitemaps (sitemaps.org/protocol.html with Google's news and image extensions): what a site that has no feed
/// tells search engines of its last two days.
/// </summary>
internal sealed class NewsSitemapReader
{
    /// <summary>More sitemaps than a person would wait for are not offered.</summary>
    private const int MostSitemaps = 50;

    private string? _publication;
    private string? _language;

    /// <summary>One <c>url</c> that carries <c>news:news</c>; null for any other page.</summary>
    public ParsedEntry? Entry(FeedElement url)
    {
        if (url.Child("news:news") is not { } news || news.ChildText("news:title") is not { } title || Address(url, "loc") is not { } link)
            return null;
        _publication ??= news.Child("news:publication")?.ChildText("news:name");
        _language ??= news.Child("news:publication")?.ChildText("news:language");
        var pictures = url.Children("image:image").ToList().Select(image => Address(image, "image:loc")).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return new ParsedEntry
        {
            Title = title,
            Link = link,
            Published = FeedDates.First(news, "news:publication_date"),
            Updated = FeedDates.First(url, "lastmod"),
            Categories = [.. (news.ChildText("news:keywords") ?? "").Split(',').Select(PlainText.FromHtml).Where(keyword => keyword.Length > 0).Distinct(StringComparer.Ordinal)],
            Media = pictures,
            MediaImage = pictures.FirstOrDefault(),
        };
    }

    /// <summary>The sitemap as a feed, or what to read instead where it is a list of sitemaps.</summary>
    public FeedReading Feed(FeedElement root, IReadOnlyList<ParsedEntry> entries)
    {
        if (root.Name is "sitemapindex")
            return new FeedReading(null, FeedFailure.NotAFeed, "the body lists other sitemaps") { NextAddresses = Sitemaps(root) };
        if (entries.Count == 0)
            return new FeedReading(null, FeedFailure.NotAFeed, "the body is a sitemap without news");
        return new FeedReading(new ParsedFeed { Format = FeedFormat.NewsSitemap, Title = _publication, Language = _language, Entries = entries });
    }

    /// <summary>Those that are named after news first.</summary>
    private static List<string> Sitemaps(FeedElement index) => index.Children("sitemap").ToList()
        .Select(sitemap => Address(sitemap, "loc")).OfType<string>().Distinct(StringComparer.Ordinal)
        .OrderByDescending(NamesNews).Take(MostSitemaps).ToList();

    /// <summary>Whether an address is named after news.</summary>
    public static bool NamesNews(string address) =>
        address.Contains("news", StringComparison.OrdinalIgnoreCase) || address.Contains("actu", StringComparison.OrdinalIgnoreCase);

    private static string? Address(FeedElement parent, string name) => parent.ChildText(name) is { } address ? WebAddress.Resolve(parent.Base, address) : null;
}
