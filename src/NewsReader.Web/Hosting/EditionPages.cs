using System.Collections.Concurrent;
using Microsoft.Net.Http.Headers;
using NewsReader.Web.Reading;

namespace NewsReader.Web.Hosting;

/// <summary>
/// Keeps the front page and the section pages as bytes, also compressed, until another edition is drawn: a request for a ready page
/// computes nothing. What a page depends on is its path, the edition and the reader's appearance; the shelf goes with the edition.
/// </summary>
internal sealed class EditionPages(RequestDelegate next, EditionStamp stamp)
{
    /// <summary>Nine pages in their usual appearances; more are drawn for each request.</summary>
    private const int MostPages = 64;

    private volatile Shelf _shelf = new("");

    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsKept(context.Request) || await stamp.CurrentAsync(context.RequestAborted) is not { } word)
        {
            await next(context);
            return;
        }

        var shelf = _shelf;
        if (!string.Equals(shelf.Stamp, word, StringComparison.Ordinal))
            _shelf = shelf = new Shelf(word);
        var key = (context.Request.Path.Value!, Appearance.Of(context.Request));
        if (!shelf.Pages.TryGetValue(key, out var page))
        {
            page = await DrawAsync(context);
            if (page is null) return;
            if (shelf.Pages.Count < MostPages) shelf.Pages.TryAdd(key, page);
        }

        await page.WriteAsync(context);
    }

    private static bool IsKept(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !request.QueryString.HasValue
        && (request.Path == "/" || request.Path.StartsWithSegments("/rubriques", StringComparison.Ordinal));

    /// <summary>Draws the page; null where it is none to keep, and the answer was given.</summary>
    private async Task<ReadyPage?> DrawAsync(HttpContext context)
    {
        var outlet = context.Response.Body;
        using var drawn = new MemoryStream();
        context.Response.Body = drawn;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = outlet;
        }

        var isPage = context.Response.StatusCode == StatusCodes.Status200OK
            && context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true
            && !context.Response.Headers.ContainsKey(HeaderNames.SetCookie);
        // The answer to a HEAD request has no body to keep.
        if (isPage && drawn.Length > 0)
            return new ReadyPage(drawn.ToArray());
        drawn.Position = 0;
        await drawn.CopyToAsync(outlet, context.RequestAborted);
        return null;
    }

    private sealed class Shelf(string stamp)
    {
        public string Stamp => stamp;

        public ConcurrentDictionary<(string Path, Appearance Appearance), ReadyPage> Pages { get; } = new();
    }
}
