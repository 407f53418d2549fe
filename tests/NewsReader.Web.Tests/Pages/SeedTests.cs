using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using NewsReader.Web.Tests.Adding;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Pages;

/// <summary>The article that the project started from, through the whole program, in three shapes of page.</summary>
public sealed class SeedTests : IDisposable
{
    private const string Headline = "omment cette alliance pourrait changer la donne";
    private static readonly string[] Shapes = ["seed-amp", "seed-line-breaks", "seed-wordpress-mobile"];
    private static readonly string[] Debris = ["Les nouvelles les plus importantes de la journée", "Quitter la version mobile"];

    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _folder = Directory.CreateTempSubdirectory("newsreader-seed-").FullName;

    [Fact]
    public async Task The_first_article_we_were_given_is_read_as_its_author_wrote_it()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        foreach (var shape in Shapes) paper.Page("/" + shape, await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests/NewsReader.Newsroom.Tests/Cases/pages", shape, "page.html")));
        var items = Shapes.Select(s => $"<item><guid>{s}</guid><title>c{Headline}</title><link>{paper.Home}/{s}</link></item>");
        paper.Feed("/rss", $"<rss version=\"2.0\"><channel><title>Le Papier</title>{string.Concat(items)}</channel></rss>");
        await ProgramRun.RunAsync(_folder, "sources", "add", paper.Home + "/rss", "--unchecked");
        await ProgramRun.RunAsync(_folder, "refresh");
        await using var server = ProgramRun.Serve(_folder);
        using var client = new HttpClient { BaseAddress = await server.AddressAsync() };
        var ids = DataFile.Rows(_folder, $"select Id from Articles where Title = 'c{Headline}'");
        ids.Count.ShouldBe(Shapes.Length);
        foreach (var body in DataFile.Rows(_folder, "select Body from ArticleTexts").Select(b => JsonNode.Parse(b)!.ToJsonString(AsWritten)))
        {
            body.ShouldContain("«Le principal goulot");
            foreach (var debris in Debris.Append(Headline)) body.ShouldNotContain(debris);
        }

        foreach (var id in ids)
        {
            var page = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(new Uri($"/articles/{id}", UriKind.Relative)));
            var article = page.QuerySelector("article").ShouldNotBeNull();
            article.QuerySelectorAll("h1").Select(h => h.TextContent.Trim()).ShouldBe(["C" + Headline]);
            article.TextContent.Split(Headline).Length.ShouldBe(2);
            article.QuerySelectorAll("h2, h3").Select(h => h.TextContent).ShouldBe(["Entraînement au combat", "Du travail pour la Russie"]);
            var text = article.QuerySelectorAll("p").Select(p => p.TextContent).ToList();
            var start = text.FindIndex(p => p.StartsWith("Ce déploiement sans précédent", StringComparison.Ordinal));
            text[start + 5].ShouldEndWith("son allié traditionnel, Pékin.");
            article.TextContent.ShouldContain("«\u00a0Le principal goulot");
            foreach (var debris in Debris) article.TextContent.ShouldNotContain(debris);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
