namespace NewsReader.Web.Fetching;

/// <summary>Reads a body up to a limit that counts bytes after decompression, so that a small bomb stays small.</summary>
internal static class CappedBody
{
    // Below the size at which arrays go to the large object heap.
    private const int Piece = 64 * 1024;

    /// <summary>The whole body; null where it is larger than the limit. Nothing is put together before the end is seen.</summary>
    public static async Task<byte[]?> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > limit)
            return null;
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        return await ReadAsync(stream, limit, cancellationToken);
    }

    /// <summary>All that a stream gives; null where it is larger than the limit.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        var pieces = new List<byte[]>();
        long total = 0;
        while (true)
        {
            var piece = new byte[Piece];
            var read = await stream.ReadAtLeastAsync(piece, Piece, throwOnEndOfStream: false, cancellationToken);
            total += read;
            if (total > limit)
                return null;
            pieces.Add(piece);
            if (read < Piece)
                return Join(pieces, (int)total);
        }
    }

    private static byte[] Join(List<byte[]> pieces, int total)
    {
        var whole = new byte[total];
        for (var i = 0; i < pieces.Count; i++)
        {
            var start = i * Piece;
            pieces[i].AsSpan(0, Math.Min(Piece, total - start)).CopyTo(whole.AsSpan(start));
        }

        return whole;
    }
}
