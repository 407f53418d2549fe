using Microsoft.EntityFrameworkCore;

namespace NewsReader.Storage;

/// <summary>The store on a PostgreSQL server, for several nodes.</summary>
public sealed class PostgresNewsDb(DbContextOptions<PostgresNewsDb> options) : NewsDb(options);
