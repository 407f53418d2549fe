using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace NewsReader.Web.Hosting;

/// <summary>A page as bytes: plain, and compressed in the two ways that browsers ask for (Brotli over https only).</summary>
internal sealed class ReadyPage(byte[] plain)
{
    private readonly byte[] _brotli = Compress(plain, to => new BrotliStream(to, CompressionLevel.SmallestSize));
    private readonly byte[] _gzip = Compress(plain, to => new GZipStream(to, CompressionLevel.SmallestSize));
    private readonly string _hash = Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 12));

    /// <summary>Answers with the page, or with 304 where the reader holds it already.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        var (response, encoding) = (context.Response, Encoding(context.Request));
        var tag = new EntityTagHeaderValue($"\"{_hash}{(encoding is null ? "" : "-" + encoding)}\"");
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Vary = "Accept-Encoding, Cookie";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false) || t.Equals(EntityTagHeaderValue.Any)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentType = null;
            return;
        }

        var bytes = encoding switch { "br" => _brotli, "gzip" => _gzip, _ => plain };
        response.ContentType = "text/html; charset=utf-8";
        if (encoding is not null) response.Headers.ContentEncoding = encoding;
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static string? Encoding(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptEncoding.Where(e => e.Quality is not 0).Select(e => e.Value.Value).ToList();
        return wanted.Contains("br", StringComparer.OrdinalIgnoreCase) ? "br"
            : wanted.Contains("gzip", StringComparer.OrdinalIgnoreCase) ? "gzip" : null;
    }

    private static byte[] Compress(byte[] plain, Func<Stream, Stream> coder)
    {
        using var packed = new MemoryStream();
        using (var stream = coder(packed)) stream.Write(plain);
        return packed.ToArray();
    }
}
