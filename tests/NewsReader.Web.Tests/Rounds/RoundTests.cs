using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsReader.Web.Tests.Adding;

namespace NewsReader.Web.Tests.Rounds;

public sealed class RoundTests
{
    private const string Flood = "La Vire a débordé dans la nuit à Saint-Aubin et huit cents habitants ont quitté leur logement, selon la préfecture de la Manche.";

    [Fact]
    public async Task A_round_brings_the_articles_of_a_feed_with_their_full_text()
    {
        await using var paper = (await LoopbackPaper.StartAsync()).Page("/crue", Page("Crue de la Vire", Flood));
        paper.Feed("/rss", Rss(Item("Crue de la Vire", paper.Home + "/crue", "2026-11-22T05:12:00Z")));
        await using var rounds = await TestRounds.StartAsync();
        await rounds.FollowAsync(paper.Home + "/rss", section: "France");

        var report = await rounds.RunAsync();

        report.Feeds.Failed.ShouldBe(0);
        report.Stamp.ShouldNotBeNull();
        await using var db = rounds.Open();
        var article = await db.Articles.SingleAsync();
        article.Title.ShouldBe("Crue de la Vire");
        article.Section.ShouldBe("France");
        article.State.ShouldBe("ok");
        article.Published.ShouldBe(new DateTime(2026, 11, 22, 5, 12, 0, DateTimeKind.Utc));
        (await db.ArticleTexts.SingleAsync()).Body.ShouldContain("huit cents habitants");
        (await db.ArticlePages.SingleAsync()).Compressed.Length.ShouldBeGreaterThan(0);
        (await db.EditionPlaces.OrderBy(p => p.EditionId).FirstAsync()).Title.ShouldBe("Crue de la Vire");
    }

    [Fact]
    public async Task A_server_that_always_says_not_modified_is_found_out_within_a_week()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var rounds = await TestRounds.StartAsync(("Articles:FetchPages", "false"));
        paper.Stuck("/rss", Rss(Item("Crue de la Vire", paper.Home + "/crue", "2026-11-22T05:12:00Z")));
        await rounds.FollowAsync(paper.Home + "/rss");
        await rounds.RunAsync();
        paper.Stuck("/rss", Rss(Item("Un boulanger ouvre la nuit", paper.Home + "/pain", "2026-11-22T09:00:00Z")));

        await rounds.RunAsync(force: true);
        await using (var db = rounds.Open()) (await db.Sources.SingleAsync()).State.ShouldBe("not_modified");
        for (var day = 0; day < 7; day++)
        {
            rounds.Time.Advance(TimeSpan.FromDays(1));
            await rounds.RunAsync(force: true);
        }

