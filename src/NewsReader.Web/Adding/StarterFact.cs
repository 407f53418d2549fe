using System.Globalization;

namespace NewsReader.Web.Adding;

/// <summary>
/// What the paper remembers of its starter sources: when they were saved, which is also when each of them says that it was added, and whether an
/// administrator has decided about them since.
/// </summary>
internal sealed record StarterFact(DateTime SavedAt, bool IsDecided)
{
    private const string Decided = " decided";

    // Whole seconds: SQLite keeps seven digits of a second and PostgreSQL six, and the time must be found again in either.
    public DateTime SavedAt { get; } = new(SavedAt.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);

    public static StarterFact? Parse(string? value) =>
        value is not null && DateTime.TryParse(value.Replace(Decided, "", StringComparison.Ordinal), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var savedAt)
            ? new StarterFact(savedAt, value.EndsWith(Decided, StringComparison.Ordinal))
            : null;

    public override string ToString() => SavedAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) + (IsDecided ? Decided : "");
}
