namespace NewsReader.Web.Fetching;

/// <summary>Tells a picture by its first bytes (WHATWG MIME Sniffing Standard, section 6.1), whatever its label says.</summary>
public static class RasterImage
{
    /// <summary>The media type of a picture that a page may show; null for everything else, SVG included: it can carry scripts.</summary>
    public static string? MediaType(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]))
            return "image/jpeg";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
            return "image/png";
        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8))
            return "image/gif";
        if (bytes.Length < 12)
            return null;
        if (bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8))
            return "image/webp";
        return bytes[4..8].SequenceEqual("ftyp"u8) && (bytes[8..12].SequenceEqual("avif"u8) || bytes[8..12].SequenceEqual("avis"u8))
            ? "image/avif"
            : null;
    }
}
