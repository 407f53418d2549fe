using System.Text;
using System.Text.Unicode;

namespace NewsReader.Newsroom.Text;

/// <summary>The kinds of document that name their own encoding, each in its own way.</summary>
public enum MarkupKind
{
    /// <summary>An XML document: <c>&lt;?xml encoding="…"?&gt;</c>.</summary>
    Xml,

    /// <summary>An HTML page: <c>&lt;meta charset&gt;</c> or <c>&lt;meta http-equiv="content-type"&gt;</c>.</summary>
    Html,

    /// <summary>A JSON document, which is UTF-8 unless a header says otherwise.</summary>
    Json,
}

/// <summary>The characters of a document.</summary>
/// <param name="Text">The characters, without a byte order mark.</param>
/// <param name="Encoding">The label of the encoding that was used, in lower case (« utf-8 », « windows-1252 »).</param>
public sealed record DecodedText(string Text, string Encoding);

/// <summary>
/// Turns the bytes of a document into characters. What is certain comes first (a byte order mark, the pattern of
/// UTF-16 and UTF-32), then what is claimed (the header, then the document), and a claim that the bytes contradict
/// gives way to judgement. After XML 1.0, appendix F, and the WHATWG Encoding and HTML standards.
/// </summary>
public static class TextDecoding
{
    private static readonly Encoding Windows1252;

    static TextDecoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Windows1252 = Encoding.GetEncoding(1252);
    }

    /// <summary>Decodes the bytes; never fails, since the last resort (windows-1252) gives every byte a character.</summary>
    /// <param name="bytes">The document as it was received, decompressed.</param>
    /// <param name="contentType">The value of the <c>Content-Type</c> header, if there was one.</param>
    /// <param name="kind">How the document names its encoding.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? contentType, MarkupKind kind)
    {
        (Encoding encoding, int start) = Judge(bytes, contentType, kind);
        return new DecodedText(Mojibake.WithoutC1(encoding.GetString(bytes[start..])), Label(encoding));
    }

    /// <summary>The label of an encoding, in lower case.</summary>
    internal static string Label(Encoding encoding) => encoding.WebName.ToLowerInvariant();

    /// <summary>The encoding that <see cref="Decode"/> uses, and where the text starts: after the byte order mark.</summary>
    internal static (Encoding Encoding, int Start) Judge(ReadOnlySpan<byte> bytes, string? contentType, MarkupKind kind)
    {
        if (EncodingLabels.FromByteOrderMark(bytes) is { } marked)
            return marked;
        if (EncodingLabels.FromPattern(bytes) is { } wide)
            return (wide, 0);
        foreach (string? label in (string?[])[EncodingLabels.InHeader(contentType), EncodingLabels.InDocument(bytes, kind)])
        {
            if (EncodingLabels.ToEncoding(label) is { } claimed && Fits(claimed, bytes))
                return (claimed, 0);
        }
        return (ReadsAsUtf8(bytes) ? Encoding.UTF8 : Windows1252, 0);
    }

    /// <summary>
    /// Whether the bytes can have been written in this encoding. Text in accented UTF-8 fits no one-byte
    /// encoding: every byte is valid there, but « Ã© » is never what was meant.
    /// </summary>
    private static bool Fits(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        if (encoding.CodePage == Encoding.UTF8.CodePage)
            return ReadsAsUtf8(bytes);
        if (encoding.IsSingleByte)
            return !HasValidMultiByteUtf8(bytes);
        try
        {
            Encoding strict = Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback);
            strict.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Whether UTF-8 explains the bytes outside ASCII better than a one-byte encoding does; a few damaged characters do not change that.</summary>
    private static bool ReadsAsUtf8(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
            return true;
        int valid = 0, invalid = 0;
        while (!bytes.IsEmpty)
        {
            int ascii = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0)
                break;
            bytes = bytes[ascii..];
            switch (Rune.DecodeFromUtf8(bytes, out _, out int length))
            {
                case System.Buffers.OperationStatus.Done: valid++; break;
                case System.Buffers.OperationStatus.InvalidData: invalid++; break;
            }
            bytes = bytes[length..];
        }
        return invalid == 0 || valid > invalid;
    }

    private static bool HasValidMultiByteUtf8(ReadOnlySpan<byte> bytes) => bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF) && Utf8.IsValid(bytes);
}
