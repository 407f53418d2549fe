using System.Text;
using System.Text.RegularExpressions;

namespace NewsReader.Newsroom.Text;

/// <summary>Where a document's encoding is named, and which encoding a name stands for.</summary>
internal static partial class EncodingLabels
{
    /// <summary>How far into a page a <c>meta</c> is looked for: twice the 1,024 bytes of WHATWG HTML 13.2.3.2, since real pages exceed them.</summary>
    private const int PrescanBytes = 2048;

    /// <summary>The encoding that a byte order mark gives away, and the mark's length.</summary>
    public static (Encoding Encoding, int Length)? FromByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    /// <summary>UTF-16 or UTF-32 without a mark, from the zeros around the first two characters, which are ASCII in all markup.</summary>
    public static Encoding? FromPattern(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0, 0, 0, > 0, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
        [> 0, 0, 0, 0, ..] => Encoding.UTF32,
        [0, > 0, 0, > 0, ..] => Encoding.BigEndianUnicode,
        [> 0, 0, > 0, 0, ..] => Encoding.Unicode,
        _ => null,
    };

    /// <summary>The <c>charset</c> of a <c>Content-Type</c> header.</summary>
    public static string? InHeader(string? contentType) => contentType is null ? null : Label(Charset(), contentType);

    /// <summary>The encoding that the document declares in its first bytes.</summary>
    public static string? InDocument(ReadOnlySpan<byte> bytes, MarkupKind kind)
    {
        ReadOnlySpan<byte> start = bytes[..Math.Min(bytes.Length, PrescanBytes)];
        return kind switch
        {
            MarkupKind.Xml => InDeclaration(start),
            MarkupKind.Html => Label(MetaCharset(), Encoding.Latin1.GetString(start)) ?? InDeclaration(start),
            _ => null,
        };
    }

    private static string? InDeclaration(ReadOnlySpan<byte> start)
    {
        int declaration = start.IndexOf("<?"u8);
        int length = declaration < 0 ? -1 : start[declaration..].LastIndexOf("?>"u8);
        return declaration < 0 ? null : Label(XmlDeclaration(), Encoding.Latin1.GetString(length < 0 ? start[declaration..] : start.Slice(declaration, length + 2)));
    }

    /// <summary>
    /// The encoding of a label, or null where it names none. ASCII and Latin-1 stand for windows-1252, which holds them
    /// (WHATWG Encoding, 4.2). A label of UTF-16 is void: the bytes would have shown it before the label could be read.
    /// </summary>
    public static Encoding? ToEncoding(string? label)
    {
        if (string.IsNullOrEmpty(label))
            return null;
        string name = label.ToLowerInvariant() switch
        {
            "us-ascii" or "ascii" or "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "latin1" or "latin-1" or "l1" or "cp1252" or "ansi" => "windows-1252",
            "utf8" or "utf8mb4" or "utf_8" => "utf-8",
            "gb2312" or "gbk" => "gb18030",
            "latin9" or "latin-9" => "iso-8859-15",
            var other => other,
        };
        try
        {
            Encoding encoding = Encoding.GetEncoding(name);
            return encoding.GetByteCount("a") == 1 && encoding.CodePage != 65000 ? encoding : null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? Label(Regex pattern, string text)
    {
        try
        {
            return pattern.Match(text) is { Success: true } match ? match.Groups["label"].Value : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    [GeneratedRegex("""charset\s*=\s*["']?(?<label>[\w.:-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Charset();

    [GeneratedRegex("""<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']\s*(?<label>[\w.:-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex XmlDeclaration();

    [GeneratedRegex("""<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*(?<label>[\w.:-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex MetaCharset();
}
