using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;
using NewsReader.Storage.Nodes;

namespace NewsReader.Web.Rounds;

/// <summary>The lease that lets one process at a time run rounds, over all nodes of a database.</summary>
internal sealed partial class RoundTurn(IDbContextFactory<NewsDb> store, TimeProvider clock, ILogger<RoundTurn> logger)
{
    /// <summary>How often the holder says that it lives.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    /// <summary>A holder on another machine that was silent for this long is taken for dead.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(45);

    private readonly string _me = Guid.NewGuid().ToString("N");

    /// <summary>Takes the turn for <paramref name="command"/>; returns null, or who holds it.</summary>
    public async Task<RoundLease?> TakeAsync(string command, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var held = await db.RoundLeases.AsNoTracking().SingleOrDefaultAsync(cancel);
        if (held is null) return await AddAsync(db, command, cancel) ? null : await db.RoundLeases.AsNoTracking().SingleAsync(cancel);
        if (held.Holder != _me && !IsDead(held)) return held;
        var taken = await db.RoundLeases.Where(l => l.Holder == held.Holder).ExecuteUpdateAsync(
            l => l.SetProperty(x => x.Holder, _me)
                .SetProperty(x => x.Command, command)
                .SetProperty(x => x.Machine, Environment.MachineName)
                .SetProperty(x => x.ProcessId, Environment.ProcessId)
                .SetProperty(x => x.Heartbeat, clock.GetUtcNow().UtcDateTime),
            cancel);
        return taken == 1 ? null : await db.RoundLeases.AsNoTracking().SingleAsync(cancel);
    }

    /// <summary>Says that the holder lives, every <see cref="Beat"/> until cancelled; <paramref name="asked"/> is told when another process wants a full round.</summary>
    public async Task HoldAsync(Action? asked, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancel)) await HoldOnceAsync(asked, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // the holder ends
        }
    }

    /// <summary>Says that the holder lives, and returns whether another process asked it for a full round since.</summary>
    public async Task<bool> BeatAsync(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var asked = await db.RoundLeases.Where(l => l.Holder == _me && l.RefreshAsked != null)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.RefreshAsked, (DateTime?)null), cancel);
        await db.RoundLeases.Where(l => l.Holder == _me).ExecuteUpdateAsync(l => l.SetProperty(x => x.Heartbeat, clock.GetUtcNow().UtcDateTime), cancel);
        return asked > 0;
    }

    /// <summary>Asks whoever holds the turn for a full round.</summary>
    public async Task AskAsync(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        await db.RoundLeases.ExecuteUpdateAsync(l => l.SetProperty(x => x.RefreshAsked, clock.GetUtcNow().UtcDateTime), cancel);
    }

    /// <summary>Lets go of the turn, so that the next process need not wait.</summary>
    public async Task GiveBackAsync()
    {
        await using var db = await store.CreateDbContextAsync();
        await db.RoundLeases.Where(l => l.Holder == _me).ExecuteDeleteAsync();
    }

    private async Task HoldOnceAsync(Action? asked, CancellationToken cancel)
    {
        try
        {
            if (await BeatAsync(cancel)) asked?.Invoke();
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            LogMissed(error);
        }
    }

    private async Task<bool> AddAsync(NewsDb db, string command, CancellationToken cancel)
    {
        db.RoundLeases.Add(new RoundLease
        {
            Holder = _me,
            Command = command,
            Machine = Environment.MachineName,
            ProcessId = Environment.ProcessId,
            Heartbeat = clock.GetUtcNow().UtcDateTime,
        });
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            return false; // another process was quicker to write the one row
        }
    }

    /// <summary>A killed process on this machine is known at once; one elsewhere by its silence.</summary>
    private bool IsDead(RoundLease held)
    {
        // A heartbeat of the future is that of a clock that was set back.
        if ((clock.GetUtcNow().UtcDateTime - held.Heartbeat).Duration() > Silence) return true;
        if (held.Machine != Environment.MachineName) return false;
        if (held.ProcessId == Environment.ProcessId) return true;
        try
        {
            using var holder = Process.GetProcessById(held.ProcessId);
            return holder.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The turn could not be renewed; the next try comes in ten seconds")]
    private partial void LogMissed(Exception error);
}
