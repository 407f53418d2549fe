using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Articles;

/// <summary>The headline of a page: once, as the page shows it, without the site's name.</summary>
internal static partial class Headline
{
    private const int Shortest = 8;
    private const int Longest = 300;

    /// <summary>What sets a site's name off from a title, as the inside of a pattern's class.</summary>
    private const string Marks = @"|\-–—•·‹<:";

    /// <summary>What is not set as a heading must be long enough to be no chance.</summary>
    private const int LeastUnmarked = 15;

    /// <summary>The share of words that a heading and a stated title have in common where one is the other.</summary>
    private const double Same = 0.5;

    /// <summary>
    /// Where a page shows the feed's title somewhere, what shares fewer words than this with it is no headline of the same article: old sites
    /// head every page with their own name.
    /// </summary>
    private const double Alien = 0.25;

    /// <summary>« Le », « de », « la » are in any title: two are compared by longer words where they might be strangers.</summary>
    private const int ShortestTelling = 4;

    /// <summary>The element that shows the headline, and its text. The element is null where only the head states one.</summary>
    public static (IElement? Element, string? Title) Find(PageFacts facts, string? feedTitle)
    {
        if (feedTitle is not null && !IsShown(feedTitle, facts)) feedTitle = null;
        var stated = new[] { facts.Structured.Headline, facts.Meta("og:title", "twitter:title", "title"), facts.Page.Title, feedTitle }
            .Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => PlainText.FromHtml(t!)).Where(t => IsOfArticle(t, feedTitle)).ToList();
        var headings = facts.Page.QuerySelectorAll("h1, [itemprop=headline], h2[class*=title], [class*='entry-title'], [class*='post-title']").Where(IsHeading).ToList();
        IElement? best = null;
        var most = 0.0;
        foreach (var heading in headings)
        {
            var text = PlainText.Clean(heading.TextContent);
            if (text.Length is < Shortest or > Longest || BodyReader.IsHidden(heading)) continue;
            var score = stated.Count == 0 ? Same : stated.Max(t => Overlap(text, WithoutSite(t, facts)));
            if (heading.LocalName is "h1") score += 0.1;
            if (score > most + 0.01) (best, most) = (heading, score);
        }
        if (best is not null && (most >= Same || IsAlone(best, headings) && IsOfArticle(best.TextContent, feedTitle))) return (best, Bare(PlainText.Clean(Shown(best)), stated, facts));
        if (best is null && Unmarked(facts, stated, feedTitle) is { } unmarked) return unmarked;
        var title = stated.Count == 0 ? null : stated.Select(t => WithoutSite(t, facts)).FirstOrDefault(t => t.Length >= Shortest);
        return (null, title ?? (best is null ? null : PlainText.Clean(best.TextContent)));
    }

    /// <summary>Old pages have no heading: their headline is the text that the stated title ends in, after the site's name and a colon.</summary>
    private static (IElement, string)? Unmarked(PageFacts facts, List<string> stated, string? feedTitle)
    {
        foreach (var title in stated)
            foreach (var element in facts.Page.QuerySelectorAll("b, strong, font, big, span"))
                if (ShortText.Of(element, Longest) is { Length: >= LeastUnmarked } text && text.Length * 2 >= title.Length
                    && title.EndsWith(text, StringComparison.OrdinalIgnoreCase) && title[..^text.Length].TrimEnd() is [.., ':'] && IsOfArticle(text, feedTitle))
                    return (element, text);
        return null;
    }

    private static bool IsHeading(IElement element) =>
        element.LocalName is "h1" or "h2" || element.HasAttribute("itemprop") || element.ClassName?.Split(' ') is { } names && (names.Contains("entry-title") || names.Contains("post-title"));

    private static bool IsShown(string feedTitle, PageFacts facts) =>
        PlainText.FromHtml(feedTitle) is { Length: >= Shortest } title
        && (facts.Page.QuerySelectorAll("h1, h2").Any(h => Shows(h, title)) || facts.Page.Body is { } body && Shows(body, title));

    private static bool Shows(IElement element, string title) => PlainText.Clean(element.TextContent).Contains(title, StringComparison.OrdinalIgnoreCase);

    private static bool IsOfArticle(string title, string? feedTitle) => string.IsNullOrWhiteSpace(feedTitle) || Overlap(title, PlainText.FromHtml(feedTitle), ShortestTelling) >= Alien;

    /// <summary>A lone h1 is the headline even where the head words it otherwise, if it says more than a name.</summary>
    private static bool IsAlone(IElement heading, IEnumerable<IElement> headings) =>
        heading.LocalName is "h1" && headings.Count(h => h.LocalName is "h1") == 1 && heading.TextContent.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= 4;

    /// <summary>Where a heading holds a stated title and a kicker or a badge beside it, the stated title is meant.</summary>
    private static string Bare(string shown, List<string> stated, PageFacts facts)
    {
        foreach (var title in stated.Select(t => WithoutSite(t, facts)))
            if (title.Length >= Shortest && title.Length * 2 > shown.Length && title.Length < shown.Length
                && (shown.StartsWith(title + " ", StringComparison.Ordinal) || shown.EndsWith(" " + title, StringComparison.Ordinal))) return title;
        return shown;
    }

    /// <summary>A subtitle or a kicker set inside the heading is no part of it.</summary>
    private static string Shown(IElement heading)
    {
        var inner = heading.QuerySelector("[itemprop=headline], [class*=title]:not([class*=sub]):not([class*=surtitre])");
        return inner is not null && inner.TextContent.Trim().Length >= Shortest ? inner.TextContent : heading.TextContent;
    }

    /// <summary>A title without the site's name before or after it.</summary>
    public static string WithoutSite(string title, PageFacts facts)
    {
        var parts = (title.Contains('«', StringComparison.Ordinal) ? QuotedSeparators() : Separators()).Split(title);
        if (parts.Length < 3) return title;
        var site = SiteWords(facts);
        var end = parts.Length;
        while (end >= 3 && (IsSite(parts[end - 1], site) || IsShortTail(parts, end))) end -= 2;
        var start = end >= 3 && IsSite(parts[0], site) ? 2 : 0;
        return string.Concat(parts[start..end]).Trim();
    }

    private static bool IsSite(string part, List<string> site) =>
        MainBlock.Letters(part) is var letters && (letters.Length == 0 || site.Any(s => string.Equals(s, letters, StringComparison.Ordinal) || letters.Length >= 4 && (s.StartsWith(letters, StringComparison.Ordinal) || letters.StartsWith(s, StringComparison.Ordinal) && letters.Length < s.Length * 2 + 8)));

    /// <summary>After a bar or a dash, a few words at the very end name the site or its section.</summary>
    private static bool IsShortTail(string[] parts, int end) =>
        parts[end - 2].AsSpan().Trim() is "|" or "-" or "–" or "—" or "•" or "·" or "‹" or "<"
        && parts[end - 1].Split(' ').Length <= 3 && string.Concat(parts[..(end - 2)]).Split(' ').Length >= 4
        && (parts[end - 2].AsSpan().Trim() is "|" || char.IsUpper(parts[end - 1].TrimStart().FirstOrDefault()));

    private static List<string> SiteWords(PageFacts facts)
    {
        List<string> words = [];
        if (facts.SiteName is { } name) words.Add(MainBlock.Letters(name));
        if (facts.Structured.Publisher is { } publisher) words.Add(MainBlock.Letters(publisher));
        if (Uri.TryCreate(facts.Address, UriKind.Absolute, out var uri) && WebAddress.Site(uri.Host) is { Length: > 0 } site)
        {
            words.Add(MainBlock.Letters(site));
            words.Add(MainBlock.Letters(site.Split('.')[0]));
        }
        words.RemoveAll(w => w.Length < 2);
        return words;
    }

    /// <summary>The share of words that two texts have in common, of the shorter one's, if neither is a mere piece of the other.</summary>
    public static double Overlap(string a, string b, int shortest = 1)
    {
        var (left, right) = (Words(a, shortest), Words(b, shortest));
        if (left.Count == 0 || right.Count == 0) return 0;
        var shared = left.Count(right.Contains);
        return 2.0 * shared / (left.Count + right.Count);
    }

    private static HashSet<string> Words(string text, int shortest) =>
        [.. text.Split([' ', '\'', '’', '-', ',', ':', '«', '»', '"', '.', '\u00a0', '\u202f'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= shortest).Select(w => w.ToLowerInvariant())];

    [GeneratedRegex(@"(?<separator>\s+[»" + Marks + @"]{1,2}\s+|\s*\|\s*)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Separators();

    /// <summary>Where a title quotes, its closing guillemet separates nothing.</summary>
    [GeneratedRegex(@"(?<separator>\s+[" + Marks + @"]{1,2}\s+|\s*\|\s*)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex QuotedSeparators();
}
