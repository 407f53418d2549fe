using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace NewsReader.Web.Hosting;

/// <summary>Serves <c>/images/{id}</c>.</summary>
internal static class PictureDoor
{
    /// <summary>A picture that is opened by itself is a document: nothing in it loads or runs, whatever a browser takes it for.</summary>
    private const string Policy = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private const string RetryAfterSeconds = "10";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/images/{id:long}", [HttpMethods.Get, HttpMethods.Head], ServeAsync);

    private static async Task<IResult> ServeAsync(long id, PictureShelf shelf, HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        var (picture, isLater) = await shelf.FindAsync(id, context.RequestAborted);
        if (picture is null)
        {
            // Where a picture is missing, nobody reads the page that says so.
            context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
            context.Response.Headers.CacheControl = isLater ? "no-store" : "public, max-age=300";
            if (isLater) context.Response.Headers.RetryAfter = RetryAfterSeconds;
            return Results.StatusCode(isLater ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status404NotFound);
        }

        // The bytes under a number never change: another picture gets another number.
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(picture.Bytes, picture.ContentType,
            entityTag: new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{id}-{picture.Bytes.Length}\"")));
    }
}
