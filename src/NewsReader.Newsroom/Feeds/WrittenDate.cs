using System.Text.RegularExpressions;

namespace NewsReader.Newsroom.Feeds;

/// <summary>
/// A date in words and numbers, in whatever order they come: « Mon, 10 Feb 2025 12:40:00 +0100 », « Feb. 10, 2025, 12:40
/// p.m. », « lundi 10 février 2025 à 12h40 », « 10/02/2025 12:40 ». A word that fits nowhere refuses the whole.
/// </summary>
internal sealed partial class WrittenDate
{
    private const string France = "Europe/Paris";

    private readonly List<string> _numbers = [];
    private int _month;
    private int _dayOrMonth;
    private TimeSpan? _time;
    private string _zone = "";
    private string? _place;
    private bool _isFrench;
    private bool _hasZone;

    /// <summary>The moment that the text names, or null.</summary>
    public static DateTimeOffset? Parse(string text)
    {
        var date = new WrittenDate();
        bool isFirst = true;
        foreach (Match token in Token().Matches(text))
        {
            if (!date.Take(token, isFirst))
                return null;
            isFirst = false;
        }
        return date.Moment();
    }

    private bool Take(Match token, bool isFirst)
    {
        if (token.Groups["hour"].Success)
            return TakeTime(token);
        if (token.Groups["offset"].Success)
            return TakeOffset(token.Value);
        if (token.Groups["number"].Success)
        {
            _numbers.Add(token.Groups["number"].Value);
            return _numbers.Count <= 3;
        }
        if (token.Groups["place"].Success)
        {
            _place = token.Value;
            return true;
        }
        return token.Groups["word"].Success ? TakeWord(token.Value, isFirst) : token.Value is "," or "-" or "/" or "." or "|";
    }

    private bool TakeTime(Match token)
    {
        int Part(string name) => FeedDates.Number(token.Groups[name].Value);
        if (_time is not null)
            return false;
        _time = FeedDates.Time(Part("hour"), Part("minute"), Part("second"));
        return _time is not null;
    }

    private bool TakeOffset(string signed)
    {
        if (_time is not null)
        {
            _zone = signed;
            _hasZone = true;
            return true;
        }
        // Before the hour, the sign joins the parts of the date: « 10-02-2025 ».
        _numbers.Add(signed[1..]);
        return signed[0] == '-' && _numbers.Count <= 3 && !signed.Contains(':', StringComparison.Ordinal);
    }

    private bool TakeWord(string written, bool isFirst)
    {
        string word = DateWords.Normal(written);
        _isFrench |= DateWords.IsFrench(word);
        if (DateWords.Month(word) is var month && month > 0)
        {
            // « mar. » begins both mardi and mars: as the first word it is a month only if no other follows.
            if (isFirst)
                _dayOrMonth = month;
            else if (_month == 0)
                _month = month;
            return true;
        }
        if (word is "am" or "pm")
            return TakeHalfOfDay(word);
        bool isZone = (_time is not null && written.Length <= 5 && written.All(char.IsAsciiLetterUpper));
        if (isZone && !_hasZone)
            (_zone, _hasZone) = (written, true);
        return isZone || isFirst || DateWords.IsFiller(word) || DateWords.IsFrench(word);
    }

    private bool TakeHalfOfDay(string half)
    {
        if (_time is not { Hours: >= 1 and <= 12 } time)
            return _time is not null;
        int hour = time.Hours % 12 + (half is "pm" ? 12 : 0);
        _time = new TimeSpan(hour, time.Minutes, time.Seconds);
        return true;
    }

    private DateTimeOffset? Moment()
    {
        if (Day() is not var (year, month, day) || FeedDates.Moment(year, month, day, TimeSpan.Zero, TimeSpan.Zero) is not { } midnight)
            return null;
        TimeSpan time = _time ?? TimeSpan.Zero;
        string? place = _place ?? (_isFrench && _time is not null && !_hasZone ? France : null);
        TimeSpan? offset = place is null ? ZoneNames.Offset(_zone) : ZoneNames.OffsetIn(place, midnight.DateTime + time) ?? TimeSpan.Zero;
        return offset is { } known ? FeedDates.Moment(year, month, day, time, known) : null;
    }

    private (int Year, int Month, int Day)? Day()
    {
        int month = _month > 0 ? _month : _dayOrMonth;
        return _numbers switch
        {
            [{ Length: 4 } year, { Length: <= 2 } day] when month > 0 => (FeedDates.Year(year), month, FeedDates.Number(day)),
            [{ Length: <= 2 } day, { Length: 2 or 4 } year] when month > 0 => (FeedDates.Year(year), month, FeedDates.Number(day)),
            [{ Length: 4 } year, { Length: <= 2 } second, { Length: <= 2 } third] when month == 0 => (FeedDates.Year(year), FeedDates.Number(second), FeedDates.Number(third)),
            [{ Length: <= 2 } first, { Length: <= 2 } second, { Length: 2 or 4 } year] when month == 0 => Numeric(FeedDates.Number(first), FeedDates.Number(second), FeedDates.Year(year)),
            _ => null,
        };
    }

    /// <summary>Day before month, as everywhere but in America, unless only the American order is a date.</summary>
    private static (int Year, int Month, int Day) Numeric(int first, int second, int year) => second > 12 ? (year, first, second) : (year, second, first);

    [GeneratedRegex(
        @"(?<hour>[0-9]{1,2})(?::|\s?[hH]\s?)(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,][0-9]+)?)?|(?<hour>[0-9]{1,2})\s?[hH]\b|"
        + @"(?<offset>[+-][0-9]{1,2}:[0-9]{2}|[+-][0-9]{1,4})(?![0-9])|(?<number>[0-9]{1,4})(?:st|nd|rd|th|er)?(?![0-9\p{L}])|"
        + @"(?<place>[A-Z][A-Za-z]+/[A-Za-z_/-]+)|(?<word>\p{L}[\p{L}\p{M}.]*)|(?<other>\S)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Token();
}
