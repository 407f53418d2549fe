using System.Globalization;
using Microsoft.Data.Sqlite;

namespace NewsReader.Web.Tests.Support;

/// <summary>The SQLite file of a data folder, read as SQL from outside of the program that owns it.</summary>
internal static class DataFile
{
    /// <summary>The first column of each row.</summary>
    public static List<string> Rows(string folder, string query)
    {
        using var store = Open(folder);
        using var command = Command(store, query);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        return rows;
    }

    /// <summary>The one number that is asked for; 0 as long as the program has not made the file or the table.</summary>
    public static int Number(string folder, string query)
    {
        try
        {
            return int.Parse(Rows(folder, query).Single(), CultureInfo.InvariantCulture);
        }
        catch (SqliteException)
        {
            return 0;
        }
    }

    public static void Change(string folder, string statement)
    {
        using var store = Open(folder, SqliteOpenMode.ReadWrite);
        using var command = Command(store, statement);
        command.ExecuteNonQuery();
    }

    /// <summary>Watches for changes by anybody else, from now on.</summary>
    public static DataWatch Watch(string folder) => new(Open(folder));

#pragma warning disable CA2100 // the tests write all of their SQL themselves
    private static SqliteCommand Command(SqliteConnection store, string statement) => new(statement, store);
#pragma warning restore CA2100

    private static SqliteConnection Open(string folder, SqliteOpenMode mode = SqliteOpenMode.ReadOnly)
    {
        var store = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "newsreader.db"), Mode = mode, Pooling = false }.ToString());
        store.Open();
        return store;
    }
}

/// <summary>Tells whether others changed a SQLite file: its own number of versions, as one connection that stays open sees it.</summary>
internal sealed class DataWatch : IDisposable
{
    private readonly SqliteConnection _store;
    private readonly long _first;

    public DataWatch(SqliteConnection store)
    {
        _store = store;
        _first = Version();
    }

    public bool HasChanged => Version() != _first;

    public void Dispose() => _store.Dispose();

    private long Version()
    {
        using var command = new SqliteCommand("PRAGMA data_version", _store);
        return (long)command.ExecuteScalar()!;
    }
}
