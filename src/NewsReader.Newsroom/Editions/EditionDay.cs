namespace NewsReader.Newsroom.Editions;

/// <summary>
/// The days of the paper, which are those of Paris. Summer time follows directive 2000/84/EC (from 1 h UTC on the last Sunday of March to
/// 1 h UTC on the last Sunday of October), so that the result does not depend on the machine's time zones.
/// </summary>
public static class EditionDay
{
    private static readonly TimeSpan Winter = TimeSpan.FromHours(1);
    private static readonly TimeSpan Summer = TimeSpan.FromHours(2);

    /// <summary>The day on which an instant falls in Paris.</summary>
    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(ToParis(instant).DateTime);

    /// <summary>Midnight in Paris at the beginning of a day.</summary>
    public static DateTimeOffset Start(DateOnly day)
    {
        if (day == DateOnly.MinValue)
            return DateTimeOffset.MinValue;
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, IsSummer(midnight - Summer) ? Summer : Winter);
    }

    /// <summary>The same instant on the clocks of Paris; the first and last hours that a date can hold stay in UTC.</summary>
    public static DateTimeOffset ToParis(DateTimeOffset instant)
    {
        var utc = instant.UtcDateTime;
        return DateTime.MaxValue - utc < Summer ? instant.ToUniversalTime() : instant.ToOffset(IsSummer(utc) ? Summer : Winter);
    }

    private static bool IsSummer(DateTime utc) => utc >= Change(utc.Year, 3) && utc < Change(utc.Year, 10);

    private static DateTime Change(int year, int month)
    {
        var last = new DateTime(year, month, 31, 1, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
