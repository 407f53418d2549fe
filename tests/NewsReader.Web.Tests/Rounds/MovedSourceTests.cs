using Microsoft.EntityFrameworkCore;
using NewsReader.Web.Adding;
using NewsReader.Web.Tests.Adding;

namespace NewsReader.Web.Tests.Rounds;

/// <summary>A source follows its feed to a new address, and never onto one that is followed already.</summary>
public sealed class MovedSourceTests
{
    [Fact]
    public async Task A_permanent_redirect_to_a_feed_moves_the_source()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var rounds = await TestRounds.StartAsync(("Articles:FetchPages", "false"));
        paper.Feed("/new", LoopbackPaper.Rss("Le Papier", rounds.Time.GetUtcNow())).Moved("/old", "/new");
        await rounds.FollowAsync(paper.Home + "/old");

        await rounds.RunAsync();

        await using var db = rounds.Open();
        var source = await db.Sources.SingleAsync();
        (source.Address, source.State, source.IsPaused).ShouldBe((paper.Home + "/new", "moved", false));
        (await db.Entries.CountAsync()).ShouldBe(6);
    }

    [Fact]
    public async Task A_source_that_leads_to_one_that_is_followed_is_suspended_and_nothing_comes_in_twice()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var rounds = await TestRounds.StartAsync(("Articles:FetchPages", "false"));
        paper.Feed("/new", LoopbackPaper.Rss("Le Papier", rounds.Time.GetUtcNow())).Moved("/old", "/new");
        await rounds.FollowAsync(paper.Home + "/new");
        await rounds.FollowAsync(paper.Home + "/old");

        await rounds.RunAsync();

        await using var db = rounds.Open();
        var old = await db.Sources.SingleAsync(s => s.Address == paper.Home + "/old");
        (old.IsPaused, SourceCondition.Of(old).Label).ShouldBe((true, "Déplacée"));
        (await db.Articles.CountAsync()).ShouldBe(6);
    }

    [Fact]
    public async Task A_source_that_leads_to_a_followed_one_which_is_out_of_order_is_not_suspended()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var rounds = await TestRounds.StartAsync();
        paper.Page("/new", "<html><body>Site en travaux</body></html>").Moved("/old", "/new");
        await rounds.FollowAsync(paper.Home + "/new");
        await rounds.FollowAsync(paper.Home + "/old");

        await rounds.RunAsync();

        await using var db = rounds.Open();
        (await db.Sources.SingleAsync(s => s.Address == paper.Home + "/old")).IsPaused.ShouldBeFalse();
    }

    [Theory]
    [InlineData("text/html", "<html><body>Site en travaux</body></html>")]
    [InlineData("application/rss+xml", "")]
    public async Task A_permanent_redirect_to_anything_else_moves_nothing(string type, string body)
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var rounds = await TestRounds.StartAsync();
        paper.Answer("/new", type, body).Moved("/old", "/new");
        await rounds.FollowAsync(paper.Home + "/old");

        await rounds.RunAsync();

        await using var db = rounds.Open();
        (await db.Sources.SingleAsync(s => !s.Outlet!.IsDemo)).Address.ShouldBe(paper.Home + "/old");
    }
}
