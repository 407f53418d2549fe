using Microsoft.Playwright;
using NewsReader.Web.Admin;
using NewsReader.Web.Tests.Adding;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Admin;

public sealed class AdminBrowserTests(BrowserRun browser) : IClassFixture<BrowserRun>
{
    [ChromiumTheory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task An_administrator_adds_a_source_on_pages_that_pass_axe_and_none_scrolls_sideways(int width)
    {
        await using var site = await AdminSite.StartAsync();
        await using var paper = await LoopbackPaper.StartAsync();
        paper.Page("/", LoopbackPaper.HomeWith("/rss")).Feed("/rss", LoopbackPaper.Rss("Crue de la Vire", site.Clock.GetUtcNow()));
        var code = await site.WithDbAsync(db => AdministratorCode.IssueAsync(db));
        var page = await browser.PageAsync(width == 390 ? BrowserRun.Phone : BrowserRun.Desk);
        await GoAsync("/admin/connexion");
        await GoAsync("/admin/bienvenue");

        await page.GetByLabel("Code du terminal").FillAsync(code);
        await page.GetByLabel("Votre nom").FillAsync("Hélène");
        await page.GetByLabel("Mot de passe").FillAsync(AdminSite.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer l’administrateur" }).ClickAsync();
        await ShouldBeRightAsync("/admin without sources");

        await GoAsync("/admin/ajouter");
        await page.GetByLabel("Adresse").FillAsync("pas une adresse");
        await page.GetByRole(AriaRole.Button, new() { Name = "Chercher" }).ClickAsync();
        await ShouldBeRightAsync("a bad address");
        await page.GetByLabel("Adresse").FillAsync(paper.Home);
        await page.GetByRole(AriaRole.Button, new() { Name = "Chercher" }).ClickAsync();
        await ShouldBeRightAsync("what the address offers");
        await page.GetByRole(AriaRole.Button, new() { Name = "Choisir" }).ClickAsync();
        await ShouldBeRightAsync("what will be saved");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        await ShouldBeRightAsync("saved");

        await GoAsync("/admin");
        (await page.Locator("main").TextContentAsync())!.ShouldContain("Crue de la Vire");
        await GoAsync("/admin/regles");
        await LayDownRulesAsync(page, ShouldBeRightAsync);
        await GoAsync("/admin/opml");
        await page.GetByLabel("Fichier OPML").SetInputFilesAsync(new FilePayload
        {
            Name = "une-liste-de-sources-au-nom-bien-trop-long-pour-un-telephone-2026-11-22.opml",
            MimeType = "text/x-opml",
            Buffer = System.Text.Encoding.UTF8.GetBytes($"<opml><body><outline xmlUrl='https://a.example/'/><outline xmlUrl='javascript:{new string('a', 400)}'/></body></opml>"),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Importer" }).ClickAsync();
        await page.GetByText("Pourquoi ces refus").ClickAsync();
        await ShouldBeRightAsync("an import that ended");
        await GoAsync("/admin/journal");
        (await page.Locator("main").TextContentAsync())!.ShouldContain("Règles de lecture enregistrées");
        await page.Context.CloseAsync();

        async Task GoAsync(string path)
        {
            await page.GotoAsync(site.Address + path);
            await ShouldBeRightAsync(path);
        }

        async Task ShouldBeRightAsync(string name)
        {
            await page.ShouldPassAxeAsync(name);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, name);
        }
    }

    private static async Task LayDownRulesAsync(IPage page, Func<string, Task> shouldBeRight)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Crue de la Vire" }).ClickAsync();
        await shouldBeRight("the rules of an outlet");
        await page.GetByLabel("Règles").FillAsync("remove: div[");
        await page.GetByRole(AriaRole.Button, new() { Name = "Essayer" }).ClickAsync();
        await shouldBeRight("a bad rule");
        (await page.Locator(".faults").TextContentAsync())!.ShouldContain("ne donne pas de sélecteur CSS lisible");
        await page.GetByLabel("Règles").FillAsync("remove: .lire-aussi");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        await shouldBeRight("saved rules");
    }
}
