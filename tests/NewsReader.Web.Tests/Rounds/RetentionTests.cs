using Microsoft.EntityFrameworkCore;
using NewsReader.Storage.Stories;
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

    [Fact]
    public async Task An_article_of_a_corrected_story_stays()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var rounds = await TestRounds.StartAsync(("Articles:FetchPages", "false"));
        paper.Feed("/rss", LoopbackPaper.Rss("La Vire déborde", rounds.Time.GetUtcNow(), entries: 2));
        await rounds.FollowAsync(paper.Home + "/rss");
        await rounds.RunAsync();
        await using var db = rounds.Open();
        await db.EditionPlaces.ExecuteDeleteAsync();
        var story = await db.Articles.OrderBy(a => a.Id).Select(a => a.StoryId!.Value).FirstAsync();
        db.Corrections.Add(new Correction { By = "test", Kind = CorrectionKind.Separate, StoryId = story, StoryTitle = "x", At = rounds.Time.GetUtcNow().UtcDateTime, AppliedAt = rounds.Time.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync();
        var corrected = await db.Articles.CountAsync(a => a.StoryId == story);

        rounds.Time.Advance(TimeSpan.FromDays(91));
        await rounds.Get<Retention>().RunAsync(CancellationToken.None);

        (await db.Articles.CountAsync()).ShouldBe(corrected);
    }
}
