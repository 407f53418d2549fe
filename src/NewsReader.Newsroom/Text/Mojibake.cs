using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace NewsReader.Newsroom.Text;

/// <summary>Repairs characters that a publisher's own system read in the wrong encoding before publishing them.</summary>
internal static class Mojibake
{
    private static readonly SearchValues<char> Leads = SearchValues.Create("ÂÃâÅ");
    private static readonly Encoding Windows1252 = Windows();

    /// <summary>The bytes that windows-1252 writes as characters beyond Latin-1 (« € », « ’ »).</summary>
    private static readonly FrozenDictionary<char, byte> Bytes = Enumerable.Range(0x80, 0x20).ToFrozenDictionary(code => FromC1((char)code), code => (byte)code);

    /// <summary>The text with stray windows-1252 control characters and double UTF-8 (« Ã© », « â€™ ») put right.</summary>
    public static string Repair(string text)
    {
        if (!IsSuspect(text))
            return text;
        char[] repaired = text.ToCharArray();
        return new string(repaired, 0, RepairInPlace(repaired));
    }

    /// <summary>The same in place; the length of what remains.</summary>
    public static int RepairInPlace(Span<char> text)
    {
        ReplaceC1(text);
        int read = 0, written = 0;
        for (int next; (next = text[read..].IndexOfAny(Leads)) >= 0;)
        {
            text.Slice(read, next).CopyTo(text[written..]);
            (read, written) = (read + next, written + next);
            int length = Twice(text[read..], out Rune meant);
            if (length > 0)
                written += meant.EncodeToUtf16(text[written..]);
            else
                text[written++] = text[read];
            read += Math.Max(length, 1);
        }
        text[read..].CopyTo(text[written..]);
        return written + text.Length - read;
    }

    /// <summary>Whether <see cref="Repair"/> has anything to look at; in French a lead like « â » is common, but a letter of ASCII follows.</summary>
    public static bool IsSuspect(ReadOnlySpan<char> text)
    {
        if (text.ContainsAnyInRange('\u0080', '\u009F'))
            return true;
        for (int at; (at = text.IndexOfAny(Leads)) >= 0; text = text[(at + 1)..])
        {
            if (at + 1 < text.Length && !char.IsAscii(text[at + 1]))
                return true;
        }
        return false;
    }

    /// <summary>
    /// Nobody publishes the control characters U+0080–U+009F: they are windows-1252 quotes and dashes that were once read
    /// as Latin-1, and HTML reads them so in character references (WHATWG HTML, 13.2.5.80).
    /// </summary>
    public static string WithoutC1(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0080', '\u009F'))
            return text;
        return string.Create(text.Length, text, static (target, source) =>
        {
            source.CopyTo(target);
            ReplaceC1(target);
        });
    }

    /// <summary>The same in place.</summary>
    public static void ReplaceC1(Span<char> text)
    {
        for (int at; (at = text.IndexOfAnyInRange('\u0080', '\u009F')) >= 0; text = text[(at + 1)..])
            text[at] = FromC1(text[at]);
    }

    /// <summary>The windows-1252 character behind a control character of U+0080–U+009F; any other character unchanged.</summary>
    public static char FromC1(char c)
    {
        if (c is < '\u0080' or > '\u009F')
            return c;
        Span<char> one = stackalloc char[1];
        Windows1252.GetChars([(byte)c], one);
        return one[0];
    }

    /// <summary>
    /// How many characters at the start are one character's UTF-8 that was read as windows-1252: accented letters, œ, and
    /// punctuation. Only beginnings that no French word has before such a sign: « LIBERTÉ» would be valid UTF-8 too.
    /// </summary>
    private static int Twice(ReadOnlySpan<char> text, out Rune meant)
    {
        meant = default;
        int length = text switch
        {
            ['Â' or 'Ã', _, ..] => 2,
            ['Å', '“' or '’', ..] => 2,
            ['â', '€' or '‚' or 'ƒ' or '„' or '…' or '†', _, ..] => 3,
            _ => 0,
        };
        Span<byte> bytes = stackalloc byte[length];
        for (int i = 0; i < length; i++)
        {
            if (ByteOf(text[i]) is not { } code)
                return 0;
            bytes[i] = code;
        }
        return Rune.DecodeFromUtf8(bytes, out meant, out int read) == OperationStatus.Done && read == length ? length : 0;
    }

    private static byte? ByteOf(char c) => c is >= '\u00A0' and <= '\u00FF' ? (byte)c : Bytes.TryGetValue(c, out byte code) ? code : null;

    private static Encoding Windows()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(1252);
    }
}
