using Microsoft.EntityFrameworkCore;
using NewsReader.Web.Tests.Adding;

namespace NewsReader.Web.Tests.Rounds;

/// <summary>An entry stays one entry from visit to visit, whatever its feed does with guids, and none is lost.</summary>
public sealed class EntryIdentityTests
{
    private const string Flood = "La Vire déborde à Saint-Aubin";
    private const string Bakery = "Un boulanger de Valombre ouvre la nuit";

    [Fact]
    public async Task A_guid_that_changes_at_each_visit_makes_no_second_entry()
    {
        var titles = await TitlesAsync(
            Item(Flood, "/crue", "tirage-1") + Item(Bakery, "/pain", "tirage-2"),
            Item(Flood, "/crue?utm_source=rss", "tirage-3") + Item(Bakery, "/pain", "tirage-4"),
            Item(Flood, "/crue", "tirage-5"));

        titles.ShouldBe([Flood, Bakery]);
    }

    [Fact]
    public async Task A_guid_that_all_entries_share_loses_none_of_them() =>
        (await TitlesAsync(Item(Flood, "/crue", "0") + Item(Bakery, "/pain", "0"), Item("Le club monte en division supérieure", "/club", "0") + Item(Flood, "/crue", "0"))).Count.ShouldBe(3);

    [Fact]
    public async Task An_article_that_stands_in_a_feed_twice_under_one_guid_is_one_entry()
    {
        var twice = Item(Flood, "/crue", "1") + Item(Bakery, "/pain", "2") + Item("Le club monte en division supérieure", "/club", "3") + Item(Flood + " (2)", "/regions/crue", "1");

        (await TitlesAsync(twice, twice)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Short_titles_that_differ_in_a_word_are_articles_of_their_own_under_one_guid() =>
        (await TitlesAsync(Item("Grève à Aix", "/aix", "1") + Item("Grève à Pau", "/pau", "1") + Item(Flood, "/crue", "2") + Item(Bakery, "/pain", "3") + Item("Le club monte", "/club", "4"))).Count.ShouldBe(5);

    [Fact]
    public async Task A_guid_that_is_given_to_another_article_later_keeps_both()
    {
        var titles = await TitlesAsync(Item(Flood, "/crue", "une"), Item(Bakery, "/pain", "une"), Item(Bakery, "/pain", "une"));

        titles.ShouldBe([Flood, Bakery]);
    }

    [Fact]
    public async Task Entries_that_all_lead_to_the_front_page_stay_apart() =>
        (await TitlesAsync(Item(Flood, "/", "1"), Item(Bakery, "/", "2"))).ShouldBe([Flood, Bakery]);

    [Fact]
    public async Task Entries_that_all_lead_to_the_front_page_are_articles_of_their_own()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var rounds = await TestRounds.StartAsync();
        paper.Page("/", "<html><body><h1>Le Papier</h1></body></html>");
        paper.Feed("/rss", Rss((Item(Flood, "/", "1") + Item(Bakery, "/", "2")).Replace("http://papier.example", paper.Home, StringComparison.Ordinal)));
        await rounds.FollowAsync(paper.Home + "/rss");

        await rounds.RunAsync();

        await using var db = rounds.Open();
        (await db.Articles.OrderBy(a => a.Id).Select(a => a.Title).ToListAsync()).ShouldBe([Flood, Bakery]);
        paper.Asked.ShouldNotContain("/");
    }

    [Fact]
    public async Task An_edited_title_under_a_new_address_is_the_same_entry() =>
        (await TitlesAsync(Item(Flood, "/crue", "17"), Item("La Vire déborde : huit cents évacués à Saint-Aubin", "/crue-evacuations", "17")))
            .ShouldBe(["La Vire déborde : huit cents évacués à Saint-Aubin"]);

    [Fact]
    public async Task Without_guid_the_address_tells() =>
        (await TitlesAsync(Item(Flood, "/crue", null), Item(Flood, "/crue", null) + Item(Bakery, "/pain", null))).ShouldBe([Flood, Bakery]);

    /// <summary>The titles of the stored entries after the visits, in the order in which they came.</summary>
    private static async Task<List<string?>> TitlesAsync(params string[] visits)
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var rounds = await TestRounds.StartAsync(("Articles:FetchPages", "false"));
        paper.Feed("/rss", Rss(visits[0]));
        await rounds.FollowAsync(paper.Home + "/rss");
        foreach (var visit in visits)
        {
            paper.Feed("/rss", Rss(visit));
            await rounds.RunAsync(force: true);
            rounds.Time.Advance(TimeSpan.FromHours(1));
        }

        await using var db = rounds.Open();
        return await db.Entries.OrderBy(e => e.Id).Select(e => e.Title).ToListAsync();
    }

    private static string Item(string title, string path, string? guid) =>
        $"<item><title>{title}</title><link>http://papier.example{path.Replace("&", "&amp;", StringComparison.Ordinal)}</link>{(guid is null ? "" : $"<guid isPermaLink=\"false\">{guid}</guid>")}<pubDate>Sun, 22 Nov 2026 05:12:00 GMT</pubDate></item>";

    private static string Rss(string items) => $"<rss version=\"2.0\"><channel><title>Le Papier</title>{items}</channel></rss>";
}
