using System.Text;

namespace NewsReader.Newsroom.Articles;

/// <summary>
/// Makes any markup cheap to parse before a tree is built. Tree builders are superlinear in nesting depth, so deeper tags
/// than any article has are left out and their text kept; scripts, styles and comments, which no reader looks at, go too.
/// </summary>
internal static class MarkupGuard
{
    /// <summary>Characters that are looked at; the largest real pages are a third of it.</summary>
    public const int LongestPage = 6_000_000;

    /// <summary>Real pages nest up to about 60 elements.</summary>
    private const int Deepest = 200;

    /// <summary>Real pages have up to about 15,000 tags.</summary>
    private const int MostTags = 120_000;

    /// <summary>Attributes of one tag; each is compared with all before it.</summary>
    private const int MostAttributes = 100;

    private const int LongestName = 40;

    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    };

    /// <summary>Elements that a sibling closes, so that leaving their end tags out is no nesting.</summary>
    private static readonly HashSet<string> SelfClosing = new(StringComparer.OrdinalIgnoreCase) { "p", "li", "dt", "dd", "option", "tr", "td", "th" };

    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase) { "style", "svg", "template", "xmp", "plaintext", "listing" };

    /// <summary>The markup without what would make it slow; text and tags of a sane page come out in their order.</summary>
    public static string Tame(string html)
    {
        if (html.Length > LongestPage) html = html[..LongestPage];
        var kept = new StringBuilder(html.Length);
        var open = new List<(string Name, bool Dropped)>();
        int at = 0, tags = 0;
        while (at < html.Length)
        {
            var less = html.IndexOf('<', at);
            if (less < 0 || less + 1 >= html.Length) break;
            kept.Append(html, at, less - at);
            at = Tag(html, less, kept, open, ref tags);
        }
        return kept.Append(html, at, html.Length - at).ToString();
    }

    private static int Tag(string html, int less, StringBuilder kept, List<(string Name, bool Dropped)> open, ref int tags)
    {
        var next = html[less + 1];
        if (next is '!' or '?') return Declaration(html, less, kept);
        var isEnd = next == '/';
        var name = Name(html, isEnd ? less + 2 : less + 1);
        if (name.Length == 0)
        {
            kept.Append('<');
            return less + 1;
        }
        var (end, attributes) = TagEnd(html, less + 1);
        if (isEnd)
        {
            if (!Void.Contains(name) && !Closes(open, name)) return end;
            if (tags++ < MostTags) kept.Append("</").Append(name).Append('>');
            return end;
        }
        if (Unread.Contains(name) || name.Equals("script", StringComparison.OrdinalIgnoreCase) && !IsData(html.AsSpan(less, end - less)))
            return html[end - 2] == '/' && name.Equals("svg", StringComparison.OrdinalIgnoreCase) ? end : After(html, end, name);
        if (name.Equals("script", StringComparison.OrdinalIgnoreCase))
        {
            var after = After(html, end, name);
            kept.Append(html, less, after - less);
            return after;
        }
        if (!Opens(open, name, ++tags)) return end;
        if (attributes > MostAttributes) kept.Append('<').Append(name).Append('>');
        else kept.Append(html, less, end - less);
        return end;
    }

    private static bool Opens(List<(string Name, bool Dropped)> open, string name, int tags)
    {
        if (Void.Contains(name) || SelfClosing.Contains(name)) return tags < MostTags;
        var dropped = open.Count >= Deepest || tags >= MostTags;
        if (open.Count < Deepest * 4) open.Add((name, dropped));
        return !dropped;
    }

    /// <summary>Whether an end tag closes something that was kept.</summary>
    private static bool Closes(List<(string Name, bool Dropped)> open, string name)
    {
        if (SelfClosing.Contains(name)) return true;
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (!open[i].Name.Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            var dropped = open[i].Dropped;
            open.RemoveRange(i, open.Count - i);
            return !dropped;
        }
        return false;
    }

    private static int Declaration(string html, int less, StringBuilder kept)
    {
        if (string.CompareOrdinal(html, less, "<!--", 0, 4) == 0)
        {
            var close = html.IndexOf("-->", Math.Min(less + 2, html.Length), StringComparison.Ordinal);
            if (close >= 0) return close + 3;
            var bare = html.IndexOf('>', less);
            return bare < 0 ? html.Length : bare + 1;
        }
        var greater = html.IndexOf('>', less);
        if (greater < 0) return html.Length;
        kept.Append(html, less, greater + 1 - less);
        return greater + 1;
    }

    private static string Name(string html, int at)
    {
        if (at >= html.Length || !char.IsAsciiLetter(html[at])) return "";
        var end = at;
        while (end < html.Length && end - at < LongestName && html[end] is not (' ' or '\t' or '\n' or '\r' or '\f' or '/' or '>' or '<' or '"' or '\'' or '=')) end++;
        return html[at..end];
    }

    /// <summary>Where a tag ends (after its « &gt; », quotes respected) and about how many attributes it has.</summary>
    private static (int End, int Attributes) TagEnd(string html, int at)
    {
        var attributes = 0;
        for (var quote = '\0'; at < html.Length; at++)
        {
            var c = html[at];
            if (quote != '\0')
            {
                if (c == quote) quote = '\0';
            }
            else if (c is '"' or '\'' && html[at - 1] is '=' or ' ') quote = c;
            else if (c == '>') return (at + 1, attributes);
            else if (c is ' ' or '\n' or '\t' or '/' or '\r' or '\f' or '"' or '\'') attributes++;
        }
        return (html.Length, attributes);
    }

    private static bool IsData(ReadOnlySpan<char> tag) => tag.Contains("ld+json", StringComparison.OrdinalIgnoreCase);

    private static int After(string html, int at, string name)
    {
        while (true)
        {
            var close = html.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
            if (close < 0) return html.Length;
            at = close + name.Length + 2;
            if (at >= html.Length) return html.Length;
            if (char.IsAsciiLetterOrDigit(html[at])) continue;
            var greater = html.IndexOf('>', at);
            return greater < 0 ? html.Length : greater + 1;
        }
    }
}
