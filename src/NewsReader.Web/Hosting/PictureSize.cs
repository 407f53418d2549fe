using System.Buffers.Binary;

namespace NewsReader.Web.Hosting;

/// <summary>
/// The size that a picture states in its own header, read without decoding it: a few bytes can unfold into gigabytes of pixels in a
/// reader's browser. JPEG (ITU T.81, B.2.2), PNG (W3C PNG, 11.2.1), GIF89a (18), WebP (RFC 9649, 2.4–2.7), AVIF (ISO/IEC 23008-12, ispe).
/// </summary>
internal static class PictureSize
{
    /// <summary>Width and height in pixels; null where the header does not tell.</summary>
    public static (int Width, int Height)? Of(ReadOnlySpan<byte> bytes, string mediaType)
    {
        try
        {
            return mediaType switch
            {
                "image/jpeg" => Jpeg(bytes),
                "image/png" => (Big32(bytes, 16), Big32(bytes, 20)),
                "image/gif" => (Little16(bytes, 6), Little16(bytes, 8)),
                "image/webp" => Webp(bytes),
                "image/avif" => Avif(bytes),
                _ => null,
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            // The header is cut.
            return null;
        }
    }

    private static (int, int)? Jpeg(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (at + 9 < bytes.Length)
        {
            if (bytes[at] != 0xFF) return null;
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            // A frame header, whatever its process, but for the tables that share its range (C4, C8, CC).
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (Big16(bytes, at + 7), Big16(bytes, at + 5));
            at += 2 + Big16(bytes, at + 2);
        }

        return null;
    }

    private static (int, int)? Webp(ReadOnlySpan<byte> bytes)
    {
        var kind = bytes.Slice(12, 4);
        if (kind.SequenceEqual("VP8X"u8)) return (1 + Little24(bytes, 24), 1 + Little24(bytes, 27));
        if (kind.SequenceEqual("VP8 "u8)) return (Little16(bytes, 26) & 0x3FFF, Little16(bytes, 28) & 0x3FFF);
        if (!kind.SequenceEqual("VP8L"u8)) return null;
        var packed = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Slice(21, 4));
        return (1 + (int)(packed & 0x3FFF), 1 + (int)((packed >> 14) & 0x3FFF));
    }

    // The largest of the sizes that the file gives for its parts (the picture, its tiles, its transparency).
    private static (int, int)? Avif(ReadOnlySpan<byte> bytes)
    {
        (int Width, int Height)? largest = null;
        var rest = bytes[..Math.Min(bytes.Length, 64 * 1024)];
        for (var at = rest.IndexOf("ispe"u8); at >= 0; at = rest.IndexOf("ispe"u8))
        {
            var (width, height) = (Big32(rest, at + 8), Big32(rest, at + 12));
            if (largest is not { } known || (long)width * height > (long)known.Width * known.Height) largest = (width, height);
            rest = rest[(at + 4)..];
        }

        return largest;
    }

    private static int Big16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes.Slice(at, 2));

    private static int Big32(ReadOnlySpan<byte> bytes, int at) => (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(bytes.Slice(at, 4)), int.MaxValue);

    private static int Little16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.Slice(at, 2));

    private static int Little24(ReadOnlySpan<byte> bytes, int at) => bytes.Slice(at, 3) is var b ? b[0] | b[1] << 8 | b[2] << 16 : 0;
}
