using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Pages;

public sealed class ArticleTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Fact]
    public async Task An_article_shows_its_facts_and_its_text_with_French_typography()
    {
        var page = await PageAsync(SeededPaper.LeadArticle);

        page.QuerySelector(".facts")!.TextContent.ShouldBe("Par Jeanne Le Goff · Publié à\u00A06\u00A0h\u00A025 · Temps de lecture\u00A0: 4\u00A0min");
        page.QuerySelector(".body .lede")!.TextContent.ShouldContain("coupées\u00A0: l’île");
        page.QuerySelector(".body blockquote")!.TextContent.ShouldContain("1999\u202F!");
        page.QuerySelector(".body pre")!.TextContent.ShouldBe("a ? b : c;");
        page.QuerySelector(".body table th")!.TextContent.ShouldBe("Ville");
        page.QuerySelector(".band").ShouldBeNull();
    }

    [Fact]
    public async Task Pictures_come_from_our_origin_and_only_when_recorded()
    {
        var page = await PageAsync(SeededPaper.LeadArticle);

        page.QuerySelectorAll("main img").Select(i => i.GetAttribute("src")).ShouldBe(["/images/10", "/images/30"]);
        page.QuerySelectorAll("figcaption")[^1].TextContent.ShouldContain("Une légende sans image.");
    }

    [Fact]
    public async Task An_edited_article_leads_to_what_its_outlet_changed()
    {
        var article = await PageAsync(SeededPaper.Edited);
        var link = article.QuerySelector(".facts a")!;
        link.TextContent.ShouldBe("Modifié à\u00A06\u00A0h\u00A045");

        var page = new HtmlParser().ParseDocument(await site.Client.GetStringAsync(link.GetAttribute("href")));

        var edits = page.QuerySelectorAll(".edit");
        edits.Select(edit => edit.QuerySelector("h2")!.TextContent).ShouldBe(["Modification vue à\u00A06\u00A0h\u00A045", "Modification vue à\u00A06\u00A0h\u00A015"]);
        Words(edits[0], ".headline ins").ShouldBe([" pour la première fois"]);
        edits[0].QuerySelectorAll("p").Length.ShouldBe(1);
        Words(edits[1], ".headline del").ShouldBe(["9"]);
        Words(edits[1], ".headline ins").ShouldBe(["10"]);
        Words(edits[1], "p:not(.headline) del").ShouldBe(["dix-neuf", "Aucun bateau n’est sorti <b>hier</b>, selon la capitainerie."]);
        Words(edits[1], "p:not(.headline) ins").ShouldBe(["vingt"]);
        edits[1].QuerySelector("p.meta")!.TextContent.ShouldBe("3\u00A0paragraphes inchangés");
    }

    [Fact]
    public async Task An_article_without_earlier_versions_has_no_page_of_changes()
    {
        var answer = await site.Client.GetAsync($"/articles/{SeededPaper.English}/x/modifications");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldStartWith($"/articles/{SeededPaper.English}/");
        (await site.Client.GetAsync("/articles/987654/x/modifications")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_article_ends_with_its_other_versions_and_the_next_story()
    {
        var page = await PageAsync(SeededPaper.LeadArticle);

        page.QuerySelectorAll(".next .who li").Length.ShouldBe(4);
        page.QuerySelector(".next .story a")!.GetAttribute("href")!.ShouldStartWith("/sujets/2/");
        page.QuerySelectorAll(".tools a").Select(a => a.TextContent).ShouldBe(["Retour", "AaApparence", "Original"]);
    }

    [Fact]
    public async Task Where_the_text_could_not_be_had_the_summary_stands_with_the_reason_and_the_way_to_the_original()
    {
        var page = await PageAsync(SeededPaper.Subscribers);

        page.QuerySelector(".body")!.TextContent.ShouldContain("40 tonnes de poisson");
        page.QuerySelector(".band p")!.TextContent.ShouldBe("La Revue des îles réserve la suite à ses abonnés.");
        page.QuerySelector(".band a.button")!.GetAttribute("href").ShouldBe("https://journal5.example/articles/101");
        page.QuerySelector(".facts")!.TextContent.ShouldNotContain("Temps de lecture");
        page.QuerySelector(".kicker .badge")!.TextContent.ShouldBe("Abonnés");
    }

    [Fact]
    public async Task An_article_of_another_year_says_its_age() =>
        (await PageAsync(SeededPaper.Old)).QuerySelector(".band")!.TextContent.ShouldBe("Cet article a plus d’un an\u00A0: il est du samedi 26 octobre 2024.");

    [Fact]
    public async Task An_article_in_another_language_is_marked_and_keeps_its_typography()
    {
        var page = await PageAsync(SeededPaper.English);

        page.QuerySelector("h1")!.GetAttribute("lang").ShouldBe("en");
        page.QuerySelector("h1")!.TextContent.ShouldBe("What the island wants: a ferry, now!");
    }

    [Fact]
    public async Task The_stream_goes_from_the_newest_to_the_oldest_without_a_gap()
    {
        await using (var db = site.Open())
        {
            if (!db.Articles.Any(a => a.Id == 5000))
            {
                for (var n = 0; n < 50; n++)
                {
                    // All at one time, so that only the cursor's number tells them apart.
                    var at = SeededSite.Now.UtcDateTime.AddDays(-2);
                    db.Articles.Add(new() { Id = 5000 + n, OutletId = 1, Address = $"https://journal1.example/{5000 + n}", Title = $"Article {n}", At = at, FirstSeen = at });
                }

                await db.SaveChangesAsync();
            }
        }

        var seen = new List<string>();
        for (var path = "/en-continu"; path is not null;)
        {
            var page = new HtmlParser().ParseDocument(await site.TextAsync(path));
            seen.AddRange(page.QuerySelectorAll(".who h3 a").Select(a => a.GetAttribute("href")!.Split('/')[2]));
            path = page.QuerySelector(".pager [rel=next]")?.GetAttribute("href");
        }

        seen.Count.ShouldBe(77);
        seen.ShouldBeUnique();
        seen[0].ShouldBe("1");
        seen[^1].ShouldBe(SeededPaper.Old.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("/articles/999999/rien")]
    [InlineData("/nulle-part")]
    public async Task What_does_not_exist_says_so_in_French(string path)
    {
        using var answer = await site.SendAsync(path);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("<h1>Page introuvable</h1>");
    }

    private async Task<IHtmlDocument> PageAsync(long id)
    {
        using var redirect = await site.SendAsync($"/articles/{id}");
        redirect.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return new HtmlParser().ParseDocument(await site.TextAsync(redirect.Headers.Location!.ToString()));
    }

    private static IEnumerable<string> Words(AngleSharp.Dom.IElement edit, string selector) =>
        edit.QuerySelectorAll(selector).Select(part => part.ChildNodes[^1].TextContent);
}
