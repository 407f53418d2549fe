using NewsReader.Newsroom.Editions;
using NewsReader.Storage.Sources;
using NewsReader.Web.Fetching;

namespace NewsReader.Web.Rounds;

/// <summary>When a source is visited again, and why: pure, so that the administrator can be told.</summary>
internal static class NextVisit
{
    /// <summary>A visit is due once half an entry is to be expected, so that a new one waits no longer than the outlet's own pace warrants.</summary>
    private const double Expected = 0.5;

    /// <summary>A name that is not found is most often our own network's trouble: for about a day it is asked for again soon.</summary>
    private const int PatientFailures = 100;

    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan NameRetry = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>A withdrawn address is looked at again, in case that was a mistake, but seldom.</summary>
    private static readonly TimeSpan AfterGone = TimeSpan.FromDays(30);

    /// <summary>The time of the next visit.</summary>
    /// <param name="sourceId">Spreads sources that were added together, by up to a tenth of their interval.</param>
    /// <param name="now">When the visit ended, in UTC.</param>
    /// <param name="outcome">What the visit came to.</param>
    /// <param name="settings">The bounds.</param>
    public static PlannedVisit After(long sourceId, DateTime now, VisitOutcome outcome, RoundSettings settings)
    {
        var (wait, reason) = outcome.Failures > 0 ? AfterFailure(outcome) : Interval(now, outcome.Rhythm, settings);
        wait += wait * Spread(sourceId);
        // A host is never visited before the time that it named.
        if (outcome.Asked is { } asked && asked > wait) (wait, reason) = (asked < Longest ? asked : Longest, VisitReason.Host);
        return new PlannedVisit(now + wait, reason);
    }

    private static (TimeSpan Wait, VisitReason Reason) Interval(DateTime now, SourceRhythm rhythm, RoundSettings settings)
    {
        var wait = rhythm.Until(now, Expected, settings.LongestInterval);
        if (wait <= settings.ShortestInterval) return (settings.ShortestInterval, VisitReason.Bound);
        return wait < settings.LongestInterval ? (wait, VisitReason.Rhythm) : (settings.LongestInterval, VisitReason.Bound);
    }

    private static (TimeSpan Wait, VisitReason Reason) AfterFailure(VisitOutcome outcome)
    {
        if (outcome.State == FetchState.Gone) return (AfterGone, VisitReason.Gone);
        var wait = FirstRetry * Math.Pow(2, Math.Min(outcome.Failures - 1, 12));
        var longest = outcome.Cause == FetchCause.Name && outcome.Failures <= PatientFailures ? NameRetry : Longest;
        return (wait < longest ? wait : longest, VisitReason.Failure);
    }

    /// <summary>Between −0.1 and 0.1, always the same for one source. The multiplier is Knuth's, from The Art of Computer Programming, 6.4.</summary>
    private static double Spread(long sourceId) => (unchecked((uint)sourceId * 2654435769u) / (double)uint.MaxValue - 0.5) / 5;
}

/// <summary>When a source is visited next.</summary>
/// <param name="At">In UTC.</param>
/// <param name="Reason">Why then.</param>
internal sealed record PlannedVisit(DateTime At, VisitReason Reason);

/// <summary>What a visit came to, as far as the next one depends on it.</summary>
/// <param name="State">How it ended.</param>
/// <param name="Failures">How many visits in a row have failed, this one included; 0 after a good one.</param>
/// <param name="Rhythm">When the source brings entries.</param>
/// <param name="Asked">How long the host asks to be left alone.</param>
internal sealed record VisitOutcome(FetchState State, int Failures, SourceRhythm Rhythm, TimeSpan? Asked)
{
    /// <summary>What stood in the way of a failed visit.</summary>
    public FetchCause Cause { get; init; }
}

/// <summary>When a source brings entries: how many an hour, for each hour of the day in Paris.</summary>
internal sealed class SourceRhythm
{
    /// <summary>The time over which it is measured: a week, so that weekends count as often as they come.</summary>
    public const int Days = 7;

    /// <summary>A part of the rate is the day's mean: an hour in which nothing came in a week is no hour in which nothing can come.</summary>
    private const double MeanPart = 0.2;

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    private readonly double[] _rates;

    private SourceRhythm(double[] rates, double entriesADay) => (_rates, EntriesADay) = (rates, entriesADay);

    /// <summary>How many entries a day.</summary>
    public double EntriesADay { get; }

    /// <summary>The rhythm of a source whose entries of the last <see cref="Days"/> came at these times, in UTC. Each hour is smoothed with those beside it.</summary>
    public static SourceRhythm Of(IReadOnlyCollection<DateTime> entries)
    {
        var counts = new double[24];
        foreach (var time in entries) counts[HourOf(time)]++;
        var mean = entries.Count / (24.0 * Days);
        var rates = new double[24];
        for (var hour = 0; hour < 24; hour++)
        {
            var around = (counts[(hour + 23) % 24] + 2 * counts[hour] + counts[(hour + 1) % 24]) / (4.0 * Days);
            rates[hour] = MeanPart * mean + (1 - MeanPart) * around;
        }

        return new SourceRhythm(rates, entries.Count / (double)Days);
    }

    /// <summary>How long from <paramref name="from"/>, in UTC, until so many entries are to be expected; <paramref name="most"/> where it takes longer.</summary>
    public TimeSpan Until(DateTime from, double entries, TimeSpan most)
    {
        var waited = TimeSpan.Zero;
        while (waited < most)
        {
            var rate = _rates[HourOf(from + waited)];
            if (rate * Step.TotalHours >= entries)
            {
                waited += TimeSpan.FromHours(entries / rate);
                return waited < most ? waited : most;
            }

            entries -= rate * Step.TotalHours;
            waited += Step;
        }

        return most;
    }

    private static int HourOf(DateTime utc) => EditionDay.ToParis(new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc))).Hour;
}
