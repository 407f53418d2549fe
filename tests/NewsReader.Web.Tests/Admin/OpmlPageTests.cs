using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsReader.Newsroom.Feeds;
using NewsReader.Storage.Sources;
using NewsReader.Web.Adding;

namespace NewsReader.Web.Tests.Admin;

public sealed partial class OpmlPageTests
{
    private const string Path = "/admin/opml";

    [Fact]
    public async Task Ten_thousand_sources_in_nested_folders_are_followed_and_their_sections_set()
    {
        await using var site = await AdminSite.StartSignedInAsync();
        (await site.Browser.GetAsync(Path)).Html.ShouldContain("Aucun import n’est en cours.");

        var sent = await UploadAsync(site, TenThousand());

        sent.Address.ShouldBe(Path);
        var ended = await EndedAsync(site);
        ended.ShouldContain("10\u202F000\u00A0sources ajoutées, 0\u00A0ligne refusée.");
        ended.ShouldContain("liste.opml");
        var sections = await site.WithDbAsync(db => db.Sources.GroupBy(s => s.Section!).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
        sections.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, s.Value)).ShouldBe([("Amis", 2_500), ("International", 2_500), ("Monde", 2_500), ("Sport", 2_500)]);
        var log = await site.WithDbAsync(db => db.Decisions.Where(d => d.Action == "sources imported").ToListAsync());
        log.Select(d => (d.Subject, d.By)).ShouldBe([("10000", "Hélène")]);
    }

    [Fact]
    public async Task Sources_that_came_together_are_due_two_hundred_at_a_time()
    {
        await using var site = await AdminSite.StartAsync();
        SourceToFollow[] wanted = [.. Enumerable.Range(0, 450).Select(i => new SourceToFollow($"https://j{i}.example/rss", $"J{i}"))];
        await site.WithAsync<FollowedSources, ImportResult>(f => f.ImportAsync(wanted, "terminal"));
        var now = site.Clock.GetUtcNow().UtcDateTime;
        var due = await site.WithDbAsync(db => db.Sources.GroupBy(s => s.NextVisit).OrderBy(g => g.Key).Select(g => new { g.Key, Count = g.Count() }).ToListAsync());
        due.Select(d => (Math.Round((d.Key - now).TotalMinutes), d.Count)).ShouldBe([(0, 200), (5, 200), (10, 50)]);
    }

    [Fact]
    public async Task While_an_import_runs_the_page_says_how_far_it_is_and_refuses_another_list()
    {
        await using var site = await AdminSite.StartSignedInAsync();
        var database = await site.WithDbAsync(db => Task.FromResult(db.Database.GetConnectionString()));
        await using (var writer = new SqliteConnection(database))
        {
            // While somebody else writes, the import waits for its turn.
            await writer.OpenAsync();
            await using var held = await writer.BeginTransactionAsync();
            var sent = await UploadAsync(site, TenThousand());
            sent.Html.ShouldContain("0\u00A0source sur 10\u202F000");
            sent.Html.ShouldContain("<progress id=\"avancement\" max=\"10000\" value=\"0\">");
            sent.Response.Headers.GetValues("Refresh").ShouldBe(["2"]);

            (await UploadAsync(site, TenThousand())).Html.ShouldContain("Un import est déjà en cours.");
        }

        await EndedAsync(site);
        (await site.WithDbAsync(db => db.Sources.CountAsync())).ShouldBe(10_000);
    }

    [Fact]
    public async Task An_import_outlives_the_request_that_brought_it_and_the_same_file_adds_only_the_rest()
    {
        await using var site = await AdminSite.StartSignedInAsync();
        SourceToFollow[] before = [.. Enumerable.Range(0, 1_000).Select(i => new SourceToFollow($"https://journal{i}.example/rss", $"Journal {i}"))];
        await site.WithAsync<FollowedSources, ImportResult>(f => f.ImportAsync(before, "terminal"));

        (await site.WithAsync<OpmlImport, string?>(import => import.BeginAsync(TenThousand(), "liste.opml", "Hélène"))).ShouldBeNull();

        var ended = await EndedAsync(site);
        ended.ShouldContain("9\u202F000\u00A0sources ajoutées, 1\u202F000\u00A0lignes refusées.");
        ended.ShouldContain("Cette source est déjà suivie comme «\u00A0Journal 0\u00A0».");
        ended.ShouldContain("Et 500\u00A0autres.");
    }

    [Fact]
    public async Task When_the_program_stops_in_the_middle_what_is_followed_stays_and_is_counted_in_the_log()
    {
        await using var site = await AdminSite.StartSignedInAsync();
        await UploadAsync(site, TenThousand());
        var isCutShort = await site.WithAsync<OpmlImport, bool>(async import =>
        {
            while (import.Progress!.Done == 0) await Task.Yield();
            await import.StopAsync(CancellationToken.None);
            return import.Progress.IsCutShort;
        });
        isCutShort.ShouldBeTrue();

        var followed = await site.WithDbAsync(db => db.Sources.CountAsync());
        followed.ShouldBeInRange(200, 9_800);
        (await site.WithDbAsync(db => db.Decisions.SingleAsync(d => d.Action == "sources imported"))).Subject.ShouldBe($"{followed}");
        (await site.Browser.GetAsync(Path)).Html.ShouldContain("L’import s’est arrêté");
    }

    [Fact]
    public async Task A_hostile_list_gives_a_report_and_nothing_of_it_runs()
    {
        await using var site = await AdminSite.StartSignedInAsync();
        const string Doctype = "<!DOCTYPE opml [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        var list = $"""
            <?xml version="1.0"?>{Doctype}<opml version="2.0"><body>
            <outline text="&b;&x;" xmlUrl="https://un.example/rss"/>
            <outline text="&lt;script&gt;alert(1)&lt;/script&gt;" xmlUrl="https://deux.example/rss"/>
            <outline text="{new string('É', 500)}" xmlUrl="https://trois.example/rss"/>
            <outline text="Script" xmlUrl="javascript:alert('&lt;b&gt;')"/><outline type="rss" text="&lt;img src=x&gt;"/>
            <outline xmlUrl="https://UN.example/rss#haut"/><outline xmlUrl="http://un.example/rss/"/>
            <outline xmlUrl="https://long.example/{new string('a', 3_000)}"/>
            """;

        var ended = await UploadAsync(site, Encoding.UTF8.GetBytes(list));

        ended.Html.ShouldContain("3\u00A0sources ajoutées, 5\u00A0lignes refusées.");
        var raw = await ended.Response.Content.ReadAsStringAsync();
        raw.ShouldNotContain("<script>alert");
        raw.ShouldNotContain("<img src=x");
        raw.ShouldNotContain("<b>')");
        foreach (var why in new[] { "n’est pas une adresse du web (http", "ne donne pas d’adresse de flux", "est déjà dans la liste", "est déjà suivie comme", "» n’est pas une adresse du web." })
            ended.Html.ShouldContain(why);
        var outlets = await site.WithDbAsync(db => db.Outlets.OrderBy(o => o.Id).Select(o => o.Name).ToListAsync());
        outlets.ShouldBe(["&b;&x;", "<script>alert(1)</script>", new string('É', 99) + "…"]);
    }

    [Theory]
    [InlineData("", "Ce fichier est vide.")]
    [InlineData("<html><body>Bonjour</body></html>", "n’est pas une liste OPML")]
    [InlineData("<opml><body><outline text='Rien'/></body></opml>", "aucune adresse de flux")]
    [InlineData("<opml><body><outline xmlUrl='https://un.example/rss'/>…</body></opml>", "n’est pas une liste OPML")]
    public async Task What_is_no_list_is_refused_in_a_sentence(string file, string sentence)
    {
        await using var site = await AdminSite.StartSignedInAsync();
        var page = await UploadAsync(site, Encoding.UTF8.GetBytes(file.Replace("…", string.Concat(Enumerable.Repeat("<outline text='g'>", 100_000)), StringComparison.Ordinal)));
        page.Html.ShouldContain("Une chose est à corriger");
        page.Html.ShouldContain(sentence);
        (await site.WithDbAsync(db => db.Decisions.CountAsync(d => d.Action == "sources imported"))).ShouldBe(0);
    }

    [Theory]
    [InlineData(Opml.LargestList + 1)]
    [InlineData(Opml.LargestList + 1_000_000)]
    [InlineData(40_000_000)]
    public async Task A_file_that_is_too_large_is_refused_in_a_sentence(int bytes)
    {
        await using var site = await AdminSite.StartSignedInAsync();
        (await UploadAsync(site, new byte[bytes])).Html.ShouldContain("Ce fichier est trop lourd pour une liste de sources");
    }

    [Fact]
    public async Task A_form_without_a_file_and_one_without_a_token_are_refused()
    {
        await using var site = await AdminSite.StartSignedInAsync();
        (await site.Browser.PostAsync(Path)).Html.ShouldContain("Choisissez d’abord un fichier.");
        (await site.Browser.PostWithoutTokenAsync(Path)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task What_is_exported_and_imported_into_an_empty_paper_is_the_same()
    {
        await using var old = await AdminSite.StartSignedInAsync();
        await old.WithAsync<FollowedSources, int>(f => f.SaveStarterAsync(StarterSources.BuiltIn));
        await old.WithAsync<FollowedSources, FollowResult>(f => f.AddAsync(
            new SourceToFollow("https://papier.example/rss?a=1&b=2", "Le « Papier » <3") { Section = "Jardin / Potager", Title = "Fil du papier", Weight = 0.7, IsPaused = true }, "terminal"));
        await old.WithDbAsync(async db =>
        {
            var demo = new Outlet { Name = "Le Fanal", IsDemo = true };
            demo.Sources.Add(new Source { Address = "http://fanal.demo/rss" });
            db.Outlets.Add(demo);
            await db.SaveChangesAsync();
        });

        var exported = await old.Browser.GetAsync(Path + "?handler=Exporter");
        var file = await exported.Response.Content.ReadAsByteArrayAsync();

        exported.Response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        FileName().IsMatch(exported.Response.Content.Headers.ContentDisposition.FileName!).ShouldBeTrue();
        await using var young = await AdminSite.StartSignedInAsync();
        (await UploadAsync(young, file)).Html.ShouldContain("Import terminé");
        (await FactsAsync(young)).ShouldBe((await FactsAsync(old)).Where(f => !f.Contains(".demo", StringComparison.Ordinal)));
        (await (await young.Browser.GetAsync(Path + "?handler=Exporter")).Response.Content.ReadAsByteArrayAsync()).ShouldBe(file);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_to_sign_in()
    {
        await using var site = await AdminSite.StartSignedInAsync();
        using var stranger = site.NewBrowser();
        (await stranger.GetAsync(Path)).Address.ShouldStartWith("/admin/connexion");
        (await stranger.GetAsync(Path + "?handler=Exporter")).Address.ShouldStartWith("/admin/connexion");
        (await stranger.UploadAsync(Path, "fichier", "liste.opml", TenThousand())).Address.ShouldStartWith("/admin/connexion");
        (await site.WithDbAsync(db => db.Sources.CountAsync())).ShouldBe(0);
    }

    /// <summary>Four folders of 2,500 sources each, as other readers nest them.</summary>
    private static byte[] TenThousand()
    {
        string[] folders = ["Monde/Europe", "International", "Veille/Sport", "Veille/Amis"];
        var list = new StringBuilder("<opml version=\"2.0\"><head><title>Liste</title></head><body>");
        for (var folder = 0; folder < folders.Length; folder++)
        {
            var path = folders[folder].Split('/');
            list.AppendJoin("", path.Select(name => $"<outline text=\"{name}\">"));
            for (var i = folder * 2_500; i < (folder + 1) * 2_500; i++)
                list.Append(System.Globalization.CultureInfo.InvariantCulture, $"<outline type=\"rss\" text=\"Journal {i}\" xmlUrl=\"https://journal{i}.example/rss\"/>");
            list.AppendJoin("", path.Select(_ => "</outline>"));
        }

        return Encoding.UTF8.GetBytes(list.Append("</body></opml>").ToString());
    }

    private static async Task<BrowserPage> UploadAsync(AdminSite site, byte[] file) => await site.Browser.UploadAsync(Path, "fichier", "liste.opml", file);

    /// <summary>The page once no import runs.</summary>
    private static async Task<string> EndedAsync(AdminSite site)
    {
        while (true)
        {
            var page = await site.Browser.GetAsync(Path);
            if (!page.Response.Headers.Contains("Refresh")) return page.Html;
        }
    }

    private static async Task<List<string>> FactsAsync(AdminSite site)
    {
        var sources = await site.WithDbAsync(db => db.Sources.Include(s => s.Outlet).OrderBy(s => s.Address).ToListAsync());
        return sources.ConvertAll(s => string.Join(" | ", s.Address, s.Outlet!.Name, s.Section, s.Title, s.IsFront, s.IsPaused, s.Outlet.Weight, string.Join(';', s.Outlet.Owners)));
    }

    [GeneratedRegex("^newsreader-[0-9]{4}-[0-9]{2}-[0-9]{2}\\.opml$", RegexOptions.None, 1_000)]
    private static partial Regex FileName();
}
