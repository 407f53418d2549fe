using System.Globalization;
using NewsReader.Newsroom.Editions;

namespace NewsReader.Web.Adding;

/// <summary>Times as administrators read them, in Paris: « 22 novembre à 6 h 25 ».</summary>
public static class FrenchTimes
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>A time in UTC, as « le 22 novembre à 6 h 25 ».</summary>
    public static string At(DateTime utc)
    {
        var local = EditionDay.ToParis(new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)));
        var day = local.Day == 1 ? "1er" : local.Day.ToString(French);
        return $"le {day} {local.ToString("MMMM", French)} à {local.Hour} h {local.Minute:00}";
    }

    /// <summary>The machine's form, for <c>&lt;time datetime&gt;</c>.</summary>
    public static string Machine(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
