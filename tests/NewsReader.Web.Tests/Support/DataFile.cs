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
