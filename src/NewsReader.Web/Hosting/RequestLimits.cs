using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace NewsReader.Web.Hosting;

/// <summary>
/// How large a request may be. A page that takes a file allows more for itself with <c>[RequestSizeLimit]</c>. A body that announces too much is refused
/// before a byte of it is read, in words; one that hides its length is cut off by the server.
/// </summary>
internal sealed class RequestLimits(RequestDelegate next)
{
    /// <summary>The most bytes of a form.</summary>
    public const int FormBytes = 256 * 1024;

    private const int LineBytes = 8 * 1024;
    private const int HeaderBytes = 16 * 1024;
    private const int Headers = 64;
    private static readonly TimeSpan HeaderTime = TimeSpan.FromSeconds(15);

    /// <summary>Tells the server.</summary>
    public static void Set(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = FormBytes;
        server.Limits.MaxRequestLineSize = LineBytes;
        server.Limits.MaxRequestHeadersTotalSize = HeaderBytes;
        server.Limits.MaxRequestHeaderCount = Headers;
        server.Limits.RequestHeadersTimeout = HeaderTime;
    }

    public Task InvokeAsync(HttpContext context)
    {
        // Routing has set here what the page allows for itself.
        var most = context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        var isTooLarge = context.Request.ContentLength > most;
        // The page that says so comes by here for the same request.
        if (!isTooLarge || context.Features.Get<IStatusCodeReExecuteFeature>() is not null) return next(context);
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    }
}
