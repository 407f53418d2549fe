using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;
using NewsReader.Storage.Admin;
using NewsReader.Storage.Sources;

namespace NewsReader.Web.Adding;

/// <summary>
/// The one place that writes decisions about sources, each with its line of the log in one transaction. <c>by</c> is always who decided: an
/// administrator's name, or « terminal ».
/// </summary>
public sealed class FollowedSources(NewsDb db, TimeProvider clock)
{
    /// <summary>Follows a source, due at once. Refuses what is no address and what is followed already.</summary>
    public async Task<FollowResult> AddAsync(SourceToFollow wanted, string by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var (source, trouble) = (await KnownSources.ReadAsync(db, [wanted], cancel)).Follow(wanted, Now, firstVisit: Now);
            if (trouble is not null) return new FollowResult(null, trouble);
            Log(DecisionWords.SourceAdded, $"{wanted.Outlet.Trim()}, {wanted.Address.Trim()}", by);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return new FollowResult(source!.Id, null);
        }
        catch (DbUpdateException)
        {
            // Two requests for one address at the same time: the index lets one through.
            db.ChangeTracker.Clear();
            if (await FollowedAsAsync(wanted.Address, cancel) is { } name) return new FollowResult(null, Trouble.AlreadyFollowed(name));
            throw;
        }
    }

    /// <summary>
    /// Follows many sources in short transactions, between which a round can write. What is followed stays where the program stops in the middle; the one line
    /// of the log counts what is followed so far. Those that cannot be followed are named in the result.
    /// </summary>
    /// <param name="wanted">The sources. They are visited for the first time in their order, so many at a time that the paper's other sources keep their turn.</param>
    /// <param name="by">Who decided.</param>
    /// <param name="progress">Is told what became of the sources so far, after each transaction.</param>
    /// <param name="cancel">Stops between two transactions.</param>
    public async Task<ImportResult> ImportAsync(IReadOnlyList<SourceToFollow> wanted, string by, Action<ImportResult>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var import = new ImportedSources(db, clock.GetUtcNow().UtcDateTime, by);
        foreach (var batch in wanted.Chunk(ImportedSources.Batch))
        {
            await import.FollowAsync(batch, cancel);
            progress?.Invoke(import.Result);
        }

        return import.Result;
    }

    /// <summary>Stops following a source. Its articles stay; an outlet without any goes with its last source.</summary>
    /// <returns>False where there is no such source.</returns>
    public async Task<bool> RemoveAsync(long sourceId, string by, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await NameAsync(sourceId, cancel) is not { } name) return false;
        await db.Sources.Where(s => s.Id == sourceId).ExecuteDeleteAsync(cancel);
        await DeleteEmptyOutletsAsync(cancel);
        Log(DecisionWords.SourceRemoved, name, by);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Suspends a source: it keeps its articles and is visited no more.</summary>
    /// <returns>False where there is no such source.</returns>
    public Task<bool> PauseAsync(long sourceId, string by, CancellationToken cancel = default) =>
        ChangeAsync(sourceId, DecisionWords.SourcePaused, by, source => source.IsPaused = true, cancel);

    /// <summary>Takes a suspended source up again, due at once.</summary>
    /// <returns>False where there is no such source.</returns>
    public Task<bool> ResumeAsync(long sourceId, string by, CancellationToken cancel = default) =>
        ChangeAsync(sourceId, DecisionWords.SourceResumed, by, source => (source.IsPaused, source.NextVisit, source.NextVisitReason) = (false, Now, VisitReason.Asked), cancel);

    /// <summary>Makes a source due now; whoever asks then wakes the round through <c>RoundQueue</c>.</summary>
    /// <returns>False where there is no such source.</returns>
    public Task<bool> VisitNowAsync(long sourceId, string by, CancellationToken cancel = default) =>
        ChangeAsync(sourceId, DecisionWords.VisitAsked, by, source => (source.NextVisit, source.NextVisitReason) = (Now, VisitReason.Asked), cancel);

    /// <summary>The name of the outlet for which the same address, in whatever spelling, is followed already; null where it is not.</summary>
    public async Task<string?> FollowedAsAsync(string address, CancellationToken cancel = default) =>
        SourceToFollow.Key(address) is { } key && (await KnownSources.AddressesAsync(db, cancel)).TryGetValue(key, out var name) ? name : null;

    /// <summary>Saves the starter sources once in the life of a paper, so that a cleared list stays clear.</summary>
    /// <returns>How many were added; 0 where it was done before.</returns>
    public async Task<int> SaveStarterAsync(IReadOnlyList<StarterSource> starter, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(starter);
        // Looked at before the write lock is taken: a database that cannot be written is served all the same.
        if (await db.SiteFacts.AnyAsync(f => f.Name == SiteFacts.Starter, cancel)) return 0;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.SiteFacts.AnyAsync(f => f.Name == SiteFacts.Starter, cancel)) return 0;
        var fact = new StarterFact(Now, IsDecided: starter.Count == 0);
        SourceToFollow[] wanted = [.. starter.Select(Wanted)];
        var known = await KnownSources.ReadAsync(db, wanted, cancel);
        var added = wanted.Count(source => known.Follow(source, fact.SavedAt, firstVisit: fact.SavedAt).Trouble is null);
        db.SiteFacts.Add(new SiteFact { Name = SiteFacts.Starter, Value = fact.ToString() });
        Log(DecisionWords.StarterSaved, string.Create(CultureInfo.InvariantCulture, $"{added}"), "NewsReader");
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return added;
    }

    /// <summary>The starter sources that are still followed, by section, while nobody has decided about them; empty afterwards.</summary>
    public async Task<IReadOnlyDictionary<string, int>> UndecidedStarterAsync(CancellationToken cancel = default)
    {
        if (await ReadFactAsync(cancel) is not { IsDecided: false } fact) return new Dictionary<string, int>(StringComparer.Ordinal);
        var sections = await db.Sources.Where(s => s.AddedAt == fact.SavedAt && s.Section != null).GroupBy(s => s.Section!)
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        return sections.ToDictionary(s => s.Key, s => s.Count, StringComparer.Ordinal);
    }

    /// <summary>Decides about the starter sources: those of the named sections stay, the others go; none named clears the list.</summary>
    /// <returns>How many went; null where it was decided before.</returns>
    public async Task<int?> KeepStarterAsync(IReadOnlyCollection<string> sections, string by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sections);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await ReadFactAsync(cancel) is not { IsDecided: false } fact) return null;
        var gone = await db.Sources.Where(s => s.AddedAt == fact.SavedAt && !sections.Contains(s.Section!)).ExecuteDeleteAsync(cancel);
        await DeleteEmptyOutletsAsync(cancel);
        var decided = (fact with { IsDecided = true }).ToString();
        await db.SiteFacts.Where(f => f.Name == SiteFacts.Starter).ExecuteUpdateAsync(set => set.SetProperty(f => f.Value, decided), cancel);
        Log(sections.Count == 0 ? DecisionWords.StarterCleared : DecisionWords.StarterKept, string.Join(", ", sections), by);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return gone;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static SourceToFollow Wanted(StarterSource starter) =>
        new(starter.Address, starter.Outlet) { Owners = starter.Owners, Section = starter.Section, IsFront = starter.IsFront };

    private async Task<bool> ChangeAsync(long sourceId, string action, string by, Action<Source> change, CancellationToken cancel)
    {
        // The changed columns alone are written, so that a round that is at this source loses nothing.
        if (await db.Sources.Include(s => s.Outlet).SingleOrDefaultAsync(s => s.Id == sourceId, cancel) is not { } source) return false;
        change(source);
        Log(action, $"{source.Outlet!.Name}, {source.Address}", by);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private async Task<string?> NameAsync(long sourceId, CancellationToken cancel) =>
        await db.Sources.Where(s => s.Id == sourceId).Select(s => s.Outlet!.Name + ", " + s.Address).SingleOrDefaultAsync(cancel);

    private Task<int> DeleteEmptyOutletsAsync(CancellationToken cancel) =>
        db.Outlets.Where(o => !o.Sources.Any() && !db.Articles.Any(a => a.OutletId == o.Id)).ExecuteDeleteAsync(cancel);

    private void Log(string action, string subject, string by) =>
        db.Decisions.Add(new Decision { At = Now, By = by, Action = action, Subject = subject });

    private async Task<StarterFact?> ReadFactAsync(CancellationToken cancel) =>
        StarterFact.Parse(await db.SiteFacts.Where(f => f.Name == SiteFacts.Starter).Select(f => f.Value).SingleOrDefaultAsync(cancel));
}
