using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace NewsReader.Newsroom.Text;

/// <summary>What is left of HTML or of published text when only the words count.</summary>
public static class PlainText
{
    private static readonly SearchValues<char> QuotesAndEnd = SearchValues.Create("\"'>");

    /// <summary>Marks on one letter: Hebrew with its chant has four; more are drawn over the lines above and below.</summary>
    private const int MostMarks = 4;

    /// <summary>Below the combining marks (U+0300) every character is in its composed form.</summary>
    private const char LastComposed = '\u02FF';

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
    /// Published text put in one form: composed (Unicode NFC), without control characters, soft hyphens, word joiners,
    /// zero-width spaces and marks that turn the direction of what follows, every run of white space (no-break spaces too)
    /// folded to one space, no more accents on a letter than any language has. Joiners stay: emoji need them.
    /// </summary>
    public static string Clean(string text)
    {
        if (IsClean(text))
            return text;
        var clean = new StringBuilder(text.Length);
        bool pendingSpace = false;
        int marks = 0;
        for (int at = 0; at < text.Length; at++)
        {
            char c = text[at];
            if (char.IsWhiteSpace(c))
            {
                pendingSpace = clean.Length > 0;
                continue;
            }
            marks = char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (IsInvisible(c) || marks > MostMarks)
                continue;
            if (pendingSpace)
                clean.Append(' ');
            pendingSpace = false;
            if (!char.IsSurrogate(c))
                clean.Append(c);
            else if (at + 1 < text.Length && char.IsSurrogatePair(c, text[at + 1]))
                clean.Append(c).Append(text[++at]);
            else
                clean.Append(Rune.ReplacementChar.ToString());
        }
        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Whether a text is in that form already, as far as a quick look tells: most are.</summary>
    private static bool IsClean(string text)
    {
        if (text.Length == 0)
            return true;
        char last = ' ';
        foreach (char c in text)
        {
            if (c > LastComposed || c != ' ' && char.IsWhiteSpace(c) || c == ' ' && last == ' ' || IsInvisible(c))
                return false;
            last = c;
        }
        return last != ' ';
    }

    /// <summary>Characters that a reader does not see, and that change how he sees others, or break words in two.</summary>
    internal static bool IsInvisible(char c) =>
        char.IsControl(c) || c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFFFE' or '\uFFFF';

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
