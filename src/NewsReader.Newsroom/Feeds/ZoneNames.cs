using System.Collections.Frozen;

namespace NewsReader.Newsroom.Feeds;

/// <summary>Offsets from UTC by the names and numbers that feeds give them.</summary>
internal static class ZoneNames
{
    /// <summary>Minutes east of UTC: RFC 822's names, then those that newsrooms' systems write.</summary>
    private static readonly FrozenDictionary<string, int> Minutes = new (int East, string Names)[]
    {
        (0, "UT UTC GMT Z WET"), (60, "WEST BST CET MET MEZ"), (120, "CEST MEST MESZ EET"), (180, "EEST MSK"),
        (-150, "NDT"), (-180, "ADT BRT ART"), (-210, "NST"), (-240, "AT AST EDT"), (-300, "ET EST CDT"), (-360, "CT CST MDT"),
        (-420, "MT MST PDT"), (-480, "PT PST AKDT"), (-540, "AKST"), (-600, "HST"),
        (330, "IST"), (480, "HKT SGT AWST"), (540, "JST KST"), (600, "AEST"), (660, "AEDT"), (720, "NZST"), (780, "NZDT"),
    }.SelectMany(zone => zone.Names.Split(' ').Select(name => KeyValuePair.Create(name, zone.East))).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The offset of « +01:00 », « -0500 », « +1 » or a name; none is UTC, and so is a name that nobody knows (RFC 5322,
    /// 4.3). Null for an offset that no clock has.
    /// </summary>
    public static TimeSpan? Offset(string zone)
    {
        if (zone.Length == 0 || zone[0] is not ('+' or '-'))
            return TimeSpan.FromMinutes(Minutes.GetValueOrDefault(zone));
        string digits = zone[1..].Replace(":", "", StringComparison.Ordinal);
        int hours = FeedDates.Number(digits.Length > 2 ? digits[..^2] : digits);
        int minutes = digits.Length > 2 ? FeedDates.Number(digits[^2..]) : 0;
        if (hours > 15 || minutes > 59)
            return null;
        var offset = new TimeSpan(hours, minutes, 0);
        return zone[0] == '-' ? -offset : offset;
    }

    /// <summary>The offset at a local time in a zone of the IANA database; null where there is no such zone.</summary>
    public static TimeSpan? OffsetIn(string place, DateTime local) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(place, out TimeZoneInfo? zone) ? zone.GetUtcOffset(local) : null;
}
