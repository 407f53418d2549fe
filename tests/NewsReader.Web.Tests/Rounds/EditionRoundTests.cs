using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage.Editions;
using NewsReader.Web.Tests.Adding;

namespace NewsReader.Web.Tests.Rounds;

/// <summary>A day's edition: what it keeps of its hours, and what cannot move it once it is over.</summary>
public sealed class EditionRoundTests
{
    private const string Morning = "La Vire déborde à Saint-Aubin";
    private const string Later = "Le boulanger de Valombre ouvre la nuit";

    [Fact]
    public async Task The_morning_s_page_is_kept_as_it_stood_when_the_day_goes_on()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        paper.Feed("/rss", Rss(Item(Morning, "2026-11-22T05:00:00Z")));
        await using var rounds = await TestRounds.StartAsync(("Articles:FetchPages", "false"));
        await rounds.FollowAsync(paper.Home + "/rss");
        await rounds.RunAsync();
        paper.Feed("/rss", Rss(Item(Later, "2026-11-22T11:00:00Z") + Item(Morning, "2026-11-22T05:00:00Z")));

        rounds.Time.Advance(TimeSpan.FromHours(5));
        await rounds.RunAsync(force: true);

        await using var db = rounds.Open();
        var parts = await db.Editions.Include(e => e.Places).ToDictionaryAsync(e => e.Part);
        parts.Keys.Order().ShouldBe([EditionPart.Day, EditionPart.Morning, EditionPart.Noon]);
        parts[EditionPart.Morning].Places.Select(p => p.Title).ShouldBe([Morning]);
        parts[EditionPart.Noon].Places.Where(p => !p.IsRail).Select(p => p.Title).ShouldBe([Later, Morning]);
    }

    [Fact]
    public async Task Of_the_hours_that_were_missed_the_last_one_alone_is_kept()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        paper.Feed("/rss", Rss(Item(Morning, "2026-11-22T05:00:00Z")));
        await using var rounds = await TestRounds.StartAsync(("Articles:FetchPages", "false"));
        rounds.Time.Advance(TimeSpan.FromHours(12));
        await rounds.FollowAsync(paper.Home + "/rss");

        await rounds.RunAsync();

        await using var db = rounds.Open();
        (await db.Editions.Select(e => e.Part).OrderBy(p => p).ToListAsync()).ShouldBe([EditionPart.Day, EditionPart.Evening]);
    }

    [Theory]
    [InlineData("2026-11-22T09:00:00Z")]
    [InlineData("2126-11-22T09:00:00Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    public async Task An_article_that_comes_late_or_with_an_absurd_date_moves_no_closed_day_and_stays_on_no_top(string stated)
    {
        await using var paper = await LoopbackPaper.StartAsync();
        paper.Feed("/rss", Rss(Item(Morning, "2026-11-22T05:00:00Z")));
        await using var rounds = await TestRounds.StartAsync(("Articles:FetchPages", "false"));
        await rounds.FollowAsync(paper.Home + "/rss");
        await rounds.RunAsync();
        paper.Feed("/rss", Rss(Item(Later, stated) + Item(Morning, "2026-11-22T05:00:00Z")));

        rounds.Time.Advance(TimeSpan.FromDays(1));
        await rounds.RunAsync(force: true);
        paper.Feed("/rss", Rss(Item("Le club de Valombre monte en division supérieure", "2026-11-24T06:00:00Z") + Item(Later, stated)));
        rounds.Time.Advance(TimeSpan.FromDays(1));
        await rounds.RunAsync(force: true);

        await using var db = rounds.Open();
        var editions = await db.Editions.Include(e => e.Places).Where(e => e.Part == EditionPart.Day).ToDictionaryAsync(e => e.Day);
        editions[new DateOnly(2026, 11, 22)].Places.Select(p => p.Title).ShouldBe([Morning]);
        editions[new DateOnly(2026, 11, 24)].Places.Single(p => p.Rank == 1 && !p.IsRail).Title.ShouldStartWith("Le club de Valombre");
    }

    [Fact]
    public async Task An_hour_at_which_nothing_changed_leaves_the_stamp_as_it_is()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        paper.Feed("/rss", Rss(Item(Morning, "2026-11-22T05:00:00Z")));
        await using var rounds = await TestRounds.StartAsync(("Articles:FetchPages", "false"));
        await rounds.FollowAsync(paper.Home + "/rss");
        var first = (await rounds.RunAsync()).Stamp;

        rounds.Time.Advance(TimeSpan.FromMinutes(10));
        var same = (await rounds.RunAsync(force: true)).Stamp;
        rounds.Time.Advance(TimeSpan.FromMinutes(5));
        var drawnAgain = (await rounds.RunAsync(force: true)).Stamp;

        same.ShouldBe(first);
        drawnAgain.ShouldNotBe(first);
    }

    private static string Item(string title, string date) =>
        $"<item><title>{title}</title><link>http://papier.example/{title.Length.ToString(CultureInfo.InvariantCulture)}</link><pubDate>{date}</pubDate></item>";

    private static string Rss(string items) => $"<rss version=\"2.0\"><channel><title>Le Papier</title>{items}</channel></rss>";
}
