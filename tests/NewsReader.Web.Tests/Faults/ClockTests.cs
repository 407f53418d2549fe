using Microsoft.EntityFrameworkCore;
using NewsReader.Web.Tests.Adding;
using NewsReader.Web.Tests.Rounds;

namespace NewsReader.Web.Tests.Faults;

/// <summary>A clock that is wrong for a while loses nothing, doubles nothing, and stops nothing once it is right again.</summary>
public sealed class ClockTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task A_clock_that_is_a_day_off_and_set_right_again_loses_no_entry_and_visits_go_on(int days)
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var rounds = await TestRounds.StartAsync(("Articles:FetchPages", "false"));
        await PrintAsync(paper, rounds, 3);
        await rounds.FollowAsync(paper.Home + "/rss");
        await rounds.RunAsync();

        rounds.Time.Wrong = TimeSpan.FromDays(days);
        await PrintAsync(paper, rounds, 4);
        await rounds.RunAsync();
        await ShouldHaveAsync(rounds, 4);

        rounds.Time.Wrong = TimeSpan.Zero;
        await PrintAsync(paper, rounds, 5);
        rounds.Time.Advance(TimeSpan.FromHours(3));
        await rounds.RunAsync();
        await ShouldHaveAsync(rounds, 5);
        await using var db = rounds.Open();
        var source = await db.Sources.SingleAsync();
        source.LastVisit.ShouldBe(rounds.Time.GetUtcNow().UtcDateTime);
        source.NextVisit.ShouldBeLessThan(rounds.Time.GetUtcNow().UtcDateTime.AddHours(3));
    }

    [Fact]
    public async Task The_night_of_October_has_one_edition_a_day_and_each_of_its_copies_once()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var rounds = await TestRounds.StartAsync(("Articles:FetchPages", "false"));
        rounds.Time.Wrong = new DateTimeOffset(2026, 10, 24, 20, 0, 0, TimeSpan.Zero) - rounds.Time.GetUtcNow();
        await rounds.FollowAsync(paper.Home + "/rss");

        for (var hour = 0; hour < 24; hour++)
        {
            await PrintAsync(paper, rounds, 3 + hour);
            await rounds.RunAsync(force: true);
            rounds.Time.Advance(TimeSpan.FromHours(1));
        }

        await ShouldHaveAsync(rounds, 26);
        await using var db = rounds.Open();
        (await db.Editions.OrderBy(e => e.Day).ThenBy(e => e.Part).Select(e => $"{e.Day:yyyy-MM-dd} {e.Part}").ToListAsync())
            .ShouldBe(["2026-10-24 Day", "2026-10-24 Evening", "2026-10-25 Day", "2026-10-25 Morning", "2026-10-25 Noon", "2026-10-25 Evening"]);
    }

    /// <summary>Prints so many numbered items, the newest an hour old by the clock as it stands.</summary>
    private static Task PrintAsync(LoopbackPaper paper, TestRounds rounds, int items)
    {
        var now = rounds.Time.GetUtcNow();
        paper.Feed("/rss", "<rss version=\"2.0\"><channel><title>Le Papier</title>" + string.Concat(Enumerable.Range(1, items).Reverse().Select(n =>
            $"<item><title>La nouvelle numéro {n} du Papier</title><link>http://papier.example/{n}</link><guid>{n}</guid><pubDate>{now.AddHours(n - items - 1):r}</pubDate></item>")) + "</channel></rss>");
        return Task.CompletedTask;
    }

    private static async Task ShouldHaveAsync(TestRounds rounds, int entries)
    {
        await using var db = rounds.Open();
        (await db.Entries.Select(e => e.Guid).Distinct().CountAsync(), await db.Entries.CountAsync(), await db.Articles.CountAsync()).ShouldBe((entries, entries, entries));
    }
}
