using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace NewsReader.Storage;

/// <summary>The databases that can be used.</summary>
public enum StorageProvider
{
    /// <summary>One file in the data folder.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server.</summary>
    Postgres,
}

/// <summary>Makes the store available and brings it up to date.</summary>
public static class StorageSetup
{
    /// <summary>The name of the SQLite file in the data folder.</summary>
    public const string FileName = "newsreader.db";

    /// <summary>
    /// Registers <c>IDbContextFactory&lt;NewsDb&gt;</c> and a scoped <see cref="NewsDb"/> for <paramref name="provider"/>.
    /// </summary>
    /// <param name="services">Where to register.</param>
    /// <param name="provider">The database.</param>
    /// <param name="connection">The connection string; null for SQLite means the file in <paramref name="dataFolder"/>.</param>
    /// <param name="dataFolder">The data folder.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageProvider provider, string? connection, string dataFolder)
    {
        services.Configure<IdentityOptions>(NewsDb.UsePasskeySchema);
        if (provider == StorageProvider.Postgres)
        {
            services.AddDbContextFactory<PostgresNewsDb>(options => options.UseNpgsql(connection));
            services.AddSingleton<IDbContextFactory<NewsDb>, AnyProvider<PostgresNewsDb>>();
        }
        else
        {
            services.AddDbContextFactory<SqliteNewsDb>(options => options.UseSqlite(connection ?? SqliteConnection(dataFolder)).AddInterceptors(new SqliteDurability()));
            services.AddSingleton<IDbContextFactory<NewsDb>, AnyProvider<SqliteNewsDb>>();
        }

        return services.AddScoped(s => s.GetRequiredService<IDbContextFactory<NewsDb>>().CreateDbContext());
    }

    /// <summary>Whether migrations wait to be applied, without applying them.</summary>
    public static async Task<bool> HasPendingMigrationsAsync(this NewsDb db, CancellationToken cancel = default) =>
        (await db.Database.GetPendingMigrationsAsync(cancel)).Any();

    /// <summary>
    /// Brings the store up to date. On SQLite one process at a time does so, under a lock on a file beside the database that ends with the
    /// process, so a lock row that a killed process left in the database is known to be stale and goes.
    /// </summary>
    /// <param name="db">The store.</param>
    /// <param name="dataFolder">The data folder, where the lock file is.</param>
    /// <param name="cancel">Gives up waiting for another process that migrates.</param>
    public static async Task MigrateAsync(this NewsDb db, string dataFolder, CancellationToken cancel = default)
    {
        if (!db.Database.IsSqlite())
        {
            await db.Database.MigrateAsync(cancel);
            return;
        }

        if (!await db.HasPendingMigrationsAsync(cancel)) return;
        await using var turn = await WaitForTurnAsync(Path.Combine(dataFolder, "migrate.lock"), cancel);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"; PRAGMA journal_mode = WAL;", cancel);
        await db.Database.MigrateAsync(cancel);
    }

    private static string SqliteConnection(string dataFolder) =>
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, FileName), ForeignKeys = true }.ToString();

    private static async Task<FileStream> WaitForTurnAsync(string path, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (!cancel.IsCancellationRequested && Directory.Exists(Path.GetDirectoryName(path)))
            {
                await timer.WaitForNextTickAsync(cancel);
            }
        }
    }

    private sealed class AnyProvider<TDb>(IDbContextFactory<TDb> factory) : IDbContextFactory<NewsDb>
        where TDb : NewsDb
    {
        public NewsDb CreateDbContext() => factory.CreateDbContext();
    }
}
