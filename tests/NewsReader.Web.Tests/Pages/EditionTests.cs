using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage.Editions;
using NewsReader.Web.Hosting;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Pages;

public sealed class EditionTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Fact]
    public async Task The_front_page_says_its_day_its_hour_and_its_extent()
    {
        var page = await PageAsync("/");

        page.QuerySelectorAll("h1").Single().TextContent.ShouldBe("À la une — dimanche 22 novembre 2026");
        page.QuerySelector(".day .meta")!.TextContent.ShouldBe("Mise à jour à 7\u00A0h\u00A005 · 1\u202F214\u00A0articles, 32\u00A0sources");
        page.QuerySelector(".day time")!.GetAttribute("datetime").ShouldBe("2026-11-22T07:05+01:00");
    }

    [Fact]
    public async Task The_front_page_has_twenty_stories_in_order_and_an_end()
    {
        var page = await PageAsync("/");

        page.QuerySelectorAll("main article").Length.ShouldBe(20);
        page.QuerySelector("article h2")!.TextContent.ShouldBe("Tempête Amélie\u00A0: l’île de Brenne coupée du continent, 12\u202F000 foyers sans électricité");
        page.QuerySelectorAll("article details").Length.ShouldBe(20);
        page.QuerySelector(".done")!.TextContent.Trim().ShouldBe("Vous êtes à jour. Hier, samedi 21 novembre");
        page.QuerySelector(".done a")!.GetAttribute("href").ShouldBe("/jour/2026-11-21");
        page.QuerySelectorAll("aside.rail li").Length.ShouldBe(3);
        page.Body!.TextContent.ShouldNotContain("il y a 4");
    }

    [Fact]
    public async Task A_story_of_many_leads_to_the_story_and_one_of_a_single_outlet_to_its_article()
    {
        var page = await PageAsync("/");
        var stories = page.QuerySelectorAll("main article").ToList();

        stories[0].QuerySelector("h2 a")!.GetAttribute("href")!.ShouldStartWith("/sujets/1/");
        stories[0].QuerySelector(".meta a")!.GetAttribute("href")!.ShouldStartWith("/articles/1/");
        stories[0].QuerySelector(".meta")!.TextContent.ShouldBe("En direct · La Gazette de l’Ouest · 5\u00A0rédactions · 6\u00A0h\u00A025 · 4\u00A0min");
        stories[0].QuerySelectorAll(".others li").Length.ShouldBe(2);
        stories[^1].QuerySelector("h2 a")!.GetAttribute("href")!.ShouldStartWith("/articles/20/");
        stories[^1].QuerySelector(".meta")!.TextContent.ShouldContain("hier, 18\u00A0h\u00A042");
        stories[4].QuerySelector(".badge")!.TextContent.ShouldBe("Abonnés");
    }

    [Fact]
    public async Task Each_story_says_why_it_is_here()
    {
        var page = await PageAsync("/");

        page.QuerySelector("article .why p")!.TextContent.ShouldBe("5 rédactions indépendantes, en une chez 3, première à 22\u00A0h\u00A010, +2 en une heure.");
    }

    [Fact]
    public async Task A_section_has_its_stories_in_the_order_of_the_edition()
    {
        var page = await PageAsync("/rubriques/monde");

        page.QuerySelector("h1")!.TextContent.ShouldBe("Monde");
        page.QuerySelectorAll("article h2 a").Select(a => a.GetAttribute("href")!.Split('/')[2]).ShouldBe(["2", "10", "18"]);
        page.QuerySelector(".sections [aria-current]")!.TextContent.ShouldBe("Monde");
        (await site.SendAsync("/rubriques/astrologie")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_day_keeps_its_edition_and_leads_to_its_neighbours()
    {
        var page = await PageAsync("/jour/2026-11-21");

        page.QuerySelector("h1")!.TextContent.ShouldBe("Édition du samedi 21 novembre 2026");
        page.QuerySelectorAll("main article").Length.ShouldBe(6);
        page.QuerySelector(".pager [rel=next]")!.GetAttribute("href").ShouldBe("/jour/2026-11-22");
        page.QuerySelector(".pager [rel=prev]").ShouldBeNull();
        (await site.SendAsync("/jour/2026-11-20")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.SendAsync("/jour/hier")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_month_is_a_table_in_which_the_days_with_an_edition_lead_to_it()
    {
        var page = await PageAsync("/jours");

        page.QuerySelector("table caption")!.TextContent.ShouldBe("novembre 2026");
        page.QuerySelectorAll("table td a").Select(a => a.GetAttribute("href")).ShouldBe(["/jour/2026-11-21", "/jour/2026-11-22"]);
        page.QuerySelectorAll("tbody tr")[0].TextContent.Trim().ShouldBe("1");
    }

    [Fact]
    public async Task An_empty_paper_says_that_nothing_is_followed()
    {
        await using var empty = await SeededSite.StartAsync(isSeeded: false);

        var html = await empty.TextAsync("/");

        html.ShouldContain("L’édition se prépare…");
        html.ShouldContain("Aucune source n’est encore suivie");
        foreach (var path in new[] { "/en-continu", "/jours", "/sources", "/rubriques/sport" }) await empty.TextAsync(path);
    }

    [Fact]
    public async Task A_paper_before_its_first_edition_says_what_is_being_done()
    {
        await using var young = await SeededSite.StartAsync();
        await using (var db = young.Open()) await db.Editions.ExecuteDeleteAsync();

        var text = Parse(await young.TextAsync("/")).QuerySelector("main")!.TextContent;

        text.ShouldContain("3\u00A0sources lues sur\u00A04");
        text.ShouldContain("27\u00A0articles trouvés");
    }

    [Theory]
    [InlineData(DemoKind.Chosen, "Édition de démonstration")]
    [InlineData(DemoKind.Offline, "Hors connexion\u00A0: édition de démonstration")]
    public async Task A_demonstration_says_that_it_is_one(DemoKind kind, string banner)
    {
        await using var demo = await SeededSite.StartAsync();
        await using (var db = demo.Open()) await db.Editions.ExecuteUpdateAsync(s => s.SetProperty(e => e.IsDemo, true));

        demo.State.Demo = kind;

        Parse(await demo.TextAsync("/")).QuerySelector(".banner")!.TextContent.ShouldBe(banner);
        (await PageAsync("/")).QuerySelector(".banner").ShouldBeNull();
    }

    [Fact]
    public async Task A_day_leads_to_its_hours_that_were_kept_and_to_no_others()
    {
        await using var paper = await SeededSite.StartAsync();
        await using (var db = paper.Open())
        {
            db.Add(new Edition { Day = new DateOnly(2026, 11, 21), Part = EditionPart.Morning, DrawnAt = new DateTime(2026, 11, 21, 6, 2, 0, DateTimeKind.Utc), Stamp = "morning" });
            await db.SaveChangesAsync();
        }

        var day = Parse(await paper.TextAsync("/jour/2026-11-21"));
        var morning = Parse(await paper.TextAsync("/jour/2026-11-21/matin"));

        day.QuerySelectorAll(".moments li").Select(m => m.TextContent).ShouldBe(["Le matin", "Fin de journée"]);
        day.QuerySelector(".moments a")!.GetAttribute("href").ShouldBe("/jour/2026-11-21/matin");
        morning.QuerySelector(".moments a")!.GetAttribute("href").ShouldBe("/jour/2026-11-21");
        morning.QuerySelector(".day .meta")!.TextContent.ShouldContain("7\u00A0h\u00A002");
        Parse(await paper.TextAsync("/jour/2026-11-22")).QuerySelector(".moments").ShouldBeNull();
        foreach (var path in new[] { "/jour/2026-11-21/soir", "/jour/2026-11-21/minuit" })
            (await paper.Client.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_title_with_markup_shows_as_text()
    {
        await using var attacked = await SeededSite.StartAsync();
        await using (var db = attacked.Open())
        {
            await db.EditionPlaces.Where(p => p.Rank == 1).ExecuteUpdateAsync(s => s
                .SetProperty(p => p.Title, "<script>alert(1)</script><img src=x onerror=alert(2)>").SetProperty(p => p.Outlet, "\"><b>x</b>"));
        }

        var page = Parse(await attacked.TextAsync("/"));

        page.QuerySelector("article h2")!.TextContent.ShouldContain("<script>alert(1)</script>");
        page.QuerySelectorAll("article script, [onerror], .meta b").ShouldBeEmpty();
    }

    private async Task<IHtmlDocument> PageAsync(string path) => Parse(await site.TextAsync(path));

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
