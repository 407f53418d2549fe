using Microsoft.EntityFrameworkCore;
using NewsReader.Web.Hosting;
using NewsReader.Web.Rounds;
using NewsReader.Web.Tests.Adding;

namespace NewsReader.Web.Tests.Rounds;

public sealed class DemoRoundTests
{
    [Fact]
    public async Task A_first_run_that_reaches_no_outlet_fills_the_page_from_the_demonstration_papers_until_one_answers()
    {
        await using var paper = (await LoopbackPaper.StartAsync()).Status("/rss", 503);
        await using var rounds = await TestRounds.StartAsync();
        await rounds.FollowAsync(paper.Home + "/rss");

        await rounds.RunAsync();

        rounds.Get<SiteState>().Demo.ShouldBe(DemoKind.Offline);
        await using var db = rounds.Open();
        (await db.Editions.ToListAsync()).ShouldAllBe(e => e.IsDemo);
        (await db.Articles.CountAsync(a => a.Outlet!.IsDemo)).ShouldBeGreaterThanOrEqualTo(60);
        (await db.Stories.CountAsync(s => s.Articles.Count > 1)).ShouldBeGreaterThan(8);

        paper.Feed("/rss", LoopbackPaper.Rss("La Vire déborde", rounds.Time.GetUtcNow(), entries: 2));
        await rounds.RunAsync(force: true);

        rounds.Get<SiteState>().Demo.ShouldBe(DemoKind.None);
        (await db.Outlets.AsNoTracking().ToListAsync()).ShouldAllBe(o => !o.IsDemo);
        (await db.Articles.AsNoTracking().CountAsync()).ShouldBe(2);
        (await db.Stories.AsNoTracking().ToListAsync()).ShouldAllBe(s => !s.IsDemo);
        (await db.Editions.AsNoTracking().ToListAsync()).ShouldAllBe(e => !e.IsDemo);
    }

    [Fact]
    public async Task A_paper_without_sources_stays_empty()
    {
        await using var rounds = await TestRounds.StartAsync();

        (await rounds.RunAsync()).Stamp.ShouldBeNull();

        rounds.Get<SiteState>().Demo.ShouldBe(DemoKind.None);
    }

    [Fact]
    public async Task A_restart_of_the_demonstration_changes_nothing()
    {
        await using var rounds = await TestRounds.StartAsync();
        await rounds.Get<DemoRound>().ResumeAsync(chosen: true, CancellationToken.None);
        await rounds.RunAsync();
        await using var db = rounds.Open();
        var before = await db.Articles.AsNoTracking().OrderBy(a => a.Id).Select(a => a.Address + a.Title + a.Published).ToListAsync();

        await rounds.Get<DemoRound>().DisposeAsync();
        rounds.Time.Advance(TimeSpan.FromHours(1));
        await rounds.Get<DemoRound>().ResumeAsync(chosen: true, CancellationToken.None);
        await rounds.RunAsync(force: true);

        (await db.Articles.AsNoTracking().OrderBy(a => a.Id).Select(a => a.Address + a.Title + a.Published).ToListAsync()).ShouldBe(before);
    }
}
