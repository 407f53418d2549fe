using Microsoft.Playwright;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Pages;

public sealed class BrowserTests(SeededSite site, BrowserRun browser) : IClassFixture<SeededSite>, IClassFixture<BrowserRun>
{
    private static readonly string[] Paths =
    [
        "/", "/rubriques/monde", "/en-continu", "/sujets/1", "/articles/1", "/articles/101", "/articles/102", "/articles/4/le-prix-du-beurre-depasse-10-eur-le-kilo-pour-la-premiere-fois/modifications", "/jour/2026-11-21", "/jours", "/sources",
        "/apparence?fait=true", "/a-propos", "/nulle-part",
    ];

    [ChromiumTheory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Every_public_page_passes_axe(int width)
    {
        var page = await browser.PageAsync(width == 390 ? BrowserRun.Phone : BrowserRun.Desk);
        foreach (var path in Paths)
        {
            await page.GotoAsync(Of(path));
            await page.ShouldPassAxeAsync(path);
        }

        await page.Context.CloseAsync();
    }

    [ChromiumTheory]
    [InlineData("clair.normal.normale")]
    [InlineData("sombre.tres-grand.large")]
    [InlineData("sepia.petit.etroite")]
    public async Task The_front_page_passes_axe_in_each_theme(string appearance)
    {
        var page = await browser.PageAsync(BrowserRun.Phone, appearance, site.Address);
        foreach (var path in new[] { "/", "/articles/1" })
        {
            await page.GotoAsync(Of(path));
            await page.ShouldPassAxeAsync(appearance + path);
        }

        await page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task No_page_scrolls_sideways_on_the_narrowest_phone_and_none_breaks_the_policy()
    {
        var page = await browser.PageAsync(new ViewportSize { Width = 320, Height = 640 }, "auto.tres-grand.normale", site.Address);
        var said = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) said.Add(message.Text);
        };
        foreach (var path in Paths)
        {
            await page.GotoAsync(Of(path));
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320, path);
        }

        said.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task The_first_stop_of_the_keyboard_leads_to_the_contents()
    {
        var page = await browser.PageAsync(BrowserRun.Desk, scripts: false);
        await page.GotoAsync(Of("/"));

        await page.Keyboard.PressAsync("Tab");
        (await page.Locator(":focus").TextContentAsync()).ShouldBe("Aller au contenu");
        await page.Keyboard.PressAsync("Enter");
        page.Url.ShouldEndWith("#contenu");
        await page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task A_theme_is_chosen_without_JavaScript_and_the_reader_comes_back_to_his_page()
    {
        var page = await browser.PageAsync(BrowserRun.Phone, scripts: false);
        await page.GotoAsync(Of("/articles/1"));
        var article = page.Url;

        await page.Locator(".tools a", new() { HasText = "Aa" }).ClickAsync();
        await page.GetByLabel("Sombre").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        (await page.GetByRole(AriaRole.Status).TextContentAsync())!.ShouldContain("C’est enregistré.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Revenir à la lecture" }).ClickAsync();

        page.Url.ShouldBe(article);
        (await page.Locator("html").GetAttributeAsync("data-theme")).ShouldBe("sombre");
        await page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task Hours_stay_as_printed_and_say_how_long_ago_on_hover()
    {
        var page = await browser.PageAsync(BrowserRun.Desk);
        await page.GotoAsync(Of("/"));
        var hour = page.Locator("main article time").First;

        (await hour.TextContentAsync()).ShouldBe("6\u00A0h\u00A025");
        (await hour.GetAttributeAsync("title")).ShouldNotBeNullOrEmpty();
        await page.Context.CloseAsync();
    }

    private string Of(string path) => new Uri(site.Address, path).ToString();
}
