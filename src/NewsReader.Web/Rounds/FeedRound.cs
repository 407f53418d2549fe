using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsReader.Storage;
using NewsReader.Storage.Sources;
using NewsReader.Web.Fetching;

namespace NewsReader.Web.Rounds;

/// <summary>Visits the sources that are due and stores what is new.</summary>
internal sealed partial class FeedRound(
    IDbContextFactory<NewsDb> store, PageClient client, FeedWriter writer, TimeProvider clock, IOptions<RoundSettings> settings, ILogger<FeedRound> logger)
{
    /// <summary>How many sources one run of those whose time has come takes at most, so that the edition is drawn between two runs.</summary>
    private const int MostSources = 200;

    private static readonly string Degraded = FetchState.Degraded.Word();
    private static readonly string NotModified = FetchState.NotModified.Word();

    /// <summary>The clocks of several nodes differ by less.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>Visits the sources that <paramref name="due"/> names; of those whose time has come, the longest due up to a bound.</summary>
    public async Task<FeedReport> RunAsync(Due due, Action<SourceVisit>? progress, CancellationToken cancel)
    {
        var report = new FeedReport();
        await ManyReadOneWrites.RunAsync(await DueAsync(due, cancel), settings.Value.Visits, VisitAsync, WriteAsync, cancel);
        return report;

        async Task WriteAsync(SourceVisit visit, CancellationToken token)
        {
            var added = await writer.WriteAsync(visit, token);
            report = report.With(visit, added);
            Log(visit, added);
            progress?.Invoke(visit);
        }
    }

    /// <summary>How many sources <see cref="RunAsync"/> would visit now.</summary>
    public async Task<int> CountDueAsync(Due due, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await DueOf(db, due).CountAsync(cancel);
    }

    /// <summary>Whether the time of a source has come.</summary>
    public async Task<bool> AnyDueAsync(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        return await WhoseTimeHasCome(db, now).AnyAsync(cancel);
    }

    private async Task<List<DueSource>> DueAsync(Due due, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        return await DueOf(db, due).AsNoTracking()
            .Select(s => new DueSource(s.Id, s.Address)
            {
                ETag = s.ETag,
                LastModified = s.LastModified,
                ContentHash = s.ContentHash,
                Repairs = s.State == Degraded || s.State == NotModified ? s.Detail : null,
                LastSuccess = s.LastSuccess,
            })
            .ToListAsync(cancel);
    }

    private IQueryable<Source> DueOf(NewsDb db, Due due)
    {
        var sources = due == Due.All ? db.Sources.Where(s => !s.IsPaused) : WhoseTimeHasCome(db, clock.GetUtcNow().UtcDateTime);
        return sources
            .Where(s => due != Due.Demo || s.Outlet!.IsDemo)
            .OrderBy(s => s.NextVisit).ThenBy(s => s.Id)
            .Take(due == Due.Now ? MostSources : int.MaxValue);
    }

    /// <summary>A source that was visited in the future was planned by a clock that was set back since.</summary>
    private static IQueryable<Source> WhoseTimeHasCome(NewsDb db, DateTime now)
    {
        var future = now + ClockSkew;
        return db.Sources.Where(s => !s.IsPaused && (s.NextVisit <= now || s.LastVisit > future));
    }

    private async ValueTask<SourceVisit> VisitAsync(DueSource source, CancellationToken cancel)
    {
        try
        {
            return SourceVisit.Of(source, await client.GetAsync(source.Request(clock.GetUtcNow().UtcDateTime), cancel), client.WhyRefused);
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            LogBroken(source.Id, source.Address, error);
            var answer = new FetchResult { State = FetchState.ParseError, Address = source.Address };
            return new SourceVisit(source, answer, FetchState.ParseError, $"the reader itself failed: {error.Message}");
        }
    }

    private void Log(SourceVisit visit, int added)
    {
        if (visit.IsGood) LogVisited(visit.Source.Id, visit.Source.Address, visit.State.Word(), added);
        else LogFailed(visit.Source.Id, visit.Source.Address, visit.State.Word(), visit.Detail);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Visited source {source_id} {source_url}: {state}, {added} new entries")]
    private partial void LogVisited(long source_id, string source_url, string state, int added);

    [LoggerMessage(Level = LogLevel.Information, Message = "Could not read source {source_id} {source_url}: {state}, {detail}")]
    private partial void LogFailed(long source_id, string source_url, string state, string? detail);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading source {source_id} {source_url} broke")]
    private partial void LogBroken(long source_id, string source_url, Exception error);
}

/// <summary>Which sources a round visits; never one that is suspended.</summary>
internal enum Due
{
    /// <summary>Those whose time has come.</summary>
    Now,

    /// <summary>All of them.</summary>
    All,

    /// <summary>The demonstration papers whose time has come.</summary>
    Demo,
}

/// <summary>What a round of visits came to.</summary>
internal sealed record FeedReport(int Visited = 0, int Failed = 0, int Added = 0)
{
    /// <summary>The report with one more visit.</summary>
    public FeedReport With(SourceVisit visit, int added) => new(Visited + 1, Failed + (visit.IsGood ? 0 : 1), Added + added);

    /// <summary>Both reports in one.</summary>
    public FeedReport With(FeedReport other) => new(Visited + other.Visited, Failed + other.Failed, Added + other.Added);
}