        await using (var db = rounds.Open()) (await db.Entries.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task What_was_repaired_in_a_feed_is_said_as_long_as_the_feed_stays_so()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var rounds = await TestRounds.StartAsync(("Articles:FetchPages", "false"));
        paper.Feed("/rss", Rss(Item("Crue de la Vire", paper.Home + "/crue", "2026-11-22T05:12:00Z")) + "<script>compte()</script>");
        await rounds.FollowAsync(paper.Home + "/rss");

        for (var visit = 0; visit < 2; visit++)
        {
            await rounds.RunAsync(force: true);
            await using var db = rounds.Open();
            var source = await db.Sources.SingleAsync();
            source.State.ShouldBe("degraded");
            source.Detail.ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task A_second_round_over_the_same_feed_doubles_nothing()
    {
        await using var paper = (await LoopbackPaper.StartAsync()).Page("/crue", Page("Crue de la Vire", Flood));
        paper.Feed("/rss", Rss(Item("Crue de la Vire", paper.Home + "/crue", "2026-11-22T05:12:00Z")));
        await using var rounds = await TestRounds.StartAsync();
        await rounds.FollowAsync(paper.Home + "/rss");

        await rounds.RunAsync();
        var again = await rounds.RunAsync(force: true);

        again.Feeds.Added.ShouldBe(0);
        paper.Asked.Count(path => path == "/crue").ShouldBe(1);
        await using var db = rounds.Open();
        (await db.Entries.CountAsync(), await db.Articles.CountAsync(), await db.Stories.CountAsync()).ShouldBe((1, 1, 1));
    }

    [Fact]
    public async Task Two_sources_of_an_outlet_that_lead_to_one_page_give_one_article()
    {
        await using var paper = (await LoopbackPaper.StartAsync()).Page("/crue", Page("Crue de la Vire", Flood));
        paper.Feed("/une", Rss(Item("Crue de la Vire", paper.Home + "/crue?utm_source=rss", "2026-11-22T05:12:00Z")));
        paper.Feed("/france", Rss(Item("Crue de la Vire", paper.Home + "/crue#xtor=RSS-1", "2026-11-22T05:12:00Z")));
        await using var rounds = await TestRounds.StartAsync();
        await rounds.FollowAsync(paper.Home + "/une", isFront: true);
        await rounds.FollowAsync(paper.Home + "/france");

        await rounds.RunAsync();

        await using var db = rounds.Open();
        (await db.Entries.CountAsync()).ShouldBe(2);
        (await db.Articles.SingleAsync()).Address.ShouldBe(paper.Home + "/crue");
        (await db.Placements.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Two_entries_whose_pages_name_one_canonical_address_become_one_article()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        var head = $"<link rel=\"canonical\" href=\"{paper.Home}/crue\">";
        paper.Page("/crue", Page("Crue de la Vire", Flood, head)).Page("/crue.amp", Page("Crue de la Vire", Flood, head));
        paper.Feed("/rss", Rss(Item("Crue de la Vire", paper.Home + "/crue.amp", "2026-11-22T05:12:00Z") + Item("Crue de la Vire", paper.Home + "/crue", "2026-11-22T05:12:00Z")));
        await using var rounds = await TestRounds.StartAsync();
        await rounds.FollowAsync(paper.Home + "/rss");

        await rounds.RunAsync();

        await using var db = rounds.Open();
        var article = await db.Articles.SingleAsync();
        article.Address.ShouldBe(paper.Home + "/crue");
        (await db.Entries.CountAsync(e => e.ArticleId == article.Id)).ShouldBe(2);
    }

    [Fact]
    public async Task A_canonical_address_on_somebody_elses_site_does_not_count()
    {
        await using var paper = (await LoopbackPaper.StartAsync()).Page("/crue", Page("Crue de la Vire", Flood, "<link rel=\"canonical\" href=\"https://ailleurs.example/autre\">"));
        paper.Feed("/rss", Rss(Item("Crue de la Vire", paper.Home + "/crue", "2026-11-22T05:12:00Z")));
        await using var rounds = await TestRounds.StartAsync();
        await rounds.FollowAsync(paper.Home + "/rss");

        await rounds.RunAsync();

        await using var db = rounds.Open();
        (await db.Articles.SingleAsync()).Address.ShouldBe(paper.Home + "/crue");
    }

    [Fact]
    public async Task A_source_that_fails_says_why_and_the_others_go_on()
    {
        await using var paper = (await LoopbackPaper.StartAsync()).Status("/absent", 404).Page("/page", "<!doctype html><html><body><p>Bonjour</p></body></html>");
        paper.Feed("/rss", Rss(Item("Crue de la Vire", "", "2026-11-22T05:12:00Z")));
        await using var rounds = await TestRounds.StartAsync();
        foreach (var path in new[] { "/absent", "/page", "/rss" }) await rounds.FollowAsync(paper.Home + path, path);

        var report = await rounds.RunAsync();

        (report.Feeds.Visited, report.Feeds.Failed).ShouldBe((3, 2));
        await using var db = rounds.Open();
        var sources = await db.Sources.Include(s => s.Outlet).ToDictionaryAsync(s => s.Outlet!.Name);
        sources["/absent"].State.ShouldBe("transient_error");
        sources["/page"].State.ShouldBe("no_feed");
        sources["/page"].Detail.ShouldNotBeNullOrEmpty();
        sources["/page"].NextVisit.ShouldBeGreaterThan(rounds.Time.GetUtcNow().UtcDateTime);
        sources["/rss"].State.ShouldBe("ok");
    }

    [Fact]
    public async Task A_feed_that_carries_its_whole_archive_brings_the_newest_of_it_and_few_of_its_pages_are_asked_for()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var rounds = await TestRounds.StartAsync();
        var day = rounds.Time.GetUtcNow();
        // The oldest first.
        paper.Feed("/rss", Rss(string.Concat(Enumerable.Range(0, 3000).Select(n => Item($"Archive {n}", $"{paper.Home}/{n}", $"{day.AddHours(n - 3000):yyyy-MM-dd'T'HH:mm:ss'Z'}", "Un texte.")))));
        await rounds.FollowAsync(paper.Home + "/rss");

        await rounds.RunAsync();

        await using var db = rounds.Open();
        (await db.Entries.CountAsync()).ShouldBe(2000);
        (await db.Entries.AnyAsync(e => e.Title == "Archive 2999")).ShouldBeTrue();
        (await db.Entries.AnyAsync(e => e.Title == "Archive 999")).ShouldBeFalse();
        paper.Asked.Count(path => path != "/rss" && path != "/robots.txt").ShouldBe(200);
    }

    [Fact]
    public async Task A_page_that_cannot_be_had_is_asked_for_five_times_in_a_day_and_the_feed_s_summary_stays()
    {
        await using var paper = (await LoopbackPaper.StartAsync()).Status("/crue", 503);
        paper.Feed("/rss", Rss(Item("Crue de la Vire", paper.Home + "/crue", "2026-11-22T05:12:00Z", "Huit cents habitants évacués.")));
        await using var rounds = await TestRounds.StartAsync();
        await rounds.FollowAsync(paper.Home + "/rss");

        for (var i = 0; i < 16; i++)
        {
            await rounds.RunAsync();
            rounds.Time.Advance(TimeSpan.FromHours(3));
        }

        paper.Asked.Count(path => path == "/crue").ShouldBe(5);
        await using var db = rounds.Open();
        var article = await db.Articles.SingleAsync();
        (article.State, article.Summary, article.NextFetch).ShouldBe(("transient_error", "Huit cents habitants évacués.", null));
        article.StoryId.ShouldNotBeNull();
    }

    [Fact]
    public async Task Without_pages_the_feeds_own_text_is_kept()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        var text = string.Join(' ', Enumerable.Repeat(Flood, 8));
        paper.Feed("/rss", Rss($"<item><title>Crue de la Vire</title><link>{paper.Home}/crue</link><content:encoded><![CDATA[<p>{text}</p>]]></content:encoded></item>"));
        await using var rounds = await TestRounds.StartAsync(("Articles:FetchPages", "false"));
        await rounds.FollowAsync(paper.Home + "/rss");

        await rounds.RunAsync();

        paper.Asked.ShouldNotContain("/crue");
        await using var db = rounds.Open();
        (await db.ArticleTexts.SingleAsync()).Body.ShouldContain("huit cents habitants");
        (await db.Articles.SingleAsync()).IsFullText.ShouldBeTrue();
    }

    [Fact]
    public async Task An_article_of_the_year_1_or_of_next_week_counts_for_a_credible_time()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        paper.Feed("/rss", Rss(Item("Hier", paper.Home + "/1", "0001-01-01T00:00:00Z") + Item("Demain", paper.Home + "/2", "2026-11-29T00:00:00Z")));
        await using var rounds = await TestRounds.StartAsync(("Articles:FetchPages", "false"));
        await rounds.FollowAsync(paper.Home + "/rss");

        await rounds.RunAsync();

        var now = rounds.Time.GetUtcNow().UtcDateTime;
        await using var db = rounds.Open();
        (await db.Articles.Select(a => a.At).ToListAsync()).ShouldAllBe(at => at >= now.AddHours(-48) && at <= now);
    }

    private static string Page(string title, string paragraph, string head = "") =>
        $"<!doctype html><html lang=\"fr\"><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>" +
        string.Concat(Enumerable.Range(1, 4).Select(i => $"<p>{paragraph} ({i.ToString(CultureInfo.InvariantCulture)})</p>")) + "</article></body></html>";

    private static string Item(string title, string link, string date, string summary = "") =>
        $"<item><title>{title}</title><link>{link.Replace("&", "&amp;", StringComparison.Ordinal)}</link><pubDate>{date}</pubDate><description>{summary}</description></item>";

    private static string Rss(string items) =>
        $"<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Le Papier</title>{items}</channel></rss>";
}
