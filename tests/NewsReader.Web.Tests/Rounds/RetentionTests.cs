using Microsoft.EntityFrameworkCore;
using NewsReader.Web.Rounds;
using NewsReader.Web.Tests.Adding;

namespace NewsReader.Web.Tests.Rounds;

public sealed class RetentionTests
{
    [Fact]
    public async Task After_ninety_days_an_article_goes_unless_an_edition_shows_it_and_never_comes_in_again()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var rounds = await TestRounds.StartAsync(("Articles:FetchPages", "false"));
        paper.Feed("/rss", LoopbackPaper.Rss("La Vire déborde", rounds.Time.GetUtcNow(), entries: 2));
        await rounds.FollowAsync(paper.Home + "/rss");
        await rounds.RunAsync();
        await using var db = rounds.Open();
        var shown = await db.EditionPlaces.Where(p => p.Rank == 1 && !p.IsRail).Select(p => p.LeadArticleId).FirstAsync();
        await db.EditionPlaces.Where(p => p.LeadArticleId != shown).ExecuteDeleteAsync();
        await db.Articles.Where(a => a.Id != shown).ExecuteUpdateAsync(a => a.SetProperty(x => x.StoryId, (long?)null));

        rounds.Time.Advance(TimeSpan.FromDays(91));
        await rounds.Get<Retention>().RunAsync(CancellationToken.None);

        (await db.Articles.Select(a => a.Id).ToListAsync()).ShouldBe([shown]);
        (await rounds.RunAsync(force: true)).Feeds.Added.ShouldBe(0);
    }
}
