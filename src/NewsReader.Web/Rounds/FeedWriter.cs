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

    /// <summary>Stores <paramref name="visit"/> and returns how many entries were new. A source that was removed meanwhile is left alone.</summary>
    public async Task<int> WriteAsync(SourceVisit visit, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var source = await db.Sources.Include(s => s.Outlet).SingleOrDefaultAsync(s => s.Id == visit.Source.Id, cancel);
        if (source is null) return 0;
        var now = clock.GetUtcNow().UtcDateTime;
        if (visit.IsGood && visit.Answer.MovedTo is { } movedTo && await IsFollowedAsync(db, source, movedTo, cancel)) visit = Retired(source, visit);
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
            Move(source, visit.Answer.MovedTo);
        }

        var rhythm = await RhythmAsync(db, source, now, cancel);
        var asked = visit.Answer.RetryAfter ?? (visit.IsGood ? visit.Answer.MaxAge : null);
        var next = NextVisit.After(source.Id, now, new VisitOutcome(visit.State, source.Failures, rhythm, asked) { Cause = visit.Answer.Cause }, rounds.Value);
        (source.NextVisit, source.NextVisitReason, source.EntriesADay) = (next.At, next.Reason, rhythm.EntriesADay);
    }

    /// <summary>A permanent redirect whose target has answered as a feed moves the source.</summary>
    private static void Move(Source source, string? movedTo)
    {
        if (movedTo is not null && !source.IsPaused) source.Address = movedTo;
    }

    /// <summary>A source that leads for good to one that is followed is visited no more: what it brings from now on comes in there.</summary>
    private static SourceVisit Retired(Source source, SourceVisit visit)
    {
        source.IsPaused = true;
        return visit with { State = FetchState.Moved, Detail = "its address leads for good to one that is followed already" };
    }

    private static Task<bool> IsFollowedAsync(NewsDb db, Source source, string address, CancellationToken cancel)
    {
        var other = address.StartsWith("https:", StringComparison.Ordinal) ? "http:" + address["https:".Length..] : "https:" + address["http:".Length..];
        return db.Sources.AnyAsync(s => s.Id != source.Id && (s.Address == address || s.Address == other), cancel);
    }

    /// <summary>When the source brought entries over the last days.</summary>
    private static async Task<SourceRhythm> RhythmAsync(NewsDb db, Source source, DateTime now, CancellationToken cancel)
    {
        var since = now.AddDays(-SourceRhythm.Days);
        var recent = await db.Entries.Where(e => e.SourceId == source.Id && e.FirstSeen >= since && (e.Published ?? e.FirstSeen) >= since)
            .Select(e => e.Published ?? e.FirstSeen).ToListAsync(cancel);
        return SourceRhythm.Of(recent);
    }
}
