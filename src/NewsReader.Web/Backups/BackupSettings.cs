using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NewsReader.Web.Backups;

/// <summary>Copies of the database (section <c>Backups</c>). On PostgreSQL they are the database server's to make.</summary>
public sealed class BackupSettings
{
    /// <summary>Whether the server makes a copy each night.</summary>
    public bool Nightly { get; init; } = true;

    /// <summary>Where the copies go; empty for the folder <c>backups</c> of the data folder. Another disk is safer.</summary>
    public string Folder { get; init; } = "";

    /// <summary>How many nights are kept.</summary>
    [Range(1, 365)]
    public int Keep { get; init; } = 7;

    /// <summary>The hour in Paris from which the night's copy is made.</summary>
    [Range(0, 23)]
    public int Hour { get; init; } = 3;
}

[OptionsValidator]
internal sealed partial class BackupSettingsValidator : IValidateOptions<BackupSettings>;
