using Microsoft.EntityFrameworkCore;
using NewsReader.Storage.Admin;
using NewsReader.Web.Adding;
using NewsReader.Web.Admin;

namespace NewsReader.Web.Tests.Admin;

public sealed class SignInTests
{
    [Fact]
    public async Task The_first_run_leads_to_the_code_and_makes_an_administrator()
    {
        await using var site = await AdminSite.StartAsync();
        var door = await site.Browser.GetAsync("/admin");
        door.Address.ShouldBe("/admin/bienvenue");

        await site.BecomeAdministratorAsync();

        (await site.Browser.GetAsync("/admin")).Html.ShouldContain("Se déconnecter (Hélène)");
        var decision = await site.WithDbAsync(db => db.Decisions.SingleAsync());
        (decision.Action, decision.By).ShouldBe((DecisionWords.AdministratorCreated, "Hélène"));
    }

    [Fact]
    public async Task Each_page_has_one_main_part()
    {
        await using var site = await AdminSite.StartAsync();
        await site.BecomeAdministratorAsync();
        foreach (var page in new[] { "/admin", "/admin/ajouter", "/admin/journal" })
            (await site.Browser.GetAsync(page)).Html.Split("<main ").Length.ShouldBe(2, page);
    }

    [Fact]
    public async Task A_code_is_good_once_and_is_kept_only_as_a_hash()
    {
        await using var site = await AdminSite.StartAsync();
        var code = await site.WithDbAsync(db => AdministratorCode.IssueAsync(db));
        (await site.WithDbAsync(db => db.SiteFacts.SingleAsync(f => f.Name == SiteFacts.AdministratorCode))).Value.ShouldNotContain(code.Replace("-", "", StringComparison.Ordinal));
        (string, string)[] fields = [("code", code.ToLowerInvariant().Replace('-', ' ')), ("motDePasse", AdminSite.Password)];

        (await site.Browser.PostAsync("/admin/bienvenue", [.. fields, ("nom", "Hélène")])).Address.ShouldBe("/admin");
        using var other = site.NewBrowser();
        (await other.PostAsync("/admin/bienvenue", [.. fields, ("nom", "Jean")])).Html.ShouldContain("Ce code n’est pas le bon");

        (await site.WithDbAsync(db => db.Users.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_new_code_replaces_the_old()
    {
        await using var site = await AdminSite.StartAsync();
        var old = await site.WithDbAsync(db => AdministratorCode.IssueAsync(db));
        await site.WithDbAsync(db => AdministratorCode.IssueAsync(db));
        (await site.Browser.PostAsync("/admin/bienvenue", ("code", old), ("nom", "Hélène"), ("motDePasse", AdminSite.Password))).Html.ShouldContain("Ce code n’est pas le bon");
    }

    [Fact]
    public async Task A_short_password_is_refused_and_leaves_the_code_usable()
    {
        await using var site = await AdminSite.StartAsync();
        var code = await site.WithDbAsync(db => AdministratorCode.IssueAsync(db));
        (await site.Browser.PostAsync("/admin/bienvenue", ("code", code), ("nom", "Hélène"), ("motDePasse", "courte"))).Html.ShouldContain("au moins 10 caractères");
        (await site.Browser.PostAsync("/admin/bienvenue", ("code", code), ("nom", "Hélène"), ("motDePasse", AdminSite.Password))).Address.ShouldBe("/admin");
    }

    [Fact]
    public async Task A_password_set_at_the_terminal_opens_the_door_again()
    {
        await using var site = await AdminSite.StartSignedInAsync();
        using var stranger = site.NewBrowser();
        for (int i = 0; i < 5; i++) await stranger.PostAsync("/admin/connexion", ("nom", "Hélène"), ("motDePasse", "au hasard"));

        (await site.WithAsync<Administrators, IReadOnlyList<string>>(a => a.SetPasswordAsync("hélène", "un tout autre secret", "terminal"))).ShouldBeEmpty();

        (await stranger.PostAsync("/admin/connexion", ("nom", "Hélène"), ("motDePasse", "un tout autre secret"))).Address.ShouldBe("/admin");
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        var ended = await site.Browser.GetAsync("/admin");
        (ended.Status, ended.Address).ShouldBe((200, "/admin/connexion?returnUrl=%2Fadmin"));
    }

    [Theory]
    [InlineData("https://ailleurs.example/")]
    [InlineData("//ailleurs.example/")]
    [InlineData("/\\ailleurs.example")]
    [InlineData("\\\\ailleurs.example")]
    [InlineData("https:ailleurs.example")]
    [InlineData("https:/ailleurs.example")]
    [InlineData("%2f%2failleurs.example")]
    [InlineData("/\t/ailleurs.example")]
    [InlineData("/\n/ailleurs.example")]
    [InlineData("\t//ailleurs.example")]
    [InlineData(" //ailleurs.example")]
    [InlineData("~//ailleurs.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ailleurs.example")]
    public async Task A_return_address_on_another_site_is_ignored(string elsewhere)
    {
        await using var site = await AdminSite.StartSignedInAsync();
        using var other = site.NewBrowser();
        (string, string)[] fields = [("nom", "Hélène"), ("motDePasse", AdminSite.Password)];
        (await other.PostAsync("/admin/connexion", [.. fields, ("returnUrl", elsewhere)])).FirstLocation.ShouldBe("/admin");
        // What reads it from the address is another part of the framework.
        using var third = site.NewBrowser();
        (await third.PostAsync("/admin/connexion?returnUrl=" + Uri.EscapeDataString(elsewhere), fields)).FirstLocation.ShouldBe("/admin");
    }

    [Fact]
    public async Task After_signing_in_one_arrives_where_one_wanted_to_go()
    {
        await using var site = await AdminSite.StartSignedInAsync();
        using var other = site.NewBrowser();
        (await other.GetAsync("/admin/journal")).Address.ShouldBe("/admin/connexion?returnUrl=%2Fadmin%2Fjournal");
        (await other.PostAsync("/admin/connexion", ("nom", "Hélène"), ("motDePasse", AdminSite.Password), ("returnUrl", "/admin/journal"))).Address.ShouldBe("/admin/journal");
    }

    [Fact]
    public async Task Signing_out_takes_a_post()
    {
        await using var site = await AdminSite.StartSignedInAsync();
        (await site.Browser.GetAsync("/admin/deconnexion")).Address.ShouldBe("/admin");
        (await site.Browser.PostAsync("/admin/deconnexion")).Html.ShouldContain("Vous êtes déconnecté");
        (await site.Browser.GetAsync("/admin")).Address.ShouldStartWith("/admin/connexion");
    }

    [Fact]
    public async Task No_page_of_the_administration_may_be_kept()
    {
        await using var site = await AdminSite.StartSignedInAsync();
        using var stranger = site.NewBrowser();
        foreach (var path in new[] { "/admin", "/admin/ajouter", "/admin/journal", "/admin/connexion", "/admin/bienvenue" })
        {
            (await site.Browser.GetAsync(path)).Response.Headers.CacheControl!.NoStore.ShouldBeTrue(path);
            (await stranger.GetAsync(path)).Response.Headers.CacheControl!.NoStore.ShouldBeTrue(path);
        }
    }

    [Fact]
    public async Task Plain_http_from_another_machine_is_warned_of()
    {
        await using var site = await AdminSite.StartSignedInAsync();
        var page = await site.Browser.GetAsync("/admin/journal");
        page.Html.ShouldNotContain("n’est pas chiffrée");

        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(page.Response.RequestMessage!.RequestUri!, "/admin/connexion"));
        request.Headers.Host = "journal.maison";
        (await (await http.SendAsync(request)).Content.ReadAsStringAsync()).ShouldContain("n’est pas chiffrée");
    }
}
