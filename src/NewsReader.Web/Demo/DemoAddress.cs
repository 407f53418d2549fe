using System.Globalization;
using System.Text;

namespace NewsReader.Web.Demo;

/// <summary>Where the papers put things.</summary>
internal static class DemoAddress
{
    /// <summary>An article's path and query on its paper's host.</summary>
    public static string Path(DemoPaper paper, string slug, string section, DateTimeOffset published) => paper.Address
        .Replace("{slug}", slug, StringComparison.Ordinal)
        .Replace("{section}", Plain(section), StringComparison.Ordinal)
        .Replace("{date}", published.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{id}", (10_000 + (Hash(slug) % 90_000)).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public static string Article(DemoPaper paper, DemoArticle article) => paper.Site + article.Path[1..];

    public static string Picture(DemoPaper paper, DemoArticle article, int width) => paper.Site + PicturePath(article, width)[1..];

    public static string PicturePath(DemoArticle article, int width) =>
        $"/images/{article.Slug}-{width.ToString(CultureInfo.InvariantCulture)}.png";

    /// <summary>A word without accents or capitals, for addresses.</summary>
    public static string Plain(string word) => new(
        [.. word.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetter).Select(char.ToLowerInvariant)]);

    /// <summary>The same number for the same text in every run (FNV-1a, 32 bits).</summary>
    public static uint Hash(string text) => text.Aggregate(2_166_136_261u, (hash, letter) => unchecked((hash ^ letter) * 16_777_619u));
}
