using Microsoft.EntityFrameworkCore;
using NewsReader.Newsroom.Editions;
using NewsReader.Storage;
using NewsReader.Storage.Editions;

namespace NewsReader.Web.Rounds;

/// <summary>Ranks the stories of the day and saves the front page, ready to be shown.</summary>
internal sealed class EditionRound(IDbContextFactory<NewsDb> store, TimeProvider clock)
{
    /// <summary>An unchanged page is drawn again after this time, so that the hour it prints and the sentences that refer to it stay true.</summary>
    private static readonly TimeSpan DrawnAgain = TimeSpan.FromMinutes(15);

    /// <summary>Draws today's edition and returns its stamp; null where there is nothing to show.</summary>
    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        var isDemo = !await db.Articles.AnyAsync(a => !a.Outlet!.IsDemo && a.StoryId != null, cancel);
        var facts = await EditionFacts.ReadAsync(db, isDemo, now, cancel);
        if (facts.Articles.Count == 0) return null;
        var places = EditionLayout.Draw(facts, now);
        return await SaveAsync(db, EditionDay.Of(now), isDemo, facts, places, now, cancel);
    }

    private static async Task<string> SaveAsync(
        NewsDb db, DateOnly day, bool isDemo, EditionFacts facts, List<EditionPlace> places, DateTimeOffset now, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var edition = await db.Editions.SingleOrDefaultAsync(e => e.Day == day && e.IsDemo == isDemo, cancel);
        var (articles, outlets) = facts.CountOf(day);
        var content = EditionLayout.Stamp(places, articles, outlets);
        if (edition is not null && edition.Stamp.StartsWith(content, StringComparison.Ordinal) && now.UtcDateTime - edition.DrawnAt < DrawnAgain) return edition.Stamp;
        if (edition is null) db.Editions.Add(edition = new Edition { Day = day, IsDemo = isDemo, Stamp = content });
        else await db.EditionPlaces.Where(p => p.EditionId == edition.Id).ExecuteDeleteAsync(cancel);
        (edition.DrawnAt, edition.ArticleCount, edition.OutletCount) = (now.UtcDateTime, articles, outlets);
        edition.Stamp = $"{content}-{now:HHmmss}";
        foreach (var place in places) edition.Places.Add(place);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return edition.Stamp;
    }
}
