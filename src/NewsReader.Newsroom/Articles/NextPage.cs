using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Articles;

/// <summary>
/// Finds the next page of an article that is cut into several. <c>rel=next</c> is used for the next article as often as for the next page, so a link counts
/// only where its address is this one with the number that comes next; a rule of the outlet is believed on its own site.
/// </summary>
internal static partial class NextPage
{
    /// <summary>Milliseconds; addresses are short.</summary>
    private const int Timeout = 10_000;

    private const int LongestLabel = 30;

    /// <summary>The absolute address of the page that comes after the one numbered <paramref name="number"/>; null where this is the last.</summary>
    public static string? Find(PageFacts facts, OutletRules rules, int number)
    {
        foreach (var link in rules.NextLinks(facts.Page))
            if (Address(facts, link) is { } ruled && SameSite(ruled, facts.Address) && !string.Equals(ruled, facts.Address, StringComparison.Ordinal)) return ruled;
        foreach (var link in facts.Page.QuerySelectorAll("link[rel~=next][href], a[href]"))
        {
            if (!IsNext(link) || Address(facts, link) is not { } address) continue;
            if (SameSite(address, facts.Address) && Follows(address, facts.Address, number)) return address;
        }
        return null;
    }

    private static bool IsNext(IElement link) =>
        link.GetAttribute("rel") is { } rel && rel.Split(' ').Contains("next", StringComparer.OrdinalIgnoreCase)
        || link.LocalName is "a" && ShortText.Of(link, LongestLabel) is { Length: > 0 } label && Label().IsMatch(label);

    private static string? Address(PageFacts facts, IElement link) =>
        WebAddress.Resolve(facts.Address, link.GetAttribute("href") ?? "") is { } address && address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? address : null;

    private static bool SameSite(string a, string b) =>
        Uri.TryCreate(a, UriKind.Absolute, out var first) && Uri.TryCreate(b, UriKind.Absolute, out var second)
        && WebAddress.Site(first.IdnHost) == WebAddress.Site(second.IdnHost);

    /// <summary>Whether an address is that of the page after this one: both are the same but for the number.</summary>
    private static bool Follows(string next, string current, int number)
    {
        var (path, after, _) = Parts(next);
        if (after != number + 1) return false;
        var (whole, own, isNamed) = Parts(current);
        // The first page mostly has no number, and « /12 » at its end is then its own; « ?page=1 » is not.
        return path == (own == number && (number > 1 || isNamed) ? whole : Bare(current));
    }

    /// <summary>Path and query without the page's number, and the number; the whole and 0 where there is none.</summary>
    private static (string Path, int Number, bool IsNamed) Parts(string address)
    {
        var bare = Bare(address);
        var named = NamedNumber().Match(bare);
        var match = named.Success ? named : LastNumber().Match(bare);
        if (!match.Success) return (bare, 0, false);
        return (Trimmed(bare.Remove(match.Index, match.Length)), int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture), named.Success);
    }

    private static string Bare(string address) => new Uri(address) is var uri ? Trimmed(uri.AbsolutePath.TrimEnd('/') + uri.Query) : "";

    private static string Trimmed(string path) => path.TrimEnd('/', '?', '&');

    [GeneratedRegex(@"^(?:(?:page|lire la)\s+)?(?:suivante?|suite)\s*[>»→›]*$|^next(?: page)?\s*[>»→›]*$|^page suivante\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Label();

    /// <summary>« ?page=2 », « /page/2 », « -page-2 ».</summary>
    [GeneratedRegex(@"(?:[?&](?:page|p|pg|pagenum|paged)=|/page/|[-_,]page[-_]?)(?<number>\d{1,2})(?=$|&|/|\.\w{2,5}$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex NamedNumber();

    /// <summary>« /2 », « -2.html », « ,2 » at the end of a path.</summary>
    [GeneratedRegex(@"[/_,-](?<number>\d{1,2})(?=$|\?|\.(?:html?|php|aspx?)(?:$|\?))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex LastNumber();
}
