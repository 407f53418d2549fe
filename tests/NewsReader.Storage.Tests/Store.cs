using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace NewsReader.Storage.Tests;

/// <summary>A store of a test's own: a real SQLite file, or a real database on the PostgreSQL server that the suite was told of.</summary>
public sealed class Store : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newsreader-").FullName;
    private readonly string? _database;
    private readonly Func<NewsDb> _open;

    private Store(string? database)
    {
        _database = database;
        _open = database is null
            ? () => new SqliteNewsDb(new DbContextOptionsBuilder<SqliteNewsDb>().UseSqlite($"Data Source={Path.Combine(_folder, StorageSetup.FileName)}").Options)
            : () => new PostgresNewsDb(new DbContextOptionsBuilder<PostgresNewsDb>().UseNpgsql(PostgresFact.Connection(database)).Options);
    }

    public string Folder => _folder;

    public static async Task<Store> SqliteAsync() => await new Store(null).ReadyAsync();

    public static async Task<Store> PostgresAsync() => await new Store("t" + Guid.NewGuid().ToString("N")).ReadyAsync();

    /// <summary>A store where nothing was migrated yet.</summary>
    public static Store EmptySqlite() => new(null);

    public NewsDb Open() => _open();

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await using var db = Open();
            await db.Database.EnsureDeletedAsync();
            NpgsqlConnection.ClearAllPools();
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<Store> ReadyAsync()
    {
        await using var db = Open();
        await db.MigrateAsync(_folder);
        return this;
    }
}
