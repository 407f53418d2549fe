using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;
using NewsReader.Storage.Admin;
using NewsReader.Storage.Sources;
using NewsReader.Web.Demo;
using NewsReader.Web.Fetching;
using NewsReader.Web.Hosting;

namespace NewsReader.Web.Rounds;

/// <summary>
/// Brings the demonstration papers into the store and takes them out again: at once for a demo run; by themselves where a first run finds no outlet, until
/// one answers.
/// </summary>
internal sealed partial class DemoRound(
    IDbContextFactory<NewsDb> store, HostMap hosts, SiteState site, FeedRound feeds, StoryRound stories, TimeProvider clock, ILogger<DemoRound> logger) : IAsyncDisposable
{
    /// <summary>How long a first run waits for an outlet to answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private DemoNewsroom? _newsroom;

    /// <summary>Opens the papers for a demo run, or where an earlier run of this data folder had brought them in.</summary>
    public async Task ResumeAsync(bool chosen, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        if (!chosen && !await db.Outlets.AnyAsync(o => o.IsDemo, cancel)) return;
        site.Demo = chosen ? DemoKind.Chosen : DemoKind.Offline;
        await OpenAsync(db, cancel);
    }

    /// <summary>
    /// Lets <paramref name="visits"/> run. In an ordinary first run, where none of them has succeeded when all are tried or patience ends, the papers come in;
    /// where they are in and an outlet answers, they go.
    /// </summary>
    public async Task<FeedReport> WatchAsync(Task<FeedReport> visits, CancellationToken cancel)
    {
        if (site.Demo == DemoKind.None && await IsUnansweredAsync(cancel))
        {
            await Task.WhenAny(visits, Task.Delay(Patience, clock, cancel));
            if (await IsUnansweredAsync(cancel)) await ComeInAsync(cancel);
        }

        var report = await visits;
        if (site.Demo == DemoKind.Offline && await HasAnsweredAsync(cancel)) await GoAsync(cancel);
        return report;
    }

    /// <summary>Closes the papers; their rows stay.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_newsroom is not null) await _newsroom.DisposeAsync();
        _newsroom = null;
    }

    /// <summary>Whether there are sources, none has ever answered, and nothing real is kept.</summary>
    private async Task<bool> IsUnansweredAsync(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await db.Sources.AnyAsync(cancel) && !await db.Sources.AnyAsync(s => s.LastSuccess != null, cancel) && !await db.Articles.AnyAsync(cancel);
    }

    private async Task<bool> HasAnsweredAsync(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await db.Articles.AnyAsync(a => !a.Outlet!.IsDemo, cancel);
    }

    private async Task ComeInAsync(CancellationToken cancel)
    {
        LogOffline();
        await using (var db = await store.CreateDbContextAsync(cancel)) await OpenAsync(db, cancel);
        site.Demo = DemoKind.Offline;
        await feeds.RunAsync(Due.Demo, null, cancel);
    }

    private async Task OpenAsync(NewsDb db, CancellationToken cancel)
    {
        _newsroom = new DemoNewsroom(await AnchorAsync(db, cancel));
        await _newsroom.StartAsync(cancel);
        foreach (var host in _newsroom.Hosts) hosts.Set(host, _newsroom.Endpoint);
        if (!await db.Outlets.AnyAsync(o => o.IsDemo, cancel)) db.Outlets.AddRange(Outlets(_newsroom));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The hour of the first demo start, which all dates hang on, so that a restart changes nothing.</summary>
    private async Task<DateTimeOffset> AnchorAsync(NewsDb db, CancellationToken cancel)
    {
        var fact = await db.SiteFacts.FindAsync([SiteFacts.DemoAnchor], cancel);
        if (fact is null) db.SiteFacts.Add(fact = new SiteFact { Name = SiteFacts.DemoAnchor, Value = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) });
        return DateTimeOffset.Parse(fact.Value, CultureInfo.InvariantCulture);
    }

    private IEnumerable<Outlet> Outlets(DemoNewsroom newsroom)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var paper in newsroom.Sources.GroupBy(s => s.Outlet))
        {
            var first = paper.First();
            var outlet = new Outlet { Name = first.Outlet, Site = new Uri(first.Site).Host, Owners = [.. first.Owners], Weight = first.Weight, IsDemo = true };
            foreach (var feed in paper)
                outlet.Sources.Add(new Source { Address = feed.Address, Section = feed.Section, IsFront = feed.Front, AddedAt = now, NextVisit = now });
            yield return outlet;
        }
    }

    /// <summary>The papers leave with all that they told, in one transaction.</summary>
    private async Task GoAsync(CancellationToken cancel)
    {
        LogOnline();
        await using var db = await store.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Editions.Where(e => e.IsDemo).ExecuteDeleteAsync(cancel);
        await db.Entries.Where(e => e.Source!.Outlet!.IsDemo).ExecuteDeleteAsync(cancel);
        await db.Articles.Where(a => a.Outlet!.IsDemo).ExecuteDeleteAsync(cancel);
        await db.Stories.Where(s => s.IsDemo).ExecuteDeleteAsync(cancel);
        await db.Outlets.Where(o => o.IsDemo).ExecuteDeleteAsync(cancel);
        await db.SiteFacts.Where(f => f.Name == SiteFacts.DemoAnchor || f.Name == SiteFacts.FirstFill).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        stories.Forget();
        site.Demo = DemoKind.None;
        foreach (var host in _newsroom?.Hosts ?? []) hosts.Remove(host);
        await DisposeAsync();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No outlet answered: the demonstration papers come in until one does")]
    private partial void LogOffline();

    [LoggerMessage(Level = LogLevel.Information, Message = "An outlet answered: the demonstration papers go")]
    private partial void LogOnline();
}
