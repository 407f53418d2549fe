using System.Globalization;

namespace NewsReader.Newsroom.Editions;

/// <summary>
/// Hours and dates as a French paper writes them, on the clocks of Paris. Hours carry their no-break spaces (U+00A0) already, and
/// <c>FrenchTypography</c> leaves them as they are. The words are here, not in the machine's culture data.
/// </summary>
public static class FrenchTime
{
    private const string Wide = "\u00A0";

    private static readonly string[] Days = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

    private static readonly string[] Months =
    [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ];

    /// <summary>« 6 h 25 », « 7 h 05 », « 18 h ».</summary>
    public static string Hour(DateTimeOffset instant)
    {
        var paris = EditionDay.ToParis(instant);
        var hour = paris.Hour.ToString(CultureInfo.InvariantCulture) + Wide + "h";
        return paris.Minute == 0 ? hour : hour + Wide + paris.Minute.ToString("00", CultureInfo.InvariantCulture);
    }

    /// <summary>« dimanche 22 novembre 2026 », « mardi 1er décembre 2026 ».</summary>
    public static string LongDate(DateOnly day) =>
        $"{Days[(int)day.DayOfWeek]} {DayOfMonth(day)} {day.Year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>« 20 novembre », « 1er décembre ».</summary>
    public static string DayOfMonth(DateOnly day) =>
        (day.Day == 1 ? "1er" : day.Day.ToString(CultureInfo.InvariantCulture)) + " " + Months[day.Month - 1];

    /// <summary>« 6 h 25 » on the day of <paramref name="now"/>, « hier, 22 h 10 » on the day before, « 20 novembre » else, with the year if it is another.</summary>
    public static string Relative(DateTimeOffset instant, DateTimeOffset now)
    {
        var (day, today) = (EditionDay.Of(instant), EditionDay.Of(now));
        return (today.DayNumber - day.DayNumber) switch
        {
            0 => Hour(instant),
            1 => "hier, " + Hour(instant),
            _ when day.Year != today.Year => DayOfMonth(day) + " " + day.Year.ToString(CultureInfo.InvariantCulture),
            _ => DayOfMonth(day),
        };
    }
}
