using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NewsReader.Storage;
using NewsReader.Storage.Sources;
using NewsReader.Web.Admin;
using NewsReader.Web.Hosting;
using NewsRound = NewsReader.Web.Rounds.Round;

namespace NewsReader.Benchmarks.Soak;

/// <summary>
/// The whole program, rounds and pages, over thousands of loopback papers for some virtual days: every source is to be visited on its schedule, and memory, handles and the
/// write-ahead log are to stay as they were after the first virtual hour.
/// </summary>
internal sealed class SoakRun : IAsyncDisposable
{
    /// <summary>How far the clock goes on between two rounds; no source may be later than that.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    private static readonly DateTimeOffset Start = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("newsreader-soak-").FullName;
    private readonly FakeTimeProvider _clock = new(Start);
    private readonly Process _papers;
    private readonly int _port = LoopbackPort.Free();
    private readonly WebApplication _app;
    private readonly HttpClient _client = new();

    private SoakRun()
    {
        _papers = Process.Start(new ProcessStartInfo("dotnet", Papers(_port)) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        if (_papers.StandardOutput.ReadLine() != "ready") throw new InvalidOperationException("The papers did not start.");
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(SiteState).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            // All papers live on one host here, so that its pace would be theirs together.
            ["Fetching:AllowedNetworks:0"] = "127.0.0.1/32",
            ["Fetching:HostPause"] = "00:00:00",
            ["Fetching:HostConnections"] = "8",
            ["Articles:FetchPages"] = "false",
            ["Backups:Nightly"] = "false",
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddProgram(builder.Configuration, new DataFolder(_folder));
        builder.Services.AddSite(builder.Configuration, _folder, StorageProvider.Sqlite);
        builder.Services.AddAdmin();
        _app = builder.Build();
        _app.UseSite();
        _app.UseAdmin();
    }

    /// <summary>Runs, tells each virtual hour on standard output, and returns 0 where everything held.</summary>
    public static async Task<int> RunAsync(int sources, int hours)
    {
        await using var run = new SoakRun();
        await run.BeginAsync(sources);
        return await run.GoOnAsync(hours);
    }

    private async Task BeginAsync(int sources)
    {
        await SetPapersClockAsync();
        await using var db = await OpenAsync();
        await db.MigrateAsync(_folder);
        var now = _clock.GetUtcNow().UtcDateTime;
        for (var n = 1; n <= sources; n++)
        {
            var outlet = new Outlet { Name = string.Create(CultureInfo.InvariantCulture, $"Journal {n}") };
            // As an import lays them down: spread, so that none of them waits for all the others.
            outlet.Sources.Add(new Source { Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}/{n}.xml"), AddedAt = now, NextVisit = now.AddSeconds(3600.0 * n / sources) });
            db.Outlets.Add(outlet);
        }

        await db.SaveChangesAsync();
        await _app.StartAsync();
    }

    private async Task<int> GoOnAsync(int hours)
    {
        var round = _app.Services.GetRequiredService<NewsRound>();
        var (reading, latencies) = (new CancellationTokenSource(), new List<double>());
        var reader = ReadAsync(latencies, reading.Token);
        var (late, visits, slowest, began) = (0, 0L, TimeSpan.Zero, Stopwatch.StartNew());
        SoakFigures? first = null, last = null;
        while (_clock.GetUtcNow() <= Start.AddHours(hours))
        {
            var took = Stopwatch.StartNew();
            for (var report = await round.RunAsync(false, null, CancellationToken.None); ; report = await round.RunAsync(false, null, CancellationToken.None))
            {
                visits += report.Feeds.Visited;
                if (!report.IsUnfinished) break;
            }

            _app.Services.GetRequiredService<EditionStamp>().Drawn();
            slowest = took.Elapsed > slowest ? took.Elapsed : slowest;
            late += await CountLateAsync();
            if (_clock.GetUtcNow() is { Minute: 0 } hour && hour > Start)
            {
                last = SoakFigures.Take(_folder, (hour - Start).TotalHours);
                first ??= last;
                lock (latencies) Console.WriteLine($"{last}, {visits} visits, {late} late, slowest ten minutes {slowest.TotalSeconds:0.0} s, front page p95 {Percentile(latencies):0.0} ms, {began.Elapsed.TotalMinutes:0.0} min");
            }

            _clock.Advance(Step);
            await SetPapersClockAsync();
        }

        await reading.CancelAsync();
        await reader;
        reading.Dispose();
        return Judge(first!, last!, late, Percentile(latencies), slowest, await CountUnvisitedAsync());
    }

    private static int Judge(SoakFigures first, SoakFigures last, int late, double p95, TimeSpan slowest, int unvisited)
    {
        (string What, bool Holds)[] claims =
        [
            ("every source was visited", unvisited == 0),
            ("none was later than one step", late == 0),
            ("ten minutes' visits took less than ten minutes", slowest < Step),
            ("memory stayed within a tenth", last.Memory < first.Memory * 1.1),
            ("no handle was left open", last.Handles <= first.Handles + 16),
            ("the write-ahead log did not grow", last.Log <= Math.Max(first.Log, 64L << 20)),
            ("the front page came within 20 ms", p95 < 20),
        ];
        foreach (var (what, holds) in claims) Console.WriteLine($"{(holds ? "holds" : "FAILS")}: {what}");
        return claims.All(claim => claim.Holds) ? 0 : 1;
    }

    /// <summary>
    /// Readers who ask for the front page a hundred times a second: time passes here some thousand times too fast, and with it the editions come, so that few readers would
    /// meet little but pages that are drawn anew.
    /// </summary>
    private async Task ReadAsync(List<double> latencies, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        try
        {
            while (await timer.WaitForNextTickAsync(cancel))
            {
                var asked = Stopwatch.GetTimestamp();
                using var answer = await _client.GetAsync(new Uri(_app.Urls.Single()), cancel);
                answer.EnsureSuccessStatusCode();
                lock (latencies) latencies.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
        }
        catch (OperationCanceledException)
        {
            // the run is over
        }
    }

    private async Task<int> CountLateAsync()
    {
        await using var db = await OpenAsync();
        var now = _clock.GetUtcNow().UtcDateTime;
        return await db.Sources.CountAsync(s => s.NextVisit <= now);
    }

    private async Task<int> CountUnvisitedAsync()
    {
        await using var db = await OpenAsync();
        var since = _clock.GetUtcNow().UtcDateTime.AddHours(-3);
        return await db.Sources.CountAsync(s => s.LastVisit == null || (s.Failures == 0 && s.LastVisit < since));
    }

    private async Task SetPapersClockAsync() =>
        (await _client.GetAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}/clock?now={_clock.GetUtcNow().UtcTicks}")))).EnsureSuccessStatusCode();

    private Task<NewsDb> OpenAsync() => _app.Services.GetRequiredService<IDbContextFactory<NewsDb>>().CreateDbContextAsync();

    private static double Percentile(List<double> latencies)
    {
        var sorted = latencies.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[(int)(sorted.Count * 0.95)];
    }

    private static string[] Papers(int port) =>
        [typeof(SoakRun).Assembly.Location, "soak-papers", port.ToString(CultureInfo.InvariantCulture)];

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
        _papers.Kill();
        _papers.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>What the process holds at one time.</summary>
/// <param name="Hour">The virtual hour.</param>
/// <param name="Memory">What is resident after a full collection, in bytes.</param>
/// <param name="Heap">What of it is managed, in bytes.</param>
/// <param name="Handles">The open files and sockets.</param>
/// <param name="Log">The size of the write-ahead log, in bytes.</param>
internal sealed record SoakFigures(double Hour, long Memory, long Heap, int Handles, long Log)
{
    public static SoakFigures Take(string folder, double hour)
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var me = Process.GetCurrentProcess();
        var log = new FileInfo(Path.Combine(folder, StorageSetup.FileName + "-wal"));
        return new SoakFigures(hour, me.WorkingSet64, GC.GetTotalMemory(forceFullCollection: false), Directory.GetFileSystemEntries("/proc/self/fd").Length, log.Exists ? log.Length : 0);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"hour {Hour:0}: {Memory >> 20} MB ({Heap >> 20} managed), {Handles} handles, log {Log >> 10} KB");
}
