using Microsoft.EntityFrameworkCore;
using NewsReader.Newsroom.Editions;
using NewsReader.Storage;
using NewsReader.Storage.Editions;

namespace NewsReader.Web.Reading;

/// <summary>How pages ask the store for editions.</summary>
public static class EditionQueries
{
    /// <summary>
    /// The editions that the site shows now: the reader's own, or those of the built-in papers; none of a day to come, which only a clock that was set back since can have drawn.
    /// </summary>
    public static IQueryable<Edition> ShownEditions(this NewsDb db, bool isDemo, DateTimeOffset now)
    {
        var today = EditionDay.Of(now);
        return db.EditionsToRead().Where(e => e.IsDemo == isDemo && e.Part == EditionPart.Day && e.Day <= today);
    }

    /// <summary>The places that a reader may see: a story that was hidden goes from the editions that were drawn before, too.</summary>
    public static IQueryable<EditionPlace> PlacesToRead(this NewsDb db) =>
        db.EditionPlaces.AsNoTracking().Where(p => !db.Stories.Any(s => s.Id == p.StoryId && s.IsRemoved));

    /// <summary>The latest edition with its places; null where there is none yet.</summary>
    public static Task<Edition?> LatestAsync(this IQueryable<Edition> editions, CancellationToken cancel) =>
        editions.OrderByDescending(e => e.Day).FirstOrDefaultAsync(cancel);

    /// <summary>The view of the latest edition; null where there is none yet.</summary>
    public static async Task<EditionView?> LatestViewAsync(this IQueryable<Edition> editions, CancellationToken cancel) =>
        await editions.LatestAsync(cancel) is { } edition ? await editions.ViewAsync(edition, cancel) : null;

    /// <summary>The view of an edition as it stood at one of the hours of its day; null where none was kept.</summary>
    public static async Task<EditionView?> ViewOfPartAsync(
        this NewsDb db, bool isDemo, DateOnly day, EditionPart part, DateTimeOffset now, CancellationToken cancel) =>
        await db.EditionsToRead().FirstOrDefaultAsync(e => e.IsDemo == isDemo && e.Day == day && e.Part == part, cancel) is { } edition
            ? await db.ShownEditions(isDemo, now).ViewAsync(edition, cancel) : null;

    /// <summary>The copies that were kept of a day, the day itself among them.</summary>
    public static async Task<IReadOnlyList<EditionPart>> PartsAsync(this NewsDb db, bool isDemo, DateOnly day, CancellationToken cancel) =>
        await db.Editions.Where(e => e.IsDemo == isDemo && e.Day == day).Select(e => e.Part).ToListAsync(cancel);

    private static IQueryable<Edition> EditionsToRead(this NewsDb db) =>
        db.Editions.AsNoTracking().Include(e => e.Places.Where(p => !db.Stories.Any(s => s.Id == p.StoryId && s.IsRemoved)));

    private static async Task<EditionView> ViewAsync(this IQueryable<Edition> editions, Edition edition, CancellationToken cancel)
    {
        var before = await editions.Where(e => e.Day < edition.Day).MaxAsync(e => (DateOnly?)e.Day, cancel);
        var after = await editions.Where(e => e.Day > edition.Day).MinAsync(e => (DateOnly?)e.Day, cancel);
        return EditionView.Of(edition, before, after);
    }
}
