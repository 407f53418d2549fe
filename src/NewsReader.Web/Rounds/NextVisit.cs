using NewsReader.Web.Fetching;

namespace NewsReader.Web.Rounds;

/// <summary>When a source is visited again: pure, so that the administrator can be told why.</summary>
internal static class NextVisit
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromHours(24);

    /// <summary>A withdrawn address is looked at again, in case that was a mistake, but seldom.</summary>
    private static readonly TimeSpan AfterGone = TimeSpan.FromDays(30);

    /// <summary>The time of the next visit.</summary>
    /// <param name="sourceId">Spreads sources that were added together, by up to a tenth of their interval.</param>
    /// <param name="now">When the visit ended, in UTC.</param>
    /// <param name="outcome">What the visit came to.</param>
    /// <param name="settings">The bounds.</param>
    public static DateTime After(long sourceId, DateTime now, VisitOutcome outcome, RoundSettings settings)
    {
        var wait = outcome.Failures > 0 ? AfterFailure(outcome) : Interval(outcome.EntriesADay, settings);
        if (outcome.Asked is { } asked && asked > wait) wait = asked < LongestRetry ? asked : LongestRetry;
        return now + wait + wait * Spread(sourceId);
    }

    /// <summary>Half the usual time between two entries, within the bounds: a new one waits no longer than the outlet's own pace warrants.</summary>
    private static TimeSpan Interval(double entriesADay, RoundSettings settings)
    {
        if (entriesADay <= 0) return settings.LongestInterval;
        var half = TimeSpan.FromDays(0.5 / entriesADay);
        return half < settings.ShortestInterval ? settings.ShortestInterval : half > settings.LongestInterval ? settings.LongestInterval : half;
    }

    private static TimeSpan AfterFailure(VisitOutcome outcome)
    {
        if (outcome.State == FetchState.Gone) return AfterGone;
        var wait = FirstRetry * Math.Pow(2, Math.Min(outcome.Failures - 1, 12));
        return wait < LongestRetry ? wait : LongestRetry;
    }

    /// <summary>Between −0.1 and 0.1, always the same for one source. The multiplier is Knuth's, from The Art of Computer Programming, 6.4.</summary>
    private static double Spread(long sourceId) => (unchecked((uint)sourceId * 2654435769u) / (double)uint.MaxValue - 0.5) / 5;
}

/// <summary>What a visit came to, as far as the next one depends on it.</summary>
/// <param name="State">How it ended.</param>
/// <param name="Failures">How many visits in a row have failed, this one included; 0 after a good one.</param>
/// <param name="EntriesADay">How many new entries a day the source brought of late.</param>
/// <param name="Asked">How long the host asks to be left alone.</param>
internal sealed record VisitOutcome(FetchState State, int Failures, double EntriesADay, TimeSpan? Asked);
