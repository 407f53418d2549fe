namespace NewsReader.Storage.Admin;

/// <summary>One fact that the site remembers about itself, by name.</summary>
public sealed class SiteFact
{
    /// <summary>The name, one of <see cref="SiteFacts"/>.</summary>
    public required string Name { get; set; }

    /// <summary>The value.</summary>
    public required string Value { get; set; }
}

/// <summary>The names of the facts that the site remembers.</summary>
public static class SiteFacts
{
    /// <summary>A hash of the one-time code that makes the first administrator.</summary>
    public const string AdministratorCode = "administrator-code";

    /// <summary>When the demonstration papers were first started: their dates hang on it.</summary>
    public const string DemoAnchor = "demo-anchor";

    /// <summary>When every source had been tried once and every page settled: from then on stories are matched as they arrive.</summary>
    public const string FirstFill = "first-fill";

    /// <summary>How the last nightly copy of the database went.</summary>
    public const string LastBackup = "last-backup";

    /// <summary>That the starter sources were saved, so that a cleared list stays clear.</summary>
    public const string Starter = "starter";
}
