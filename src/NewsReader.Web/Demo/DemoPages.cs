using System.Globalization;

namespace NewsReader.Web.Demo;

/// <summary>Renders the papers' pages, each paper in its own shape: the templates of <c>Shapes/</c>.</summary>
internal static class DemoPages
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>An article's page.</summary>
    public static string Article(DemoPaper paper, DemoArticle article)
    {
        var values = Facts(paper);
        Describe(values, paper, article);
        Picture(values, paper, article);
        Text(values, paper, article);
        return DemoTemplate.Fill(DemoFiles.Text($"Demo/Shapes/{(article.IsLive ? "direct" : paper.Shape)}.html"), values);
    }

    /// <summary>The paper's home page, which names its feeds.</summary>
    public static string Home(DemoPaper paper)
    {
        var values = Facts(paper);
        values["feeds"] = string.Join('\n', paper.Feeds.Select(feed =>
            $"<link rel=\"alternate\" type=\"{DemoFeeds.MediaType(feed)}\" title=\"{DemoMarkup.Encode(feed.Title)}\" href=\"{feed.Path}\">"));
        values["articles"] = string.Join('\n', paper.Articles.Select(article => $"<li>{Link(article)}</li>"));
        return DemoTemplate.Fill(DemoFiles.Text("Demo/Shapes/accueil.html"), values);
    }

    private static Dictionary<string, string> Facts(DemoPaper paper) => new(StringComparer.Ordinal)
    {
        ["name"] = paper.Name,
        ["tagline"] = paper.Tagline,
        ["host"] = paper.Host,
        ["site"] = paper.Site,
        ["charset"] = paper.Charset,
    };

    private static void Describe(Dictionary<string, string> values, DemoPaper paper, DemoArticle article)
    {
        values["title"] = article.Title;
        values["lede"] = article.Lede;
        values["author"] = article.Author ?? "";
        values["section"] = article.Section;
        values["url"] = DemoAddress.Article(paper, article);
        values["id"] = DemoAddress.Hash(article.Slug).ToString(CultureInfo.InvariantCulture);
        values["published"] = Iso(article.Published);
        values["modified"] = Iso(article.Modified);
        values["publishedWords"] = Words(article.Published);
        values["modifiedWords"] = article.Modified == article.Published ? "" : Words(article.Modified);
        values["publishedFigures"] = article.Published.ToString("dd'/'MM'/'yyyy HH':'mm", CultureInfo.InvariantCulture);
        values["free"] = article.IsForSubscribers ? "false" : "true";
        var others = paper.Articles.Where(other => other != article).ToList();
        values["related"] = string.Join('\n', others.Take(4).Select(other => $"<li>{Link(other)}</li>"));
        values["alsoRead"] = others.Count == 0 ? "" : Link(others[(int)(DemoAddress.Hash(article.Slug) % (uint)others.Count)]);
    }

    private static void Picture(Dictionary<string, string> values, DemoPaper paper, DemoArticle article)
    {
        var picture = article.Picture;
        values["image"] = picture is null ? "" : DemoAddress.Picture(paper, article, DemoPictures.Wide);
        values["imageSmall"] = picture is null ? "" : DemoAddress.Picture(paper, article, DemoPictures.Narrow);
        values["alt"] = picture?.Alt ?? "";
        values["credit"] = DemoTypography.Compose($"Illustration : {paper.Name}", paper.Composition);
    }

    private static void Text(Dictionary<string, string> values, DemoPaper paper, DemoArticle article)
    {
        var start = article.Body.Take(DemoArticle.FreeChunks).ToList();
        var rest = article.Body.Skip(DemoArticle.FreeChunks).ToList();
        Func<IEnumerable<string>, string> write = paper.Shape is "retours" or "latin" ? DemoMarkup.Breaks : DemoMarkup.Html;
        values["start"] = write(start);
        values["rest"] = article.IsForSubscribers ? "" : write(rest);
        values["posts"] = article.IsLive ? DemoMarkup.Posts(article.Body) : "";
        values["words"] = DemoMarkup.Words(article.IsForSubscribers ? start : article.Body);
        values["locked"] = article.IsForSubscribers ? DemoTypography.Compose($"Il vous reste {Remaining(start, rest)} % de cet article à lire.", paper.Composition) : "";
    }

    private static string Remaining(IEnumerable<string> start, IEnumerable<string> rest)
    {
        double hidden = rest.Sum(chunk => chunk.Length);
        return Math.Round(100 * hidden / (hidden + start.Sum(chunk => chunk.Length))).ToString(CultureInfo.InvariantCulture);
    }

    private static string Link(DemoArticle article) =>
        $"<a href=\"{DemoMarkup.Encode(article.Path)}\">{DemoMarkup.Encode(article.Title)}</a>";

    private static string Iso(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Words(DateTimeOffset moment) => moment.ToString("d MMMM yyyy 'à' H 'h' mm", French);
}
