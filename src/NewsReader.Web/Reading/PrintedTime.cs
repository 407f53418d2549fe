using System.Globalization;
using NewsReader.Newsroom.Editions;

namespace NewsReader.Web.Reading;

/// <summary>A time as the paper prints it, in Paris, with what a machine reads.</summary>
/// <param name="Text">What is printed: « 6 h 25 », « hier, 22 h 10 ».</param>
/// <param name="Machine">The same for <c>datetime</c>, with its offset.</param>
public sealed record PrintedTime(string Text, string Machine)
{
    /// <summary>The hour alone: « 6 h 25 ».</summary>
    public static PrintedTime Hour(DateTime utc) => Of(utc, FrenchTime.Hour(Instant(utc)));

    /// <summary>The hour seen from <paramref name="today"/>: « 6 h 25 », « hier, 22 h 10 », « 19 novembre ».</summary>
    public static PrintedTime Near(DateTime utc, DateOnly today) => Of(utc, FrenchTime.Relative(Instant(utc), EditionDay.Start(today)));

    /// <summary>The hour in a sentence, with its day where that is not <paramref name="today"/>: « à 7 h 12 », « samedi 26 octobre 2024 à 7 h 12 ».</summary>
    public static PrintedTime Full(DateTime utc, DateOnly today) =>
        Of(utc, (DayOf(utc) == today ? "" : LongDay(DayOf(utc)) + " ") + "à\u00A0" + FrenchTime.Hour(Instant(utc)));

    /// <summary>A day in full: « dimanche 22 novembre 2026 ».</summary>
    public static string LongDay(DateOnly day) => FrenchTime.LongDate(day);

    /// <summary>A day within the year: « samedi 21 novembre ».</summary>
    public static string WeekDay(DateOnly day) => string.Join(' ', LongDay(day).Split(' ')[..3]);

    /// <summary>A month: « novembre 2026 ».</summary>
    public static string Month(DateOnly day) => string.Join(' ', LongDay(day).Split(' ')[2..]);

    /// <summary>The day in Paris of a moment.</summary>
    public static DateOnly DayOf(DateTime utc) => EditionDay.Of(Instant(utc));

    private static PrintedTime Of(DateTime utc, string text) =>
        new(text, EditionDay.ToParis(Instant(utc)).ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture));

    private static DateTimeOffset Instant(DateTime utc) => new(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
}
