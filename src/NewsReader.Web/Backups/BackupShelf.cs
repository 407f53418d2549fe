using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsReader.Newsroom.Editions;
using NewsReader.Storage;
using NewsReader.Web.Hosting;

namespace NewsReader.Web.Backups;

/// <summary>The copies of the database that are kept: makes them, tries each as a restore would, and lets go of the oldest nights.</summary>
public sealed partial class BackupShelf : IDisposable
{
    /// <summary>How many copies are kept that somebody asked for without naming a file.</summary>
    private const int KeptByHand = 3;

    private readonly SemaphoreSlim _one = new(1);
    private readonly IDbContextFactory<NewsDb> _store;
    private readonly BackupSettings _settings;
    private readonly TimeProvider _clock;

    internal BackupShelf(IDbContextFactory<NewsDb> store, DataFolder data, IOptions<BackupSettings> settings, TimeProvider clock)
    {
        (_store, _settings, _clock) = (store, settings.Value, clock);
        Folder = _settings.Folder.Length > 0 ? Path.GetFullPath(_settings.Folder) : data.Of("backups");
    }

    /// <summary>Where the copies are.</summary>
    public string Folder { get; }

    /// <summary>The copies, the latest first.</summary>
    public IReadOnlyList<Backup> List() => !Directory.Exists(Folder) ? [] :
        [.. Directory.EnumerateFiles(Folder).Where(file => Named().IsMatch(Path.GetFileName(file))).Select(Backup.Of).OrderByDescending(b => b.Name, StringComparer.Ordinal)];

    /// <summary>The copy of this name; null where there is none, whatever the name tries to be.</summary>
    public Backup? Find(string name) => List().FirstOrDefault(b => b.Name == name);

    /// <summary>Makes a copy that somebody asks for, by default among the others.</summary>
    /// <exception cref="BackupFailedException">It could not be made, or it is not sound; then nothing is left of it.</exception>
    public Task<MadeBackup> MakeAsync(string? file, CancellationToken cancel)
    {
        var local = EditionDay.ToParis(_clock.GetUtcNow());
        return PutAsync(file ?? Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"newsreader-{local:yyyy-MM-dd-HHmmss}.db")), nightly: false, cancel);
    }

    /// <summary>Makes the copy of the night that <paramref name="day"/> begins with.</summary>
    /// <exception cref="BackupFailedException">It could not be made, or it is not sound.</exception>
    internal Task<MadeBackup> MakeNightlyAsync(DateOnly day, CancellationToken cancel) =>
        PutAsync(Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"newsreader-{day:yyyy-MM-dd}.db")), nightly: true, cancel);

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<MadeBackup> PutAsync(string file, bool nightly, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            await using var db = await _store.CreateDbContextAsync(cancel);
            if (!db.Database.IsSqlite()) throw new BackupFailedException("Cette base est sur PostgreSQL : sauvegardez-la avec pg_dump.");
            var contents = await Task.Run(() => Make(db.Database.GetDbConnection().DataSource, file), cancel);
            if (nightly) Prune();
            return new MadeBackup(Backup.Of(file), contents.Articles);
        }
        catch (Exception error) when (error is System.Data.Common.DbException or IOException or UnauthorizedAccessException)
        {
            throw new BackupFailedException($"La sauvegarde n’a pas pu être faite : {error.Message}", error);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>A copy gets its name only once it was tried.</summary>
    private static StoreContents Make(string store, string file)
    {
        if (!File.Exists(store)) throw new BackupFailedException("Il n’y a pas encore de base de données à sauvegarder.");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        RefuseWithoutRoom(store, file);
        var part = file + ".part";
        SqliteFile.Copy(store, part);
        var (fault, contents) = (SqliteFile.Fault(part, thorough: true), SqliteFile.Contents(part));
        if (fault is not null || contents is null)
        {
            File.Delete(part);
            throw new BackupFailedException($"La copie n’est pas saine ({fault ?? "the copy holds no articles"}) : la base de données elle-même est peut-être abîmée.");
        }

        File.Move(part, file, overwrite: true);
        return contents;
    }

    /// <summary>A copy that fills the disk would stop the reader itself.</summary>
    private static void RefuseWithoutRoom(string store, string file)
    {
        var (needed, free) = (new FileInfo(store).Length, new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(file))!).AvailableFreeSpace);
        if (free < needed + needed / 10) throw new BackupFailedException($"Il n’y a plus assez de place pour une sauvegarde : il faut {Backup.Size(needed)}, il en reste {Backup.Size(free)}.");
    }

    private void Prune()
    {
        foreach (var old in List().Where(b => b.IsNightly).Skip(_settings.Keep).Concat(List().Where(b => !b.IsNightly).Skip(KeptByHand)))
            File.Delete(Path.Combine(Folder, old.Name));
    }

    [GeneratedRegex(@"^newsreader-\d{4}-\d\d-\d\d(-\d{6})?\.db$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}

/// <summary>A kept copy of the database.</summary>
/// <param name="Path">The file.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="MadeAt">When it was made, in UTC.</param>
public sealed record Backup(string Path, long Bytes, DateTime MadeAt)
{
    /// <summary>The file's name.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Whether it is a night's; else somebody asked for it.</summary>
    public bool IsNightly => Name.Length == "newsreader-2026-11-22.db".Length;

    /// <summary>« 12 Mo ».</summary>
    public static string Size(long bytes) => bytes < 1_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1000)}\u00A0ko")
        : string.Create(CultureInfo.GetCultureInfo("fr-FR"), $"{bytes / 1_000_000.0:0.#}\u00A0Mo");

    internal static Backup Of(string file) => new(file, new FileInfo(file).Length, File.GetLastWriteTimeUtc(file));
}

/// <summary>A copy that was just made.</summary>
/// <param name="Copy">The copy.</param>
/// <param name="Articles">How many articles it gave back when it was tried.</param>
public sealed record MadeBackup(Backup Copy, int Articles);

/// <summary>No copy could be made; the message says why in French.</summary>
public sealed class BackupFailedException : Exception
{
    /// <summary>Why, in French.</summary>
    public BackupFailedException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
