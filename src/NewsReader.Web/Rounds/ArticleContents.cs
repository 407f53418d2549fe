using NewsReader.Newsroom.Articles;
using NewsReader.Storage;
using NewsReader.Storage.Articles;

namespace NewsReader.Web.Rounds;

/// <summary>Puts a body and its pictures beside their article. The caller saves.</summary>
internal static class ArticleContents
{
    private const int MostPictures = 60;

    /// <summary>Puts the body that a feed carries, in the place of <paramref name="text"/> where there is one.</summary>
    public static ArticleText Put(NewsDb db, Article article, ArticleText? text, ArticleBody body)
    {
        var stored = Describe(article, body);
        if (text is null) db.ArticleTexts.Add(text = new ArticleText { Article = article, Body = stored.Json });
        else if (text.Body != stored.Json) text.Body = stored.Json;
        return text;
    }

    /// <summary>Puts the body that was read on the article's page, in the place of <paramref name="text"/> where there is one.</summary>
    public static ArticleText Put(NewsDb db, Article article, ArticleText? text, ExtractedArticle extracted)
    {
        text = Put(db, article, text, extracted.Body);
        text.IsFromPage = true;
        if (!text.Furniture.SequenceEqual(extracted.Furniture, StringComparer.Ordinal)) text.Furniture = [.. extracted.Furniture];
        return text;
    }

    /// <summary>
    /// Records the pictures of an article, its lead and those of its body with their variants: only these are ever served. Returns the one that leads it,
    /// whose key is known once the caller has saved: the one that the article names, else the first of its body.
    /// </summary>
    public static ArticleImage? AddPictures(NewsDb db, Article article, ArticleBody body, Picture? lead, IReadOnlyCollection<ArticleImage> known)
    {
        var pictures = Enumerable.Concat(lead is null ? [] : [lead], Pictures(body.Blocks)).Take(MostPictures).ToList();
        var images = known.ToDictionary(i => i.Address, StringComparer.Ordinal);
        foreach (var picture in pictures)
        {
            Add(picture.Address, picture.Width, picture.Height);
            foreach (var variant in picture.Variants) Add(variant.Address, variant.Width, Scaled(picture, variant.Width));
        }

        return pictures.Count > 0 ? images[pictures[0].Address] : null;

        void Add(string address, int? width, int? height)
        {
            if (images.TryGetValue(address, out var image))
            {
                (image.Width, image.Height) = (width ?? image.Width, height ?? image.Height);
                return;
            }

            images.Add(address, image = new ArticleImage { Article = article, Address = address, Width = width, Height = height });
            db.ArticleImages.Add(image);
        }
    }

    private static StoredText Describe(Article article, ArticleBody body)
    {
        var stored = ToStorage.Text(body);
        (article.Words, article.Fingerprint, article.BodyHash) = (stored.Words, stored.Fingerprint, stored.Hash);
        article.IsFullText = article.Access != ArticleAccess.Excerpt;
        return stored;
    }

    private static int? Scaled(Picture picture, int width) =>
        picture is { Width: > 0 and var full, Height: > 0 and var height } ? (int)Math.Round((double)height * width / full) : null;

    private static IEnumerable<Picture> Pictures(IReadOnlyList<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Figure figure => figure.Pictures,
        Quotation quotation => Pictures(quotation.Blocks),
        ListBlock list => list.Items.SelectMany(item => Pictures(item.Blocks)),
        _ => [],
    });
}
