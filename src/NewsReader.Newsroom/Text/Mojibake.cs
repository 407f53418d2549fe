using System.Text;
using System.Text.RegularExpressions;

namespace NewsReader.Newsroom.Text;

/// <summary>Repairs characters that a publisher's own system read in the wrong encoding before publishing them.</summary>
internal static partial class Mojibake
{
    private static readonly Encoding Windows1252 = Windows();
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text with stray windows-1252 control characters and double UTF-8 (« Ã© », « â€™ ») put right.</summary>
    public static string Repair(string text)
    {
        string read = WithoutC1(text);
        if (!read.AsSpan().ContainsAny("ÂÃâÅ"))
            return read;
        try
        {
            return DoubleUtf8().Replace(read, match => Once(match.Value));
        }
        catch (RegexMatchTimeoutException)
        {
            return read;
        }
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
            for (int i = 0; i < source.Length; i++)
                target[i] = FromC1(source[i]);
        });
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

    private static string Once(string twice)
    {
        try
        {
            return Utf8.GetString(Windows1252.GetBytes(twice));
        }
        catch (DecoderFallbackException)
        {
            return twice;
        }
    }

    private static Encoding Windows()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(1252);
    }

    /// <summary>
    /// Accented letters, œ, and punctuation in UTF-8 that was read as windows-1252. Only beginnings that no French word has
    /// before such a sign: « LIBERTÉ» would be valid UTF-8 too.
    /// </summary>
    [GeneratedRegex("(?:[ÂÃ]|â[€‚ƒ„…†])[\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Å[“’]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex DoubleUtf8();
}
