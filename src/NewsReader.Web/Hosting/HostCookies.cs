using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace NewsReader.Web.Hosting;

/// <summary>
/// On https every cookie is Secure and named <c>__Host-</c>, which browsers bind to this host and to https (RFC 6265bis, 4.1.3.2), and none without that
/// name is read: what a neighbouring host or a plain connection set is not ours. On plain http, where browsers refuse the prefix, cookies keep
/// their own names. It is done here since the cookies of forms and of confirmations have their names fixed for the whole program.
/// </summary>
internal sealed class HostCookies(RequestDelegate next)
{
    private const string Prefix = "__Host-";
    private const string Secure = "; secure";

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.IsHttps) return next(context);
        var headers = context.Request.Headers;
        if (headers.Cookie.Count > 0) headers.Cookie = Ours(headers.Cookie);
        context.Response.OnStarting(Bind, context.Response);
        return next(context);
    }

    /// <summary>The request's cookies that carry the prefix, without it.</summary>
    private static string Ours(StringValues sent) => string.Join("; ", sent
        .SelectMany(line => (line ?? "").Split(';', StringSplitOptions.TrimEntries))
        .Where(cookie => cookie.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(cookie => cookie[Prefix.Length..]));

    private static Task Bind(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        if (headers.TryGetValue(HeaderNames.SetCookie, out var set))
            headers.SetCookie = new StringValues([.. set.Select(Bound)]);
        return Task.CompletedTask;
    }

    private static string Bound(string? cookie) =>
        Prefix + cookie + (cookie?.Contains(Secure, StringComparison.OrdinalIgnoreCase) == true ? "" : Secure);
}
