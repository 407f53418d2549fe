using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace NewsReader.Newsroom.Text;

/// <summary>Character references of HTML (<c>&amp;eacute;</c>, <c>&amp;#233;</c>, <c>&amp;#xE9;</c>), read as WHATWG HTML 13.2.5.72 does.</summary>
internal static class CharacterReferences
{
    /// <summary>Longer than every name of the standard (« CounterClockwiseContourIntegral »).</summary>
    private const int LongestName = 32;

    /// <summary>The text with every reference replaced; a lone ampersand (« R&amp;D ») stays.</summary>
    public static string Decode(string text)
    {
        if (!text.AsSpan().Contains('&'))
            return text;
        var decoded = new StringBuilder(text.Length);
        AppendDecoded(decoded, text);
        return decoded.ToString();
    }

    /// <summary>Appends the text with every reference replaced.</summary>
    public static void AppendDecoded(StringBuilder target, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            int ampersand = text.IndexOf('&');
            if (ampersand < 0)
                break;
            target.Append(text[..ampersand]);
            text = text[ampersand..];
            string? characters = Read(text, out int length);
            target.Append(characters ?? "&");
            text = text[length..];
        }
        target.Append(text);
    }

    /// <summary>The characters that the reference at the start of the text stands for, or null where there is none.</summary>
    /// <param name="text">Starts with an ampersand.</param>
    /// <param name="length">How many characters were read: the whole reference, or the ampersand alone.</param>
    public static string? Read(ReadOnlySpan<char> text, out int length)
    {
        string? characters = text is ['&', '#', ..] ? Number(text, out length) : Name(text, out length);
        if (characters is null)
            length = 1;
        return characters;
    }

    /// <summary>The references that feeds are full of, so that they need no look-up by a new string.</summary>
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Common = (((string Name, string Character)[])
    [
        ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("nbsp", "\u00A0"), ("rsquo", "’"), ("laquo", "«"), ("raquo", "»"),
        ("eacute", "é"), ("egrave", "è"), ("agrave", "à"), ("ecirc", "ê"), ("ccedil", "ç"),
    ]).ToFrozenDictionary(one => one.Name, one => one.Character, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Latin1 = [.. Enumerable.Range(0, 256).Select(code => ((char)code).ToString())];

    private static string? Number(ReadOnlySpan<char> text, out int length)
    {
        bool hexadecimal = text.Length > 2 && text[2] is 'x' or 'X';
        int start = hexadecimal ? 3 : 2;
        length = start;
        while (length < text.Length && length - start < 8 && (hexadecimal ? char.IsAsciiHexDigit(text[length]) : char.IsAsciiDigit(text[length])))
            length++;
        NumberStyles style = hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!int.TryParse(text[start..length], style, CultureInfo.InvariantCulture, out int code))
            return null;
        if (length < text.Length && text[length] == ';')
            length++;
        if (code is >= 0x80 and <= 0x9F)
            return Mojibake.FromC1((char)code).ToString();
        if (code is > 0 and < 256)
            return Latin1[code];
        return code > 0 && Rune.IsValid(code) ? new Rune(code).ToString() : "\uFFFD";
    }

    private static string? Name(ReadOnlySpan<char> text, out int length)
    {
        length = 1;
        while (length < text.Length && length <= LongestName && char.IsAsciiLetterOrDigit(text[length]))
            length++;
        ReadOnlySpan<char> name = text[1..length];
        char next = length < text.Length ? text[length] : '\0';
        if (next == ';' && Common.TryGetValue(name, out string? common))
        {
            length++;
            return common;
        }
        if (next == ';')
            return HtmlEntityProvider.Resolver.GetSymbol($"{name}{text[length++]}");
        // Some names of HTML 2 count without a semicolon, but never before « = », as in an address (« ?a=1&copy=2 »).
        return next == '=' ? null : HtmlEntityProvider.Resolver.GetSymbol(name.ToString());
    }
}
