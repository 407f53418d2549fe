using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace NewsReader.Web.Pages.Admin;

/// <summary>
/// Turns a form away that says itself to be larger than this, before a byte of it is read, and back to its own page, which then says why: the server's own
/// limits end in an error page that knows nothing of the form.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LargestFormAttribute(long bytes) : Attribute, IAuthorizationFilter, IOrderedFilter
{
    private const string Said = "trop-lourd";

    /// <summary>The limit.</summary>
    public long Bytes => bytes;

    /// <summary>After the filters that set the server's limits (900), before the one that reads the form for its token (1000).</summary>
    public int Order => 950;

    /// <summary>Whether a page is asked for after its form was turned away.</summary>
    public static bool Refused(HttpRequest request) => HttpMethods.IsGet(request.Method) && request.Query.ContainsKey(Said);

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.Request.ContentLength > bytes)
            context.Result = new RedirectResult($"{context.HttpContext.Request.Path}?{Said}=1");
    }
}
