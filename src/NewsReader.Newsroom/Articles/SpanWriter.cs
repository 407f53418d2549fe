using System.Buffers;
using System.Text;

namespace NewsReader.Newsroom.Articles;

/// <summary>Writes a run of spans, so that neighbours that share a link or a mark share one element.</summary>
internal sealed class SpanWriter(StringBuilder html, Func<string, string> typography)
{
    /// <summary>The marks from the outermost element in; the link is outside them all.</summary>
    private static readonly (Marks Mark, string Element)[] Elements =
    [
        (Marks.Inserted, "ins"), (Marks.Deleted, "del"), (Marks.Quote, "q"), (Marks.Marked, "mark"), (Marks.Strong, "strong"),
        (Marks.Emphasis, "em"), (Marks.Citation, "cite"), (Marks.Abbreviation, "abbr"), (Marks.Time, "time"),
        (Marks.Code, "code"), (Marks.Subscript, "sub"), (Marks.Superscript, "sup"),
    ];

    public void Write(IReadOnlyList<Span> spans)
    {
        foreach (var run in Runs([.. spans], s => s.Link))
        {
            var link = SafeAddress.Link(run[0].Link);
            if (link is not null) html.Append(HtmlWriter.LinkStart(link));
            foreach (var part in Runs(run, s => s.Language)) InLanguage(part);
            if (link is not null) html.Append("</a>");
        }
    }

    private void InLanguage(Span[] run)
    {
        var language = run[0].Language;
        if (language is null)
        {
            Marked(run, 0);
            return;
        }
        html.Append("<span lang=\"").Append(Escaped.Attribute(language)).Append("\">");
        Marked(run, 0);
        html.Append("</span>");
    }

    private void Marked(Span[] run, int level)
    {
        if (level == Elements.Length || Array.TrueForAll(run, s => s.Marks == default))
        {
            foreach (var span in run) Text(span);
            return;
        }
        var (mark, element) = Elements[level];
        foreach (var part in Runs(run, s => (s.Marks.HasFlag(mark), Noted(s, mark))))
        {
            if (!part[0].Marks.HasFlag(mark))
            {
                Marked(part, level + 1);
                continue;
            }
            html.Append('<').Append(element);
            if (Noted(part[0], mark) is { } note)
                html.Append(mark == Marks.Time ? " datetime=\"" : " title=\"").Append(Escaped.Attribute(note)).Append('"');
            html.Append('>');
            Marked(part, level + 1);
            html.Append("</").Append(element).Append('>');
        }
    }

    private static string? Noted(Span span, Marks mark) =>
        mark is Marks.Abbreviation or Marks.Time && span.Marks.HasFlag(mark) ? span.Note : null;

    private void Text(Span span)
    {
        var own = span.Language is null || span.Language.StartsWith("fr", StringComparison.OrdinalIgnoreCase);
        var text = own && !span.Marks.HasFlag(Marks.Code) ? typography(span.Text) : span.Text;
        html.Append(Escaped.Text(text).Replace("\n", "<br>\n", StringComparison.Ordinal));
    }

    private static IEnumerable<Span[]> Runs<TKey>(Span[] spans, Func<Span, TKey> key)
    {
        for (int start = 0, end; start < spans.Length; start = end)
        {
            var first = key(spans[start]);
            for (end = start + 1; end < spans.Length && EqualityComparer<TKey>.Default.Equals(first, key(spans[end]));) end++;
            yield return spans[start..end];
        }
    }
}

/// <summary>Text made safe for HTML; what no page may carry (control characters, halves of a pair) is left out.</summary>
internal static class Escaped
{
    /// <summary>What HTML gives a meaning, control characters, halves of pairs and U+FFFD; line ends and tabs stay as they are.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(
    [
        '&', '<', '>', '"', '\'', '`', '\uFFFD', .. Range(0, 8), .. Range(0x0B, 0x1F), .. Range(0x7F, 0x9F), .. Range(0xD800, 0xDFFF),
    ]);

    private static IEnumerable<char> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);

    public static string Text(string text) => Write(text, attribute: false);

    public static string Attribute(string text) => Write(text, attribute: true);

    private static string Write(string text, bool attribute)
    {
        var at = text.AsSpan().IndexOfAny(Special);
        if (at < 0) return text;
        var html = new StringBuilder(text.Length + 16);
        var rest = text.AsSpan();
        for (; at >= 0; at = rest.IndexOfAny(Special))
        {
            html.Append(rest[..at]);
            var taken = One(html, rest[at..], attribute);
            rest = rest[(at + taken)..];
        }
        return html.Append(rest).ToString();
    }

    /// <summary>Writes the special character at the start, and returns how many characters it takes.</summary>
    private static int One(StringBuilder html, ReadOnlySpan<char> rest, bool attribute)
    {
        switch (rest[0])
        {
            case '&': html.Append("&amp;"); break;
            case '<': html.Append("&lt;"); break;
            case '>': html.Append("&gt;"); break;
            case '"': html.Append(attribute ? "&quot;" : "\""); break;
            case '\'': html.Append(attribute ? "&#39;" : "'"); break;
            case '`': html.Append(attribute ? "&#96;" : "`"); break;
            case >= '\uD800' when rest.Length > 1 && char.IsSurrogatePair(rest[0], rest[1]):
                html.Append(rest[..2]);
                return 2;
        }
        return 1;
    }
}
