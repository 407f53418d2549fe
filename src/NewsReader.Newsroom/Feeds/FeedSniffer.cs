using System.Text.RegularExpressions;

namespace NewsReader.Newsroom.Feeds;

/// <summary>What a text turned out to be.</summary>
/// <param name="Format">The feed format, or null where the text is no feed.</param>
/// <param name="Failure">Why it is no feed.</param>
/// <param name="Start">Where the feed starts: servers put warnings, blank lines and comments before it.</param>
internal sealed record Sniffed(FeedFormat? Format, FeedFailure Failure, int Start);

/// <summary>Tells the format of a feed from its first telling element, without reading it.</summary>
internal static partial class FeedSniffer
{
    /// <summary>The format of the text; an HTML page is told from a feed that has a line of HTML before it by what comes first, the page's root or the feed's.</summary>
    public static Sniffed Sniff(string text)
    {
        int first = 0;
        while (first < text.Length && (char.IsWhiteSpace(text[first]) || char.IsControl(text[first]) || text[first] == '\uFEFF'))
            first++;
        if (first == text.Length)
            return new Sniffed(null, FeedFailure.Empty, 0);
        if (text[first] is '{' or '[')
            return new Sniffed(FeedFormat.Json, FeedFailure.None, first);
        try
        {
            return SniffMarkup(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return new Sniffed(null, FeedFailure.NotAFeed, 0);
        }
    }

    private static Sniffed SniffMarkup(string text)
    {
        int at = 0;
        while (Telling().Match(text, at) is { Success: true } match)
        {
            if (match.Groups["comment"].Success)
            {
                int end = text.IndexOf("-->", match.Index, StringComparison.Ordinal);
                if (end < 0)
                    break;
                at = end + "-->".Length;
                continue;
            }
            FeedFormat? format = match.Groups["root"].Value.ToUpperInvariant() switch
            {
                "RSS" or "CHANNEL" => FeedFormat.Rss,
                "RDF" => FeedFormat.Rdf,
                "FEED" => FeedFormat.Atom,
                _ => null,
            };
            return new Sniffed(format, format is null ? FeedFailure.HtmlPage : FeedFailure.None, match.Index);
        }
        return new Sniffed(null, FeedFailure.NotAFeed, 0);
    }

    [GeneratedRegex("""(?<comment><!--)|<(?:[\w-]{1,40}:)?(?<root>rss|rdf|feed|channel)(?=[\s>/])|<(?:!doctype\s+)?(?<root>html|head|body)(?=[\s>])""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Telling();
}
