using System.Text.RegularExpressions;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>Where sites have their feeds without saying so, by the program that makes them.</summary>
internal static partial class WellKnownFeeds
{
    /// <summary>What gives a program away in a page, and where it puts its feeds; relative paths start from the page itself.</summary>
    private static readonly (string[] Marks, string[] Paths)[] Programs =
    [
        (["/wp-content/", "/wp-includes/", "/wp-json/", "content=\"wordpress"], ["/feed/"]),
        (["spip.php", "content=\"spip", "class=\"spip", "/plugins-dist/"], ["/spip.php?page=backend", "/?page=backend"]),
        (["/sites/default/files/", "data-drupal-", "content=\"drupal", "drupal.settings"], ["/rss.xml"]),
        (["content=\"hugo"], ["index.xml", "/index.xml"]),
        (["content=\"ghost", "/ghost/api/"], ["/rss/"]),
        (["content=\"joomla", "/media/jui/", "/components/com_"], ["?format=feed&type=rss", "/?format=feed&type=rss"]),
        (["content=\"jekyll", "content=\"eleventy", "content=\"astro", "content=\"gatsby"], ["/feed.xml", "/rss.xml"]),
        (["content=\"blogger", ".blogspot.com"], ["/feeds/posts/default?alt=rss"]),
        (["content=\"dotclear"], ["/feed/atom", "/feed/rss2"]),
        (["content=\"typo3"], ["/rss.xml", "/?type=9818"]),
        (["content=\"wix.com", "static.wixstatic.com"], ["/blog-feed.xml"]),
        (["static1.squarespace.com"], ["?format=rss", "/blog?format=rss"]),
        (["over-blog", "overblog"], ["/rss"]),
        (["substackcdn.com"], ["/feed"]),
    ];

    /// <summary>Where any site may have one.</summary>
    private static readonly string[] Anywhere =
        ["/feed/", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed", "/spip.php?page=backend", "/rss/une.xml", "/?feed=rss2", "/feed.json"];

    private static readonly string[] NewsSitemaps =
        ["/sitemap-news.xml", "/news-sitemap.xml", "/sitemap_news.xml", "/sitemaps/news.xml", "/googlenews.xml", "/sitemap.xml"];

    /// <summary>The addresses to try, the likeliest first.</summary>
    /// <param name="html">The page.</param>
    /// <param name="address">The page's own address.</param>
    public static IEnumerable<string> Of(string html, string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? page))
            return [];
        var likely = Programs.Where(program => program.Marks.Any(mark => html.Contains(mark, StringComparison.OrdinalIgnoreCase))).ToList();
        bool isWordPress = likely.Exists(program => program.Paths is ["/feed/"]);
        return OfPlatform(html, page)
            .Concat(isWordPress && SectionOfWordPress(page.AbsolutePath) ? [$"{page.AbsolutePath.TrimEnd('/')}/feed/"] : [])
            .Concat(SectionOfSpip(page))
            .Concat(likely.SelectMany(program => program.Paths)).Concat(Anywhere)
            .Select(path => WebAddress.Resolve(address, path)).OfType<string>();
    }

    /// <summary>Where sites tell search engines of their news.</summary>
    public static IEnumerable<string> Sitemaps(string address) => NewsSitemaps.Select(path => WebAddress.Resolve(address, path)).OfType<string>();

    /// <summary>Platforms whose feeds are told by the address alone, or by a mark of the channel in the page.</summary>
    private static IEnumerable<string> OfPlatform(string html, Uri page)
    {
        string path = page.AbsolutePath.TrimEnd('/');
        switch (WebAddress.Site(page.Host))
        {
            case "youtube.com" when Playlist().Match(page.Query) is { Success: true } list:
                yield return $"https://www.youtube.com/feeds/videos.xml?playlist_id={list.Groups["id"].Value}";
                break;
            case "youtube.com" when Channel().Match(path + html) is { Success: true } channel:
                yield return $"https://www.youtube.com/feeds/videos.xml?channel_id={channel.Groups["id"].Value}";
                break;
            case "reddit.com" when path.Length > 0:
                yield return $"https://www.reddit.com{path}/.rss";
                break;
            case "github.com" when path.Count('/') == 2:
                yield return $"https://github.com{path}/releases.atom";
                break;
            case "medium.com" when path.Length > 0:
                yield return $"https://medium.com/feed{path}";
                break;
            case "dailymotion.com" when path.Count('/') == 1:
                yield return $"https://www.dailymotion.com/rss/user{path}";
                break;
            default:
                // A profile of the fediverse (« /@redaction ») has its feed beside it.
                if (path.StartsWith("/@", StringComparison.Ordinal) && path.Count('/') == 1)
                    yield return $"{path}.rss";
                break;
        }
    }

    /// <summary>Under a list of articles « feed/ » is its feed; under an article it would be that of its comments.</summary>
    private static bool SectionOfWordPress(string path) => Section().IsMatch(path);

    /// <summary>« spip.php?rubrique12 » and « -Politique- » are sections; the first says which.</summary>
    private static IEnumerable<string> SectionOfSpip(Uri page) =>
        Rubrique().Match(page.Query) is { Success: true } section ? [$"/spip.php?page=backend&id_rubrique={section.Groups["id"].Value}"] : [];

    [GeneratedRegex("[?&]list=(?<id>[A-Za-z0-9_-]{10,50})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Playlist();

    [GeneratedRegex("""(?:/channel/|channel_id=|"(?:channelId|externalId|browseId)":"|itemprop="(?:identifier|channelId)" content=")(?<id>UC[A-Za-z0-9_-]{22})""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Channel();

    [GeneratedRegex("^/(?:[a-z]{2}/)?(?:category|categorie|tag|etiquette|author|auteur|rubrique|section|theme|thematique|dossier)s?/[^/]+", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Section();

    [GeneratedRegex("[?&](?:id_rubrique=|rubrique)(?<id>[0-9]{1,6})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Rubrique();
}
