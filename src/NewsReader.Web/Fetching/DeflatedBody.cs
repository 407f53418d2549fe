using System.IO.Compression;

namespace NewsReader.Web.Fetching;

/// <summary>
/// The deflate coding, which is not asked for, since it is the one that servers get wrong: some send it without its zlib wrapper (RFC 9110, 8.4.1.2). Where it comes all the
/// same it is read both ways.
/// </summary>
internal static class DeflatedBody
{
    /// <summary>Whether the bytes of an answer are still in this coding.</summary>
    public static bool Is(HttpContent content) => "deflate".Equals(content.Headers.ContentEncoding.LastOrDefault(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the body is as the coding wants it (RFC 1950, 2.2: the method is 8, and the first two bytes are a multiple of 31).</summary>
    public static bool IsWrapped(ReadOnlySpan<byte> body) => body is [var first, var second, ..] && (first & 0x0F) == 8 && (first << 8 | second) % 31 == 0;

    /// <summary>The body; null where it is larger than the limit.</summary>
    /// <exception cref="InvalidDataException">The bytes are in no such coding.</exception>
    public static async Task<byte[]?> ReadAsync(byte[] body, int limit, CancellationToken cancellationToken)
    {
        var packed = new MemoryStream(body);
        await using Stream stream = IsWrapped(body) ? new ZLibStream(packed, CompressionMode.Decompress) : new DeflateStream(packed, CompressionMode.Decompress);
        return await CappedBody.ReadAsync(stream, limit, cancellationToken);
    }
}
