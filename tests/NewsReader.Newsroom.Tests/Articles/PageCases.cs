using System.Runtime.CompilerServices;
using System.Text.Json;
using NewsReader.Newsroom.Articles;

namespace NewsReader.Newsroom.Tests.Articles;

/// <summary>Whole pages in the shapes of real ones, each with the body and the facts that a reader must get from it.</summary>
public sealed class PageCases
{
    public static TheoryData<string> Names => [.. Directory.EnumerateDirectories(Folder()).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_becomes_its_article_and_nothing_else(string name)
    {
        var folder = Path.Combine(Folder(), name);
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")));
        var facts = expected.RootElement;

        var extraction = ArticleExtractor.Extract(File.ReadAllBytes(Path.Combine(folder, "page.html")), null, facts.GetProperty("address").GetString()!);

        extraction.Problem.ShouldBeNull();
        var article = extraction.Article.ShouldNotBeNull();
        BodyOutline.Of(article.Body).Split('\n').ShouldBe(File.ReadAllLines(Path.Combine(folder, "expected.txt")));
        article.Title.ShouldBe(facts.GetProperty("title").GetString());
        article.Authors.ShouldBe(facts.GetProperty("authors").EnumerateArray().Select(a => a.GetString()!));
        article.Published.ShouldBe(facts.GetProperty("published").GetString());
        article.Access.ToString().ShouldBe(facts.GetProperty("access").GetString());
        if (facts.TryGetProperty("agency", out var agency)) article.Agency.ShouldBe(agency.GetString());
        if (facts.TryGetProperty("canonical", out var canonical)) article.Canonical.ShouldBe(canonical.GetString());
        if (facts.TryGetProperty("live", out var live)) article.IsLive.ShouldBe(live.GetBoolean());
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "Cases", "pages");
}
