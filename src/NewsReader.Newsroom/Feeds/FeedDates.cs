using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsReader.Newsroom.Feeds;

/// <summary>Reads the dates of feeds: RFC 822 with all its liberties, RFC 3339 and W3CDTF, Unix times, and dates in words.</summary>
public static partial class FeedDates
{
    /// <summary>Longer than any date in words with its comments.</summary>
    private const int LongestDate = 120;

    /// <summary>
    /// The moment that a text names, in UTC, or null where it names none. A date without a zone is UTC, except one with an
    /// hour in French words (« lundi 10 février 2025 à 12h40 »), which only a clock in France shows.
    /// </summary>
    public static DateTimeOffset? Parse(string text)
    {
        if (UsualDate.Parse(text) is { } usual)
            return usual;
        string date = WithoutComments(text).Trim();
        if (date.Length is 0 or > LongestDate)
            return null;
        try
        {
            if (Iso().Match(date) is { Success: true } iso)
                return FromIso(iso);
            return Unix().IsMatch(date) ? FromUnix(date) : WrittenDate.Parse(date);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>The first date that one of these children states.</summary>
    internal static DateTimeOffset? First(FeedElement parent, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            foreach (FeedElement child in parent.Children(name))
            {
                ReadOnlySpan<char> text = child.Text();
                if ((UsualDate.Parse(text) ?? Parse(text.ToString())) is { } date)
                    return date;
            }
        }
        return null;
    }

    /// <summary>The moment, in UTC, of a day and an hour somewhere; null where the calendar has no such moment.</summary>
    internal static DateTimeOffset? Moment(int year, int month, int day, TimeSpan time, TimeSpan offset)
    {
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        long ticks = new DateTime(year, month, day).Ticks + time.Ticks - offset.Ticks;
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    /// <summary>A time of day; 24:00 is the end of the day and a leap second the one before. Null where there is none such.</summary>
    internal static TimeSpan? Time(int hour, int minute, int second)
    {
        bool exists = minute < 60 && second <= 60 && (hour < 24 || (hour == 24 && minute == 0 && second == 0));
        return exists ? new TimeSpan(hour, minute, Math.Min(second, 59)) : null;
    }

    /// <summary>Two-digit years are of this century up to 49 (RFC 5322, 4.3).</summary>
    internal static int Year(string digits)
    {
        int year = Number(digits);
        return digits.Length > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
    }

    internal static int Number(string digits) => digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);

    private static DateTimeOffset? FromIso(Match iso)
    {
        int year = Year(iso.Groups["year"].Value);
        if (Time(Part("hour"), Part("minute"), Part("second")) is not { } time || ZoneNames.Offset(iso.Groups["zone"].Value) is not { } offset)
            return null;
        if (!iso.Groups["ordinal"].Success)
            return Moment(year, Math.Max(Part("month"), iso.Groups["month"].Success ? 0 : 1), Math.Max(Part("day"), iso.Groups["day"].Success ? 0 : 1), time, offset);
        int dayOfYear = Part("ordinal");
        return year < 1 || dayOfYear < 1 || dayOfYear > (DateTime.IsLeapYear(year) ? 366 : 365) ? null : Moment(year, 1, 1, time + TimeSpan.FromDays(dayOfYear - 1), offset);

        int Part(string name) => Number(iso.Groups[name].Value);
    }

    /// <summary>Seconds since 1970, or milliseconds where there are thirteen digits.</summary>
    private static DateTimeOffset FromUnix(string digits)
    {
        long number = long.Parse(digits, CultureInfo.InvariantCulture);
        return digits.Length > 11 ? DateTimeOffset.FromUnixTimeMilliseconds(number) : DateTimeOffset.FromUnixTimeSeconds(number);
    }

    /// <summary>RFC 5322 allows comments in brackets, one within another.</summary>
    private static string WithoutComments(string text)
    {
        if (text.Length > 10 * LongestDate || !text.AsSpan().Contains('('))
            return text;
        var kept = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is '\\' && depth > 0)
                i++;
            else if (text[i] is '(')
                depth++;
            else if (text[i] is ')' && depth > 0)
                depth--;
            else if (depth == 0)
                kept.Append(text[i]);
            if (i < text.Length && text[i] is ')' && depth == 0)
                kept.Append(' ');
        }
        return kept.ToString();
    }

    [GeneratedRegex(
        @"^(?:(?<year>[0-9]{4})(?:-(?<month>[0-9]{1,2})(?:-(?<day>[0-9]{1,2}))?|(?<month>[0-9]{2})(?<day>[0-9]{2})|-?(?<ordinal>[0-9]{3}))?|(?<year>[0-9]{2})-(?<month>[0-9]{2})-(?<day>[0-9]{2}))"
        + @"(?:[Tt\s]+(?<hour>[0-9]{1,2}):?(?<minute>[0-9]{2})(?::?(?<second>[0-9]{2})(?:[.,][0-9]+)?)?\s*(?:(?<zone>[+-][0-9]{1,2}(?::?[0-9]{2})?)[Zz]?|(?<zone>[A-Za-z]{1,5}))?)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Iso();

    [GeneratedRegex("^(?:[0-9]{9,10}|[0-9]{13})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Unix();
}
