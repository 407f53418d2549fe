using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;
using NewsReader.Storage.Admin;

namespace NewsReader.Web.Adding;

/// <summary>One import of many sources, a batch and a transaction after the other.</summary>
/// <param name="db">The store.</param>
/// <param name="begunAt">When it began, in UTC.</param>
/// <param name="by">Who decided.</param>
internal sealed class ImportedSources(NewsDb db, DateTime begunAt, string by)
{
    /// <summary>How many sources are followed in one transaction: some hundredths of a second, during which nobody else writes.</summary>
    public const int Batch = 200;

    /// <summary>How many are due at a time: what one run of a round takes at most.</summary>
    private const int DueTogether = 200;

    /// <summary>What is between two such times. Ten thousand sources are visited within four hours, and the others are never late by more than a run.</summary>
    private static readonly TimeSpan DueApart = TimeSpan.FromMinutes(5);

    private long? _line;

    /// <summary>What became of the sources so far.</summary>
    public ImportResult Result { get; private set; } = new(0, []);

    /// <summary>Follows a batch.</summary>
    public async Task FollowAsync(IReadOnlyList<SourceToFollow> batch, CancellationToken cancel)
    {
        try
        {
            Result = await SaveAsync(batch, cancel);
        }
        catch (DbUpdateException)
        {
            // Somebody followed one of these addresses at the same time: it is known now.
            db.ChangeTracker.Clear();
            Result = await SaveAsync(batch, cancel);
        }

        db.ChangeTracker.Clear();
    }

    private async Task<ImportResult> SaveAsync(IReadOnlyList<SourceToFollow> batch, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var known = await KnownSources.ReadAsync(db, batch, cancel);
        var added = Result.Added;
        List<(string, Trouble)> refused = [.. Result.Refused];
        foreach (var source in batch)
        {
            if (known.Follow(source, begunAt, begunAt + DueApart * (added / DueTogether)).Trouble is { } trouble) refused.Add((source.Address, trouble));
            else added++;
        }

        var line = await CountAsync(added, cancel);
        await transaction.CommitAsync(cancel);
        _line = line;
        return new ImportResult(added, refused);
    }

    /// <summary>Saves what is new, and how many there are so far in the line of the log.</summary>
    private async Task<long> CountAsync(int added, CancellationToken cancel)
    {
        var count = added.ToString(CultureInfo.InvariantCulture);
        if (_line is { } id)
        {
            await db.SaveChangesAsync(cancel);
            await db.Decisions.Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.Subject, count), cancel);
            return id;
        }

        var line = db.Decisions.Add(new Decision { At = begunAt, By = by, Action = DecisionWords.SourcesImported, Subject = count }).Entity;
        await db.SaveChangesAsync(cancel);
        return line.Id;
    }
}
