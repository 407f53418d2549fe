using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsReader.Storage;
using NewsReader.Storage.Sources;
using NewsReader.Web.Fetching;

namespace NewsReader.Web.Rounds;

/// <summary>Stores a visit: validators, health, next visit, new entries, their articles and placements, in one transaction.</summary>
internal sealed class FeedWriter(IDbContextFactory<NewsDb> store, TimeProvider clock, IOptions<RoundSettings> rounds, IOptions<ArticleSettings> articles)
{
    /// <summary>How many values go into one query; SQLite takes 32,766 parameters at most (sqlite.org/limits.html).</summary>
    private const int Batch = 500;

    /// <summary>The time over which a source's rhythm is measured.</summary>
    private const int RhythmDays = 7;

    /// <summary>Stores <paramref name="visit"/> and returns how many entries were new. A source that was removed meanwhile is left alone.</summary>
    public async Task<int> WriteAsync(SourceVisit visit, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var source = await db.Sources.Include(s => s.Outlet).SingleOrDefaultAsync(s => s.Id == visit.Source.Id, cancel);
        if (source is null) return 0;
        var now = clock.GetUtcNow().UtcDateTime;
        var added = visit.Feed is { } feed ? await new EntryWriter(db, source, now, articles.Value.FetchPages).WriteAsync(feed, Batch, cancel) : 0;
        await RecordAsync(db, source, visit, now, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return added;
    }

    private async Task RecordAsync(NewsDb db, Source source, SourceVisit visit, DateTime now, CancellationToken cancel)
    {
        source.State = visit.State.Word();
        source.Detail = visit.Detail;
        source.Status = visit.Answer.Status;
        source.LastVisit = now;
        source.Failures = visit.IsGood ? 0 : source.Failures + 1;
        if (visit.IsGood)
        {
            source.LastSuccess = now;
            source.ETag = visit.Answer.ETag ?? (visit.State == FetchState.NotModified ? source.ETag : null);
            source.LastModified = visit.Answer.LastModified ?? (visit.State == FetchState.NotModified ? source.LastModified : null);
            source.ContentHash = visit.ContentHash ?? source.ContentHash;
            source.Title = ToStorage.Line(visit.Feed?.Title) ?? source.Title;
            await MoveAsync(db, source, visit.Answer.MovedTo, cancel);
        }

        var asked = visit.Answer.RetryAfter ?? (visit.IsGood ? visit.Answer.MaxAge : null);
        source.NextVisit = NextVisit.After(source.Id, now, new VisitOutcome(visit.State, source.Failures, await RhythmAsync(db, source, now, cancel), asked), rounds.Value);
    }

    /// <summary>A permanent redirect whose target has answered as a feed moves the source, unless that address is followed already.</summary>
    private static async Task MoveAsync(NewsDb db, Source source, string? movedTo, CancellationToken cancel)
    {
        if (movedTo is null || movedTo == source.Address || await db.Sources.AnyAsync(s => s.Address == movedTo, cancel)) return;
        source.Address = movedTo;
    }

    /// <summary>How many entries a day the source brought over the last days.</summary>
    private static async Task<double> RhythmAsync(NewsDb db, Source source, DateTime now, CancellationToken cancel)
    {
        var since = now.AddDays(-RhythmDays);
        var recent = await db.Entries.CountAsync(e => e.SourceId == source.Id && (e.Published ?? e.FirstSeen) >= since, cancel);
        return recent / (double)RhythmDays;
    }
}
