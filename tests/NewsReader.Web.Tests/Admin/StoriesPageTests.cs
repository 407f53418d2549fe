using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsReader.Storage;
using NewsReader.Storage.Articles;
using NewsReader.Storage.Sources;
using NewsReader.Storage.Stories;
using NewsReader.Web.Admin;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Admin;

/// <summary>« Sujets »: what an administrator decides about stories there, in a browser and without scripts.</summary>
public sealed class StoriesPageTests(BrowserRun browser) : IClassFixture<BrowserRun>
{
    private const string LongTitle = "Anticonstitutionnellement-parlant-le-conseil-départemental-revient-sur-sa-décision : la Vire déborde encore";

    [ChromiumTheory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task An_administrator_corrects_stories_on_a_page_that_passes_axe_and_does_not_scroll_sideways(int width)
    {
        await using var site = await AdminSite.StartAsync();
        await SeedAsync(site);
        var page = await SignedInAsync(site, width == 390 ? BrowserRun.Phone : BrowserRun.Desk);

        await page.GetByRole(AriaRole.Link, new() { Name = "Sujets", Exact = true }).ClickAsync();
        await ShouldBeRightAsync("the stories");
        (await page.Locator("main h2").First.TextContentAsync())!.ShouldContain(LongTitle);
        await Story(page, 1).GetByLabel("Matin").CheckAsync();
        await Story(page, 1).GetByRole(AriaRole.Button, new() { Name = "Séparer" }).ClickAsync();
        await ShouldBeRightAsync("separated");
        await Story(page, 2).GetByRole(AriaRole.Button, new() { Name = "Épingler" }).ClickAsync();
        await ShouldBeRightAsync("pinned");
        (await page.Locator(".log li").First.TextContentAsync())!.ShouldContain("sera pris en compte dans un instant");
        await page.GetByRole(AriaRole.Form, new() { Name = "Correction n° 1" }).GetByRole(AriaRole.Button).ClickAsync();
        await ShouldBeRightAsync("undone");
        (await page.Locator(".log li").First.TextContentAsync())!.ShouldContain("Correction annulée");
        (await page.GetByRole(AriaRole.Button, new() { Name = "Annuler" }).CountAsync()).ShouldBe(1);
        await page.GetByRole(AriaRole.Form, new() { Name = "Réunir le sujet n° 2" }).GetByRole(AriaRole.Button).ClickAsync();
        await ShouldBeRightAsync("a fault");
        (await page.Locator(".faults").TextContentAsync())!.ShouldContain("Écrivez le numéro de l’autre sujet.");

        var written = await site.WithDbAsync(db => db.Corrections.OrderBy(c => c.Id).ToListAsync());
        written.Select(c => (c.Kind, c.StoryId, c.By, c.Undoes)).ShouldBe(
            [(CorrectionKind.Separate, 1, "Hélène", null), (CorrectionKind.Pin, 2, "Hélène", null), (CorrectionKind.Undo, 1, "Hélène", 1)]);
        await page.Context.CloseAsync();

        async Task ShouldBeRightAsync(string name)
        {
            await page.ShouldPassAxeAsync(name);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, name);
            (await page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('.admin button, .admin label.check, .admin h2 > a, .merge input[type=number]')].filter(e => e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"))
                .ShouldBeEmpty(name);
        }
    }

    [Fact]
    public async Task A_hidden_story_is_still_listed_and_comes_back_through_its_correction()
    {
        await using var site = await AdminSite.StartSignedInAsync();
        await SeedAsync(site);

        (await site.Browser.PostAsync("/admin/sujets?handler=Masquer", ("sujet", "1"))).Html.ShouldContain("C’est noté.");
        await site.WithDbAsync(db => db.Stories.Where(s => s.Id == 1).ExecuteUpdateAsync(s => s.SetProperty(x => x.IsRemoved, true)));
        var page = await site.Browser.GetAsync("/admin/sujets");
        page.Html.ShouldContain("masqué</span>");
        page.Html.ShouldContain(LongTitle);
        (await site.Browser.PostAsync("/admin/sujets?handler=Annuler", ("correction", "1"))).Html.ShouldContain("Annulé.");
        (await site.Browser.PostAsync("/admin/sujets?handler=Annuler", ("correction", "1"))).Html.ShouldContain("Cette correction est déjà annulée.");
    }

    [Fact]
    public async Task Nothing_is_decided_without_the_form_s_token_or_by_opening_an_address()
    {
        await using var site = await AdminSite.StartSignedInAsync();
        await SeedAsync(site);

        (await site.Browser.PostWithoutTokenAsync("/admin/sujets?handler=Epingler", ("sujet", "1"))).Status.ShouldBe(400);
        await site.Browser.GetAsync("/admin/sujets?handler=Epingler&sujet=1");
        (await site.NewBrowser().GetAsync("/admin/sujets")).Address.ShouldStartWith("/admin/connexion");

        (await site.WithDbAsync(db => db.Corrections.AnyAsync())).ShouldBeFalse();
    }

    private static ILocator Story(IPage page, int number) => page.GetByRole(AriaRole.Form, new() { Name = $"Sujet n° {number}", Exact = true });

    private async Task<IPage> SignedInAsync(AdminSite site, ViewportSize size)
    {
        var code = await site.WithDbAsync(db => AdministratorCode.IssueAsync(db));
        var page = await browser.PageAsync(size);
        await page.GotoAsync(site.Address + "/admin/bienvenue");
        await page.GetByLabel("Code du terminal").FillAsync(code);
        await page.GetByLabel("Votre nom").FillAsync("Hélène");
        await page.GetByLabel("Mot de passe").FillAsync(AdminSite.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer l’administrateur" }).ClickAsync();
        return page;
    }

    /// <summary>A story of three outlets and one of one.</summary>
    private static Task SeedAsync(AdminSite site) => site.WithDbAsync(async db =>
    {
        var now = site.Clock.GetUtcNow().UtcDateTime;
        Add(db, 1, LongTitle, now, "Écho", "Quotidien", "Matin");
        Add(db, 2, "Une comète visible à l’œil nu", now, "Sciences");
        await db.SaveChangesAsync();
    });

    private static void Add(NewsDb db, long id, string title, DateTime now, params string[] outlets)
    {
        var story = db.Stories.Add(new Story { Id = id, Title = title, FirstAt = now, LastAt = now }).Entity;
        foreach (var outlet in outlets)
        {
            story.Articles.Add(new Article { Outlet = new Outlet { Name = outlet }, Address = $"https://{outlet}.example/{id}", Title = title, FirstSeen = now, At = now });
        }
    }
}
