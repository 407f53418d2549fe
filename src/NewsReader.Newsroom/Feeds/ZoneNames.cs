using System.Collections.Frozen;

namespace NewsReader.Newsroom.Feeds;

/// <summary>Offsets from UTC by the names and numbers that feeds give them.</summary>
internal static class ZoneNames
{
    /// <summary>Minutes east of UTC: RFC 822's names, then those that newsrooms' systems write.</summary>
    private static readonly FrozenDictionary<string, int> Minutes = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["Z"] = 0, ["WET"] = 0, ["WEST"] = 60, ["BST"] = 60, ["IST"] = 330,
        ["CET"] = 60, ["MET"] = 60, ["MEZ"] = 60, ["CEST"] = 120, ["MEST"] = 120, ["MESZ"] = 120, ["EET"] = 120, ["EEST"] = 180, ["MSK"] = 180,
        ["AT"] = -240, ["AST"] = -240, ["ADT"] = -180, ["NST"] = -210, ["NDT"] = -150,
        ["ET"] = -300, ["EST"] = -300, ["EDT"] = -240, ["CT"] = -360, ["CST"] = -360, ["CDT"] = -300,
        ["MT"] = -420, ["MST"] = -420, ["MDT"] = -360, ["PT"] = -480, ["PST"] = -480, ["PDT"] = -420,
        ["AKST"] = -540, ["AKDT"] = -480, ["HST"] = -600, ["BRT"] = -180, ["ART"] = -180,
        ["HKT"] = 480, ["SGT"] = 480, ["AWST"] = 480, ["JST"] = 540, ["KST"] = 540, ["AEST"] = 600, ["AEDT"] = 660, ["NZST"] = 720, ["NZDT"] = 780,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

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

    /// <summary>Whether this is the name of a zone.</summary>
    public static bool IsKnown(string name) => Minutes.ContainsKey(name);

    /// <summary>The offset at a local time in a zone of the IANA database; null where there is no such zone.</summary>
    public static TimeSpan? OffsetIn(string place, DateTime local) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(place, out TimeZoneInfo? zone) ? zone.GetUtcOffset(local) : null;
}
