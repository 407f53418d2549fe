using System.Globalization;

namespace NewsReader.Web.Backups;

/// <summary>What the last nightly copy came to.</summary>
/// <param name="At">When it was made, in UTC.</param>
/// <param name="Fault">Why it could not be made, in French; null where it was made, opened and found sound.</param>
/// <param name="Articles">How many articles the copy gave back.</param>
public sealed record BackupReport(DateTime At, string? Fault, int Articles)
{
    /// <summary>The stored form.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At:O} {Articles} {Fault}");

    /// <summary>From the stored form; null where it is none.</summary>
    public static BackupReport? Parse(string? stored) =>
        stored?.Split(' ', 3) is [var at, var articles, var fault]
        && DateTime.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) && int.TryParse(articles, CultureInfo.InvariantCulture, out var count)
            ? new BackupReport(time, fault.Length > 0 ? fault : null, count)
            : null;
}
