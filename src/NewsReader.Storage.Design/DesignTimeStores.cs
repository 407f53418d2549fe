using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace NewsReader.Storage.Design;

/// <summary>Makes the SQLite store for <c>dotnet ef</c>.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteNewsDb>
{
    public SqliteNewsDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteNewsDb>().UseSqlite().Options);
}

/// <summary>Makes the PostgreSQL store for <c>dotnet ef</c>; no server is asked.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresNewsDb>
{
    public PostgresNewsDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresNewsDb>().UseNpgsql("Host=localhost").Options);
}
