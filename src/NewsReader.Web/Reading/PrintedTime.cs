using System.Globalization;
using NewsReader.Newsroom.Language;

namespace NewsReader.Web.Reading;

/// <summary>A time as the paper prints it, in Paris, with what a machine reads.</summary>
/// <param name="Text">What is printed: « 6 h 25 », « hier, 22 h 10 ».</param>
/// <param name="Machine">The same for <c>datetime</c>, with its offset.</param>
public sealed record PrintedTime(string Text, string Machine)
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>The hour alone: « 6 h 25 ».</summary>
    public static PrintedTime Hour(DateTime utc) => new(HourOf(InParis(utc)), MachineOf(utc));

    /// <summary>The hour, with its day where that is not <paramref name="today"/>: « hier, 22 h 10 », « 19 novembre, 8 h 00 ».</summary>
    public static PrintedTime Near(DateTime utc, DateOnly today)
    {
        var (local, day) = (InParis(utc), DayOf(utc));
        var before = day == today ? ""
            : day == today.AddDays(-1) ? "hier, "
            : ShortDay(day, today) + ", ";
        return new(before + HourOf(local), MachineOf(utc));
    }

    /// <summary>The hour in a sentence, with its day where that is not <paramref name="today"/>: « samedi 26 octobre 2024 à 7 h 12 », « à 7 h 12 ».</summary>
    public static PrintedTime Full(DateTime utc, DateOnly today)
    {
        var day = DayOf(utc);
        return new((day == today ? "" : LongDay(day) + " ") + "à\u00A0" + HourOf(InParis(utc)), MachineOf(utc));
    }

    /// <summary>A day in full: « dimanche 22 novembre 2026 ».</summary>
    public static string LongDay(DateOnly day) => Bound(day.ToString("dddd ", French) + Number(day) + day.ToString(" MMMM yyyy", French));

    /// <summary>A day within the week: « samedi 21 novembre ».</summary>
    public static string WeekDay(DateOnly day) => Bound(day.ToString("dddd ", French) + Number(day) + day.ToString(" MMMM", French));

    /// <summary>A month: « novembre 2026 ».</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", French);

    /// <summary>The day in Paris of a moment.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(InParis(utc));

    private static DateTime InParis(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Paris);

    private static string HourOf(DateTime local) => FrenchTypography.Apply(local.ToString("H' h 'mm", CultureInfo.InvariantCulture));

    private static string MachineOf(DateTime utc)
    {
        var local = InParis(utc);
        return new DateTimeOffset(local, Paris.GetUtcOffset(local)).ToString("yyyy-MM-dd'T'HH:mmK", CultureInfo.InvariantCulture);
    }

    private static string ShortDay(DateOnly day, DateOnly today) =>
        Bound(Number(day) + day.ToString(day.Year == today.Year ? " MMMM" : " MMMM yyyy", French));

    private static string Number(DateOnly day) => day.Day == 1 ? "1er" : day.Day.ToString(CultureInfo.InvariantCulture);

    // The number of a day stays with its month.
    private static string Bound(string date)
    {
        var month = date.IndexOf(' ', date.IndexOfAny(['1', '2', '3', '4', '5', '6', '7', '8', '9']));
        return month < 0 ? date : string.Concat(date.AsSpan(0, month), "\u00A0", date.AsSpan(month + 1));
    }
}
