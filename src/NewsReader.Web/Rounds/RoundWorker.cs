using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;
using NewsReader.Web.Hosting;

namespace NewsReader.Web.Rounds;

/// <summary>Runs rounds in the background for as long as the server lives and the turn is its own.</summary>
internal sealed partial class RoundWorker(
    Round round, RoundTurn turn, RoundQueue queue, EditionStamp edition, SiteState site, IDbContextFactory<NewsDb> store, TimeProvider clock, ILogger<RoundWorker> logger) : BackgroundService
{
    /// <summary>The edition is drawn again at least this often, since its order depends on the hour.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>After a round that broke: when the disk has room again, it goes on by itself.</summary>
    private static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(2);

    private volatile bool _force;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!await TakeTurnAsync(stoppingToken)) await Task.Delay(RoundTurn.Beat, clock, stoppingToken);
            var holding = turn.HoldAsync(AskedForAll, stoppingToken);
            while (!stoppingToken.IsCancellationRequested) await RunAsync(stoppingToken);
            await holding;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the server ends
        }
        finally
        {
            await GiveTurnBackAsync();
        }
    }

    private async Task<bool> TakeTurnAsync(CancellationToken stopping)
    {
        try
        {
            return await turn.TakeAsync("serve", stopping) is null;
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            Tell(error);
            return false;
        }
    }

    private async Task GiveTurnBackAsync()
    {
        try
        {
            await turn.GiveBackAsync();
        }
        catch (DbException error)
        {
            // Whoever comes next sees that this process has ended.
            LogBroken(error);
        }
    }

    private void Tell(Exception error)
    {
        LogBroken(error);
        // A file that was opened while it could not be written stays so for as long as it is open.
        SqliteConnection.ClearAllPools();
        site.Trouble = new StoreTrouble(StoreTrouble.Of(error), site.Trouble?.Since ?? clock.GetUtcNow().UtcDateTime);
    }

    private async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            var force = _force;
            _force = false;
            var report = await round.RunAsync(force, null, stopping);
            edition.Drawn();
            site.Trouble = null;
            LogRound(report.Feeds.Visited, report.Feeds.Failed, report.Feeds.Added, report.PagesLeft);
            if (report.IsUnfinished) return;
            IdleMemory.GiveBack();
            await PauseAsync(stopping);
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            Tell(error);
            await Task.Delay(PauseAfterTrouble, clock, stopping);
        }
    }

    /// <summary>Waits until a source or a page is due, or somebody asks.</summary>
    private async Task PauseAsync(CancellationToken stopping)
    {
        using var woken = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var asked = queue.WaitAsync(woken.Token);
        await Task.WhenAny(asked, Task.Delay(await UntilDueAsync(stopping), clock, woken.Token));
        await woken.CancelAsync();
        await asked.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<TimeSpan> UntilDueAsync(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var source = await db.Sources.Where(s => !s.IsPaused).MinAsync(s => (DateTime?)s.NextVisit, cancel);
        var page = await db.Articles.MinAsync(a => a.NextFetch, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var wait = new[] { source, page }.OfType<DateTime>().Select(due => due - now).Append(LongestPause).Min();
        return wait < ShortestPause ? ShortestPause : wait;
    }

    private void AskedForAll()
    {
        _force = true;
        queue.Ask();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Round done: {visited} sources visited, {failed} failed, {added} new entries, {waiting} pages wait")]
    private partial void LogRound(int visited, int failed, int added, int waiting);

    [LoggerMessage(Level = LogLevel.Error, Message = "A round broke; the next one comes in half a minute")]
    private partial void LogBroken(Exception error);
}
