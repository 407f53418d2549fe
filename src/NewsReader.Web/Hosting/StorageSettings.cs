using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using NewsReader.Storage;

namespace NewsReader.Web.Hosting;

/// <summary>Where the news is kept (section <c>Storage</c>).</summary>
public sealed class StorageSettings : IValidatableObject
{
    /// <summary>The database: <c>Sqlite</c>, one file in the data folder, or <c>Postgres</c>, a server for several nodes.</summary>
    public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;

    /// <summary>The connection string; needed for PostgreSQL.</summary>
    public string? Connection { get; init; }

    /// <summary>Whether the database is brought up to date at start; by default SQLite is, and PostgreSQL waits for the command <c>migrate</c>.</summary>
    public bool? MigrateAtStart { get; init; }

    /// <summary>Whether to bring the database up to date at start.</summary>
    internal bool Migrates => MigrateAtStart ?? Provider == StorageProvider.Sqlite;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == StorageProvider.Postgres && string.IsNullOrWhiteSpace(Connection))
            yield return new ValidationResult("Storage:Connection is needed where Storage:Provider is Postgres.", [nameof(Connection)]);
    }
}

[OptionsValidator]
internal sealed partial class StorageSettingsValidator : IValidateOptions<StorageSettings>;
