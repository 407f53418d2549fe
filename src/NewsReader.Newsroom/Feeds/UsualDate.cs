using System.Globalization;

namespace NewsReader.Newsroom.Feeds;

/// <summary>The two forms that nearly all feeds use, read without patterns: « Mon, 10 Feb 2025 12:40:00 +0100 » and « 2025-02-10T12:40:00+01:00 ».</summary>
internal static class UsualDate
{
    private const string Months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private const string Days = "MonTueWedThuFriSatSun";

    /// <summary>The moment, in UTC; null where the text is written in any other way or names no moment.</summary>
    public static DateTimeOffset? Parse(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> date = text.Trim();
        if (date.Length < 19)
            return null;
        if (date[4] == '-')
            return Rfc3339(date);
        return date[3] != ',' ? Rfc822(date) : date[4] == ' ' && Index(Days, date[..3]) >= 0 ? Rfc822(date[5..]) : null;
    }

    private static DateTimeOffset? Rfc822(ReadOnlySpan<char> rest)
    {
        int digits = rest[1] == ' ' ? 1 : 2;
        if (rest.Length < digits + 18 || rest[digits] != ' ' || rest[digits + 4] != ' ' || rest[digits + 9] != ' ')
            return null;
        int month = Index(Months, rest.Slice(digits + 1, 3)) + 1;
        ReadOnlySpan<char> clock = rest[(digits + 10)..];
        return Moment(Number(rest.Slice(digits + 5, 4)), month, Number(rest[..digits]), clock, clock.Length > 8 && clock[8] == ' ' ? clock[9..].TrimStart() : []);
    }

    private static DateTimeOffset? Rfc3339(ReadOnlySpan<char> date)
    {
        if (date[7] != '-' || date[10] != 'T')
            return null;
        ReadOnlySpan<char> clock = date[11..];
        int zone = clock.IndexOfAny('Z', '+', '-');
        bool hasFraction = zone > 9 && clock[8] == '.' && clock[9..zone].IndexOfAnyExceptInRange('0', '9') < 0;
        return zone == 8 || hasFraction ? Moment(Number(date[..4]), Number(date[5..7]), Number(date[8..10]), clock, clock[zone..]) : null;
    }

    private static DateTimeOffset? Moment(int year, int month, int day, ReadOnlySpan<char> clock, ReadOnlySpan<char> zone)
    {
        if (clock.Length < 8 || clock[2] != ':' || clock[5] != ':' || year < 0 || Offset(zone) is not { } offset)
            return null;
        var (hour, minute, second) = (Number(clock[..2]), Number(clock[3..5]), Number(clock[6..8]));
        return hour < 0 || minute < 0 || second < 0 || FeedDates.Time(hour, minute, second) is not { } time ? null : FeedDates.Moment(year, month, day, time, offset);
    }

    private static TimeSpan? Offset(ReadOnlySpan<char> zone)
    {
        if (zone is "Z" or "GMT" or "UTC")
            return TimeSpan.Zero;
        if (zone is [>= 'A' and <= 'Z', >= 'A' and <= 'Z', >= 'A' and <= 'Z'])
            return ZoneNames.Offset(zone.ToString());
        bool hasColon = zone.Length == 6 && zone[3] == ':';
        if (zone.Length != 5 && !hasColon || zone[0] is not ('+' or '-'))
            return null;
        var (hours, minutes) = (Number(zone[1..3]), Number(zone[^2..]));
        if (hours is < 0 or > 12 || minutes is < 0 or > 59)
            return null;
        var offset = new TimeSpan(hours, minutes, 0);
        return zone[0] == '-' ? -offset : offset;
    }

    private static int Index(string names, ReadOnlySpan<char> name) => names.AsSpan().IndexOf(name) is var at && at % 3 == 0 ? at / 3 : -1;

    /// <summary>The number that some digits are; -1 where they are not all digits.</summary>
    private static int Number(ReadOnlySpan<char> digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;
}
