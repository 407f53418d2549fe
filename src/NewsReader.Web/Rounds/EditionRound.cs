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

    /// <summary>The hours, in Paris, at which a copy of the page is kept as it stands then.</summary>
    private static readonly (EditionPart Part, TimeSpan Hour)[] Kept =
        [(EditionPart.Morning, new TimeSpan(7, 0, 0)), (EditionPart.Noon, new TimeSpan(12, 30, 0)), (EditionPart.Evening, new TimeSpan(19, 0, 0))];

    /// <summary>Draws today's edition and returns its stamp; null where there is nothing to show.</summary>
    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        var isDemo = !await db.Articles.AnyAsync(a => !a.Outlet!.IsDemo && a.StoryId != null, cancel);
        var facts = await EditionFacts.ReadAsync(db, isDemo, now, cancel);
        if (facts.Articles.Count == 0) return null;
        var day = EditionDay.Of(now);
        var shown = await db.EditionPlaces.Where(p => !p.IsRail && db.Editions.Any(e => e.Id == p.EditionId && e.Day == day && e.IsDemo == isDemo && e.Part == EditionPart.Day))
            .OrderBy(p => p.Rank).Select(p => p.StoryId).ToListAsync(cancel);
        var stamp = await SaveAsync(db, day, isDemo, facts, EditionLayout.Draw(facts, shown, now), now, cancel);
        await KeepAsync(db, day, isDemo, now, cancel);
        return stamp;
    }

    /// <summary>
    /// Keeps a copy of the page for the last of the day's hours that has struck, unless there is one: an hour that was missed is kept at the next round, and of several
    /// only the last.
    /// </summary>
    private static async Task KeepAsync(NewsDb db, DateOnly day, bool isDemo, DateTimeOffset now, CancellationToken cancel)
    {
        var (part, _) = Kept.LastOrDefault(k => EditionDay.ToParis(now).TimeOfDay >= k.Hour);
        if (part == EditionPart.Day || await db.Editions.AnyAsync(e => e.Day == day && e.IsDemo == isDemo && e.Part == part, cancel)) return;
        var copy = await db.Editions.AsNoTracking().Include(e => e.Places.Where(p => p.IsRail || p.Rank <= EditionLayout.FrontPlaces)).SingleAsync(e => e.Day == day && e.IsDemo == isDemo && e.Part == EditionPart.Day, cancel);
        (copy.Id, copy.Part) = (0, part);
        foreach (var place in copy.Places) place.EditionId = 0;
        db.ChangeTracker.Clear();
        db.Editions.Add(copy);
        await db.SaveChangesAsync(cancel);
    }

    private static async Task<string> SaveAsync(
        NewsDb db, DateOnly day, bool isDemo, EditionFacts facts, List<EditionPlace> places, DateTimeOffset now, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var edition = await db.Editions.SingleOrDefaultAsync(e => e.Day == day && e.IsDemo == isDemo && e.Part == EditionPart.Day, cancel);
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
