using NewsReader.Newsroom.Feeds;
using NewsReader.Web.Rounds;

namespace NewsReader.Web.Adding;

/// <summary>
/// Follows the sources of an OPML file, one file at a time, whether or not whoever sent it waits. How far it is and what the last one came to is kept
/// in memory; what is followed is in the store, and the same file sent again adds the rest.
/// </summary>
internal sealed partial class OpmlImport(IServiceScopeFactory scopes, RoundQueue rounds, TimeProvider clock, ILogger<OpmlImport> logger) : IHostedService, IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stopping = new();
    private volatile OpmlProgress? _progress;
    private Task _run = Task.CompletedTask;

    /// <summary>How far the running import is, else what the last one came to; null where there was none since the start.</summary>
    public OpmlProgress? Progress => _progress;

    /// <summary>Reads a file and begins to follow its sources; a short list is done on return.</summary>
    /// <returns>Why nothing is followed, as a French sentence; null where the import has begun.</returns>
    public async Task<string?> BeginAsync(ReadOnlyMemory<byte> file, string name, string by)
    {
        var reading = OpmlLists.Read(file);
        if (reading.Failure is { } failure) return OpmlWords.Of(failure);
        lock (_gate)
        {
            if (_progress is { IsRunning: true }) return OpmlWords.Busy;
            _progress = new OpmlProgress(name, reading.Entries.Count);
            _run = Task.Run(() => RunAsync(reading, by));
        }

        if (reading.Entries.Count <= ImportedSources.Batch) await _run;
        return null;
    }

    /// <summary>Nothing runs before a file comes.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends the import after the transaction that it is in.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _run.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _stopping.Dispose();

    private async Task RunAsync(OpmlReading reading, string by)
    {
        var started = clock.GetTimestamp();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<FollowedSources>().ImportAsync(OpmlLists.Wanted(reading), by, Tell, _stopping.Token);
            LogDone(_progress!.Added, _progress.Total, clock.GetElapsedTime(started).TotalSeconds);
        }
        catch (Exception error)
        {
            // Whatever it is, the page says that the import stopped, and the file can be sent again.
            LogStopped(_progress!.Added, _progress.Total, error);
        }
        finally
        {
            _progress = _progress!.Ended(reading, clock.GetUtcNow().UtcDateTime);
            rounds.Ask();
        }
    }

    private void Tell(ImportResult result)
    {
        var isFirst = _progress!.Done == 0;
        _progress = _progress.With(result);
        if (isFirst) rounds.Ask();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Imported {added} of {total} sources of a list in {seconds:0.0} s")]
    private partial void LogDone(int added, int total, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "The import of a list stopped after {added} of {total} sources")]
    private partial void LogStopped(int added, int total, Exception error);
}
