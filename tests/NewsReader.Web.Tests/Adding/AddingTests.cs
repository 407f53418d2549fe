using Microsoft.EntityFrameworkCore;
using NewsReader.Web.Adding;
using NewsReader.Web.Tests.Admin;

namespace NewsReader.Web.Tests.Adding;

public sealed class AddingTests
{
    [Fact]
    public async Task The_address_of_a_site_leads_to_its_feed_and_to_a_source_that_can_be_taken_back()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var site = await AdminSite.StartSignedInAsync();
        paper.Page("/", LoopbackPaper.HomeWith("/une.xml", "/comments.xml"))
            .Feed("/une.xml", LoopbackPaper.Rss("Le Papier - À la une", site.Clock.GetUtcNow()))
            .Feed("/comments.xml", LoopbackPaper.Rss("Commentaires", site.Clock.GetUtcNow()));

        var found = await site.Browser.PostAsync("/admin/ajouter?handler=Chercher", ("adresse", paper.Home + "/?utm_source=infolettre#haut"));
        found.Html.ShouldContain("Le Papier - À la une 1");
        found.Html.ShouldContain("articles par jour");
        found.Html.IndexOf("recommandé", StringComparison.Ordinal).ShouldBeLessThan(found.Html.IndexOf("Commentaires", StringComparison.Ordinal));

        var chosen = await site.Browser.PostAsync("/admin/ajouter?handler=Choisir", ("adresse", paper.Home + "/une.xml"), ("titre", "Le Papier - À la une"));
        chosen.Html.ShouldContain("value=\"Le Papier\"");
        chosen.Html.ShouldContain("<option selected=\"selected\">À la une</option>");

        var saved = await site.Browser.PostAsync(
            "/admin/ajouter?handler=Enregistrer", ("adresse", paper.Home + "/une.xml"), ("nom", "Le Papier"), ("rubrique", "À la une"), ("proprietaires", "Dupont; Durand"), ("une", "true"));
        saved.Html.ShouldContain("Source enregistrée");
        var source = await site.WithDbAsync(db => db.Sources.Include(s => s.Outlet).SingleAsync());
        (source.Address, source.Outlet!.Name, source.IsFront).ShouldBe((paper.Home + "/une.xml", "Le Papier", true));
        source.Outlet.Owners.ShouldBe(["Dupont", "Durand"]);

        (await site.Browser.PostAsync("/admin/ajouter?handler=Annuler", ("id", $"{source.Id}"))).Html.ShouldContain("L’ajout est annulé");
        (await site.WithDbAsync(db => db.Outlets.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_source_is_suspended_taken_up_visited_and_removed_and_each_is_in_the_log()
    {
        await using var site = await AdminSite.StartSignedInAsync();
        var id = (await FollowAsync(site, "https://papier.example/rss")).SourceId!.Value;

        (await site.Browser.PostAsync("/admin?handler=Suspendre", ("id", $"{id}"))).Html.ShouldContain("La source est suspendue.");
        (await site.WithDbAsync(db => db.Sources.SingleAsync())).IsPaused.ShouldBeTrue();
        site.Clock.Advance(TimeSpan.FromSeconds(30));
        (await site.Browser.PostAsync("/admin?handler=Reprendre", ("id", $"{id}"))).Html.ShouldContain("de nouveau suivie");
        (await site.WithDbAsync(db => db.Sources.SingleAsync())).NextVisit.ShouldBe(site.Clock.GetUtcNow().UtcDateTime, TimeSpan.FromMilliseconds(1));
        await site.Browser.PostAsync("/admin?handler=Visiter", ("id", $"{id}"));

        (await site.Browser.GetAsync($"/admin?handler=Retirer&id={id}")).Html.ShouldContain("Retirer Le Papier");
        (await site.WithDbAsync(db => db.Sources.CountAsync())).ShouldBe(1);
        (await site.Browser.PostAsync("/admin?handler=Retirer", ("id", $"{id}"))).Html.ShouldContain("La source est retirée");
        (await site.WithDbAsync(db => db.Sources.CountAsync())).ShouldBe(0);

        var log = (await site.Browser.GetAsync("/admin/journal")).Html;
        foreach (var line in new[] { "Source ajoutée", "Source suspendue", "Source reprise", "Visite demandée", "Source retirée", "https://papier.example/rss", "Hélène" })
            log.ShouldContain(line);
    }

    [Theory]
    [InlineData("https://papier.example/rss")]
    [InlineData("http://PAPIER.example:80/rss/")]
    [InlineData("https://papier.example/rss?utm_source=x#haut")]
    public async Task The_same_feed_in_another_spelling_is_not_followed_twice(string again)
    {
        await using var site = await AdminSite.StartAsync();
        await FollowAsync(site, "https://papier.example/rss");
        var result = await FollowAsync(site, again);
        result.SourceId.ShouldBeNull();
        result.Trouble!.Sentence.ShouldContain("déjà suivie comme « Le Papier »");
    }

    [Fact]
    public async Task An_import_takes_what_it_can_and_names_the_rest()
    {
        await using var site = await AdminSite.StartAsync();
        SourceToFollow[] wanted =
        [
            new("https://un.example/rss", "Un"), new("https://un.example/monde.rss", "un"), new("https://un.example/rss/", "Un"), new("mailto:redaction@un.example", "Un"),
        ];
        var result = await site.WithAsync<FollowedSources, ImportResult>(f => f.ImportAsync(wanted, "terminal"));
        result.Added.ShouldBe(2);
        result.Refused.Select(r => r.Address).ShouldBe(["https://un.example/rss/", "mailto:redaction@un.example"]);
        (await site.WithDbAsync(db => db.Outlets.CountAsync())).ShouldBe(1);
        (await site.WithDbAsync(db => db.Decisions.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_starter_list_that_was_cleared_stays_clear()
    {
        await using var site = await AdminSite.StartSignedInAsync();
        var count = StarterSources.BuiltIn.Count;
        (await SaveStarterAsync(site)).ShouldBe(count);
        (await site.Browser.GetAsync("/admin")).Html.ShouldContain("Liste de départ");

        (await site.Browser.PostAsync("/admin?handler=Depart", ("vider", "true"))).Html.ShouldContain($"{count} sources de la liste de départ sont retirées");

        (await SaveStarterAsync(site)).ShouldBe(0);
        (await site.WithDbAsync(db => db.Sources.CountAsync())).ShouldBe(0);
        (await site.WithDbAsync(db => db.Outlets.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Of_the_starter_list_only_the_chosen_sections_stay_and_own_sources_are_untouched()
    {
        await using var site = await AdminSite.StartSignedInAsync();
        await SaveStarterAsync(site);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await FollowAsync(site, "https://papier.example/rss");

        var after = await site.Browser.PostAsync("/admin?handler=Depart", ("rubriques", "Sciences"), ("rubriques", "Culture"));

        after.Html.ShouldNotContain("Garder ces rubriques");
        (await site.WithDbAsync(db => db.Sources.Select(s => s.Section).Distinct().ToListAsync())).Order(StringComparer.Ordinal).ShouldBe([null, "Culture", "Sciences"]);
    }

    private static Task<FollowResult> FollowAsync(AdminSite site, string address) =>
        site.WithAsync<FollowedSources, FollowResult>(f => f.AddAsync(new SourceToFollow(address, "Le Papier"), "terminal"));

    private static Task<int> SaveStarterAsync(AdminSite site) => site.WithAsync<FollowedSources, int>(f => f.SaveStarterAsync(StarterSources.BuiltIn));
}
