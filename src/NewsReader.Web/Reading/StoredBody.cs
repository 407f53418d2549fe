using System.Text.Json;
using NewsReader.Newsroom.Articles;

namespace NewsReader.Web.Reading;

/// <summary>From the stored JSON of a text to what a page shows.</summary>
public static class StoredBody
{
    // What the column is wide, so that a phone loads a phone's picture.
    private const string Sizes = "(min-width: 45rem) 43rem, 100vw";

    /// <summary>The text as typed blocks; null where the JSON is none of ours.</summary>
    public static ArticleBody? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ArticleBodyJson.Default.ArticleBody) is { Blocks: not null } body ? body : null;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The text as HTML, with its typography and with our addresses of its pictures; a picture that was not recorded is left out.</summary>
    /// <param name="body">The text.</param>
    /// <param name="language">Its language; null counts as French.</param>
    /// <param name="images">The numbers of the recorded pictures, by the outlet's address.</param>
    public static string Html(ArticleBody body, string? language, IReadOnlyDictionary<string, long> images) =>
        ArticleHtml.Write(body, new ArticleHtmlOptions
        {
            Image = address => images.TryGetValue(address, out var id) ? Paths.Image(id) : null,
            Text = text => Typeset.Text(text, language),
            Sizes = Sizes,
        });

    /// <summary>Whether the text begins with a picture, or shows this one somewhere: then the lead picture is not put above it.</summary>
    public static bool Shows(ArticleBody body, string address) =>
        body.Blocks.Take(3).OfType<Figure>().Any(f => f.Pictures.Count > 0)
        || body.Blocks.OfType<Figure>().SelectMany(f => f.Pictures).SelectMany(p => p.Variants.Select(v => v.Address).Prepend(p.Address))
            .Contains(address, StringComparer.Ordinal);
}
