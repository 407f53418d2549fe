using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace NewsReader.Newsroom.Text;

/// <summary>What is left of HTML or of published text when only the words count.</summary>
public static class PlainText
{
    private static readonly SearchValues<char> QuotesAndEnd = SearchValues.Create("\"'>");

    /// <summary>Elements that do not interrupt a word: « L’&lt;b&gt;é&lt;/b&gt;té » is one.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Inline = FrozenSet.ToFrozenSet(
    [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
        "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    ], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Elements whose contents are no text.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Skipped = FrozenSet.ToFrozenSet(
        ["iframe", "noembed", "noframes", "script", "style", "template"], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words of an HTML fragment, cleaned as <see cref="Clean"/> does; linear in the length, and any text is accepted.</summary>
    public static string FromHtml(string html)
    {
        if (!html.AsSpan().ContainsAny('<', '&'))
            return Clean(html);
        var words = new StringBuilder(html.Length);
        ReadOnlySpan<char> rest = html;
        bool quotesCount = true;
        while (!rest.IsEmpty)
        {
            int tag = rest.IndexOf('<');
            if (tag < 0)
                break;
            CharacterReferences.AppendDecoded(words, rest[..tag]);
            rest = rest[tag..];
            rest = rest[Markup(rest, words, ref quotesCount)..];
        }
        CharacterReferences.AppendDecoded(words, rest);
        return Clean(words.ToString());
    }

    /// <summary>
    /// Published text put in one form: composed (Unicode NFC), without control characters, soft hyphens, word joiners and
    /// zero-width spaces, every run of white space (no-break spaces too) folded to one space. Joiners stay: emoji need them.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        bool pendingSpace = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                pendingSpace = clean.Length > 0;
                continue;
            }
            if (Rune.IsControl(rune) || rune.Value is 0xAD or 0x200B or 0x2060 or 0xFEFF)
                continue;
            if (pendingSpace)
                clean.Append(' ');
            pendingSpace = false;
            clean.Append(rune);
        }
        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>How many characters the markup takes at the start of the text; a « &lt; » that opens nothing counts as text.</summary>
    private static int Markup(ReadOnlySpan<char> rest, StringBuilder words, ref bool quotesCount)
    {
        if (rest.StartsWith("<!--"))
            return End(rest, "-->") is var end && end < rest.Length ? end + "-->".Length : end;
        if (rest.StartsWith("<![CDATA["))
            return "<![CDATA[".Length;
        if (rest.Length < 2 || rest[1] is not ('/' or '!' or '?') && !char.IsAsciiLetter(rest[1]))
        {
            words.Append('<');
            return 1;
        }
        ReadOnlySpan<char> name = Name(rest[1] == '/' ? rest[2..] : rest[1..]);
        int length = TagLength(rest, ref quotesCount);
        if (!Inline.Contains(name))
            words.Append(' ');
        if (rest[1] != '/' && Skipped.Contains(name))
            return length + End(rest[length..], $"</{name}");
        return length;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> rest)
    {
        int length = 0;
        while (length < rest.Length && char.IsAsciiLetterOrDigit(rest[length]))
            length++;
        return rest[..length];
    }

    /// <summary>
    /// A « &gt; » within quotes does not end a tag. Where a quote never closes, quotes stop counting for the rest of the
    /// text, which keeps the walk linear.
    /// </summary>
    private static int TagLength(ReadOnlySpan<char> rest, ref bool quotesCount)
    {
        int at = 1;
        while (quotesCount)
        {
            int step = rest[at..].IndexOfAny(QuotesAndEnd);
            if (step < 0)
                return rest.Length;
            at += step + 1;
            if (rest[at - 1] == '>')
                return at;
            int close = rest[at..].IndexOf(rest[at - 1]);
            quotesCount = close >= 0;
            at += close + 1;
        }
        int end = rest.IndexOf('>');
        return end < 0 ? rest.Length : end + 1;
    }

    /// <summary>Where the mark starts, or the end of the text: what never closes reaches to the end.</summary>
    private static int End(ReadOnlySpan<char> rest, ReadOnlySpan<char> mark)
    {
        int at = rest.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? rest.Length : at;
    }
}
