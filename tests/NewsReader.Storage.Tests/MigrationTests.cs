using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using NewsReader.Storage.Sources;

namespace NewsReader.Storage.Tests;

public sealed class MigrationTests
{
    [Fact]
    public void No_change_of_the_model_is_without_its_SQLite_migration()
    {
        using var db = new SqliteNewsDb(new DbContextOptionsBuilder<SqliteNewsDb>().UseSqlite().Options);
        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Fact]
    public void No_change_of_the_model_is_without_its_PostgreSQL_migration()
    {
        using var db = new PostgresNewsDb(new DbContextOptionsBuilder<PostgresNewsDb>().UseNpgsql("Host=localhost").Options);
        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Fact]
    public void The_model_that_was_compiled_ahead_is_the_model()
    {
        using var db = new SqliteNewsDb(new DbContextOptionsBuilder<SqliteNewsDb>().UseSqlite().Options);
        Columns(db.Model).ShouldBe(Columns(db.GetService<IDesignTimeModel>().Model));

        static List<string> Columns(IModel model) =>
            [.. model.GetEntityTypes()
                .SelectMany(e => e.GetProperties().Select(p => $"{e.GetTableName()}.{p.GetColumnName()} {p.ClrType.Name} {p.IsNullable} {p.GetMaxLength()}"))
                .Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task A_start_after_a_kill_in_the_middle_of_migrating_goes_on_by_itself()
    {
        await using var store = Store.EmptySqlite();
        await using (var db = store.Open())
        {
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
            await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-22 00:00:00')");
        }

        await using (var db = store.Open())
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await db.MigrateAsync(store.Folder, patience.Token);
            (await db.HasPendingMigrationsAsync()).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task The_SQLite_file_keeps_a_write_ahead_log()
    {
        await using var store = await Store.SqliteAsync();
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(store.Folder, StorageSetup.FileName)}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        (await command.ExecuteScalarAsync()).ShouldBe("wal");
    }

    [Fact]
    public Task Times_come_back_as_UTC_from_SQLite() => Times_come_back_as_UTC(Store.SqliteAsync());

    [PostgresFact]
    public Task Times_come_back_as_UTC_from_PostgreSQL() => Times_come_back_as_UTC(Store.PostgresAsync());

    private static async Task Times_come_back_as_UTC(Task<Store> making)
    {
        await using var store = await making;
        var time = new DateTime(2026, 10, 25, 0, 30, 0, DateTimeKind.Utc);
        await using (var db = store.Open())
        {
            var outlet = new Outlet { Name = "L’Écho du Bocage", Owners = ["Presse du Bocage", "Coopérative"] };
            outlet.Sources.Add(new Source { Address = "https://echo.example/rss", AddedAt = time, NextVisit = time });
            db.Outlets.Add(outlet);
            await db.SaveChangesAsync();
        }

        await using (var db = store.Open())
        {
            var source = await db.Sources.Include(s => s.Outlet).SingleAsync(s => s.NextVisit <= time);
            source.AddedAt.ShouldBe(time);
            source.AddedAt.Kind.ShouldBe(DateTimeKind.Utc);
            source.Outlet!.Owners.ShouldBe(["Presse du Bocage", "Coopérative"]);
        }
    }
}
