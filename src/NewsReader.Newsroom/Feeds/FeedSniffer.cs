namespace NewsReader.Newsroom.Feeds;

/// <summary>What a text turned out to be.</summary>
/// <param name="Format">The feed format, or null where the text is no feed.</param>
/// <param name="Failure">Why it is no feed.</param>
/// <param name="Start">Where the feed starts: servers put warnings, blank lines and comments before it.</param>
internal sealed record Sniffed(FeedFormat? Format, FeedFailure Failure, int Start);

/// <summary>Tells the format of a feed from its first telling element, without reading it.</summary>
internal static class FeedSniffer
{
    private const string Doctype = "!doctype";

    /// <summary>The format of the text; an HTML page is told from a feed that has a line of HTML before it by what comes first, the page's root or the feed's.</summary>
    public static Sniffed Sniff(ReadOnlySpan<char> text)
    {
        int first = 0;
        while (first < text.Length && (char.IsWhiteSpace(text[first]) || char.IsControl(text[first]) || text[first] == '\uFEFF'))
            first++;
        if (first == text.Length)
            return new Sniffed(null, FeedFailure.Empty, 0);
        return text[first] is '{' or '[' ? new Sniffed(FeedFormat.Json, FeedFailure.None, first) : SniffMarkup(text);
    }

    private static Sniffed SniffMarkup(ReadOnlySpan<char> text)
    {
        for (int at = 0; text[at..].IndexOf('<') is >= 0 and var step;)
        {
            at += step;
            if (text[at..].StartsWith("<!--"))
            {
                int end = text[at..].IndexOf("-->");
                if (end < 0)
                    break;
                at += end;
                continue;
            }
            if (Telling(text[++at..]) is { } told)
                return told with { Start = at - 1 };
        }
        return new Sniffed(null, FeedFailure.NotAFeed, 0);
    }

    /// <summary>What the tag whose inside starts here tells; null where it tells nothing.</summary>
    private static Sniffed? Telling(ReadOnlySpan<char> tag)
    {
        if (tag.StartsWith(Doctype, StringComparison.OrdinalIgnoreCase))
            return tag[Doctype.Length..].TrimStart().StartsWith("html", StringComparison.OrdinalIgnoreCase) ? new Sniffed(null, FeedFailure.HtmlPage, 0) : null;
        int length = 0;
        while (length < tag.Length && length < 60 && (char.IsLetterOrDigit(tag[length]) || tag[length] is '_' or '-' or ':'))
            length++;
        if (length == tag.Length || !(char.IsWhiteSpace(tag[length]) || tag[length] is '>' or '/'))
            return null;
        ReadOnlySpan<char> name = tag[..length];
        if (IsOne(name, "html", "head", "body"))
            return new Sniffed(null, FeedFailure.HtmlPage, 0);
        return Root(name[(name.IndexOf(':') + 1)..]) is { } format ? new Sniffed(format, FeedFailure.None, 0) : null;
    }

    private static FeedFormat? Root(ReadOnlySpan<char> local) => local switch
    {
        _ when IsOne(local, "rss", "channel") => FeedFormat.Rss,
        _ when IsOne(local, "rdf") => FeedFormat.Rdf,
        _ when IsOne(local, "feed") => FeedFormat.Atom,
        _ when IsOne(local, "urlset", "sitemapindex") => FeedFormat.NewsSitemap,
        _ => null,
    };

    private static bool IsOne(ReadOnlySpan<char> name, params ReadOnlySpan<string> names)
    {
        foreach (string one in names)
        {
            if (name.Equals(one, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
