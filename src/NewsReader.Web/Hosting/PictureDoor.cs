using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace NewsReader.Web.Hosting;

/// <summary>Serves <c>/images/{id}</c>.</summary>
internal static class PictureDoor
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/images/{id:long}", [HttpMethods.Get, HttpMethods.Head], ServeAsync);

    private static async Task<IResult> ServeAsync(long id, PictureShelf shelf, HttpContext context)
    {
        var picture = await shelf.FindAsync(id, context.RequestAborted);
        if (picture is null)
        {
            // Where a picture is missing, nobody reads the page that says so.
            context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
            context.Response.Headers.CacheControl = "public, max-age=300";
            return Results.NotFound();
        }

        // The bytes under a number never change: another picture gets another number.
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(picture.Bytes, picture.ContentType,
            entityTag: new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{id}-{picture.Bytes.Length}\"")));
    }
}
