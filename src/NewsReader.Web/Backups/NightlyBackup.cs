using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsReader.Newsroom.Editions;
using NewsReader.Storage;
using NewsReader.Storage.Admin;
using NewsReader.Web.Hosting;

namespace NewsReader.Web.Backups;

/// <summary>Makes the night's copy of the database, at the first round after its hour.</summary>
internal sealed partial class NightlyBackup(
    BackupShelf shelf, IDbContextFactory<NewsDb> store, SiteState site, TimeProvider clock, IOptions<BackupSettings> settings, ILogger<NightlyBackup> logger)
{
    private static readonly TimeSpan Retry = TimeSpan.FromHours(1);

    private DateTimeOffset _retryAt = DateTimeOffset.MinValue;

    /// <summary>Makes the copy if its hour has come and it is not there. A failure is recorded, and tried again after an hour: a round goes on without a copy.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!settings.Value.Nightly || site.IsDemo || now < _retryAt) return;
        var (day, struck) = LastNight(now);
        await using var db = await store.CreateDbContextAsync(cancel);
        if (!db.Database.IsSqlite() || shelf.List().Any(b => b.IsNightly && b.Name.Contains($"{day:yyyy-MM-dd}", StringComparison.Ordinal))) return;
        // What was begun since then is copied the night after.
        if (!await db.Articles.AnyAsync(a => a.FirstSeen < struck, cancel)) return;
        await RecordAsync(db, await MakeAsync(day, now, cancel), cancel);
    }

    private async Task<BackupReport> MakeAsync(DateOnly day, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            var made = await shelf.MakeNightlyAsync(day, cancel);
            LogMade(made.Copy.Name, made.Copy.Bytes);
            return new BackupReport(now.UtcDateTime, null, made.Articles);
        }
        catch (BackupFailedException error)
        {
            _retryAt = now + Retry;
            LogFailed(error);
            return new BackupReport(now.UtcDateTime, error.Message, 0);
        }
    }

    private static async Task RecordAsync(NewsDb db, BackupReport report, CancellationToken cancel)
    {
        await db.SiteFacts.Where(f => f.Name == SiteFacts.LastBackup).ExecuteDeleteAsync(cancel);
        db.SiteFacts.Add(new SiteFact { Name = SiteFacts.LastBackup, Value = report.ToString() });
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The day that the last night's copy is named after, and when its hour struck, in UTC.</summary>
    private (DateOnly Day, DateTime Struck) LastNight(DateTimeOffset now)
    {
        var hour = TimeSpan.FromHours(settings.Value.Hour);
        var day = EditionDay.Of(now);
        if (EditionDay.ToParis(now).TimeOfDay < hour) day = day.AddDays(-1);
        return (day, (EditionDay.Start(day) + hour).UtcDateTime);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The night's copy {backup_name} was made and tried, {bytes} bytes")]
    private partial void LogMade(string backup_name, long bytes);

    [LoggerMessage(Level = LogLevel.Error, Message = "The night's copy could not be made; the next try comes in an hour")]
    private partial void LogFailed(Exception error);
}
