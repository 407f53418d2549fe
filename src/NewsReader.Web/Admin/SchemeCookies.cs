using Microsoft.AspNetCore.Authentication.Cookies;

namespace NewsReader.Web.Admin;

/// <summary>
/// Names the session's cookie by the connection: on https it is <c>__Host-</c>, which browsers bind to this host and to https (RFC 6265bis, 4.1.3.2);
/// on plain http, where they refuse that prefix, it has none.
/// </summary>
internal sealed class SchemeCookies : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, Name(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _cookies.DeleteCookie(context, Name(context, key), options);

    private static string Name(HttpContext context, string key) => context.Request.IsHttps ? "__Host-" + key : key;
}
