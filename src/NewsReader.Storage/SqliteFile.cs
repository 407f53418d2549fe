using System.Globalization;
using Microsoft.Data.Sqlite;

namespace NewsReader.Storage;

/// <summary>The store as one SQLite file: whole copies of it while it is in use, whether a file is sound, and putting a copy in its place.</summary>
public static class SqliteFile
{
    /// <summary>Makes a whole copy of a store that may be in use (sqlite.org/backup.html): one file, without a write-ahead log beside it.</summary>
    /// <param name="from">The store's file.</param>
    /// <param name="to">The copy's file; what was there is replaced.</param>
    /// <exception cref="SqliteException">The store cannot be read, or there is no room for the copy, which is then removed.</exception>
    public static void Copy(string from, string to)
    {
        File.Delete(to);
        try
        {
            using var source = Open(from, SqliteOpenMode.ReadWrite);
            using var copy = Open(to, SqliteOpenMode.ReadWriteCreate);
            source.BackupDatabase(copy);
            Ask(copy, "PRAGMA journal_mode = DELETE");
        }
        catch
        {
            File.Delete(to);
            throw;
        }
    }

    /// <summary>What is wrong with a file, as SQLite says it; null where it is a sound store.</summary>
    /// <param name="path">The file.</param>
    /// <param name="thorough">Whether to compare each index with its table and each key with its row too, which takes some times longer.</param>
    public static string? Fault(string path, bool thorough)
    {
        try
        {
            using var store = Open(path, SqliteOpenMode.ReadWrite);
            if (Ask(store, thorough ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)") is not "ok" and var fault) return fault;
            if (thorough && Ask(store, "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1") is { } table) return $"a row of {table} has lost the row that it belongs to";
            return null;
        }
        catch (SqliteException error)
        {
            return error.Message;
        }
    }

    /// <summary>What a store holds; null where the file is no store of this program.</summary>
    public static StoreContents? Contents(string path)
    {
        try
        {
            using var store = Open(path, SqliteOpenMode.ReadWrite);
            var articles = int.Parse(Ask(store, "SELECT count(*) FROM \"Articles\"")!, CultureInfo.InvariantCulture);
            return new StoreContents(articles, Ask(store, "SELECT max(\"MigrationId\") FROM \"__EFMigrationsHistory\"") ?? "");
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    /// <summary>Puts a sound copy in the place of a store that nobody uses. The last step is one rename, so that a power cut leaves the one or the other.</summary>
    /// <param name="copy">The file to put there; it stays where it is too.</param>
    /// <param name="store">The store's file.</param>
    /// <param name="aside">The folder where the former store goes, with what lies beside it.</param>
    public static void Restore(string copy, string store, string aside)
    {
        var ready = store + ".new";
        Copy(copy, ready);
        if (File.Exists(store))
        {
            Directory.CreateDirectory(aside);
            Settle(store);
            foreach (var file in (string[])[store + "-wal", store + "-shm"])
                if (File.Exists(file)) File.Move(file, Path.Combine(aside, Path.GetFileName(file)));
            File.Copy(store, Path.Combine(aside, Path.GetFileName(store)));
        }

        File.Move(ready, store, overwrite: true);
    }

    /// <summary>Takes what the write-ahead log holds into the file; a damaged one is left as it is.</summary>
    private static void Settle(string store)
    {
        try
        {
            using var open = Open(store, SqliteOpenMode.ReadWrite);
            Ask(open, "PRAGMA journal_mode = DELETE");
        }
        catch (SqliteException)
        {
            // It goes aside with its log, as it is.
        }
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

#pragma warning disable CA2100 // the statements above are all there are
    private static string? Ask(SqliteConnection store, string statement)
    {
        using var command = new SqliteCommand(statement, store);
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) is { Length: > 0 } answer ? answer : null;
    }
#pragma warning restore CA2100
}

/// <summary>What a store holds.</summary>
/// <param name="Articles">How many articles.</param>
/// <param name="Migration">The last change of its tables, by name; later ones sort after earlier ones.</param>
public sealed record StoreContents(int Articles, string Migration);
