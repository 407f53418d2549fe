using Npgsql;

namespace NewsReader.Storage.Tests;

/// <summary>A test that needs a PostgreSQL server, named by <c>NEWSREADER_TEST_POSTGRES</c> (a connection string whose user may create databases).</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (PostgresFact.Server is null) Skip = $"no PostgreSQL server: {PostgresFact.Variable} is not set";
    }
}

internal static class PostgresFact
{
    public const string Variable = "NEWSREADER_TEST_POSTGRES";

    public static string? Server { get; } = Environment.GetEnvironmentVariable(Variable);

    public static string Connection(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database }.ToString();
}
