using NewsReader.Storage.Sources;
using NewsReader.Web.Fetching;
using NewsReader.Web.Rounds;

namespace NewsReader.Web.Tests.Rounds;

public sealed class NextVisitTests
{
    /// <summary>8 h 05 in Paris.</summary>
    private static readonly DateTime Now = new(2026, 11, 22, 7, 5, 0, DateTimeKind.Utc);

    private static readonly RoundSettings Settings = new();

    [Fact]
    public void A_busy_source_is_visited_every_ten_minutes() => Minutes(Good(Evenly(300))).ShouldBeInRange(9, 11);

    [Fact]
    public void A_source_of_twelve_entries_a_day_is_visited_every_hour() => Minutes(Good(Evenly(12))).ShouldBeInRange(54, 66);

    [Fact]
    public void A_silent_source_is_visited_every_two_hours() => Minutes(Good(Evenly(0))).ShouldBeInRange(108, 132);

    [Fact]
    public void A_source_that_publishes_by_day_is_visited_often_by_day_and_seldom_by_night()
    {
        // Two entries an hour from 7 h to 19 h in Paris.
        var office = SourceRhythm.Of([.. from day in Enumerable.Range(0, 7) from half in Enumerable.Range(0, 24) select Now.Date.AddDays(-day).AddHours(6).AddMinutes(30 * half)]);

        Minutes(Good(office)).ShouldBeInRange(12, 22);
        Minutes(Good(office), Now.Date.AddHours(23)).ShouldBeGreaterThan(60);
        // At 6 h 50 in Paris the visit comes soon after the first entries.
        Minutes(Good(office), Now.Date.AddHours(5).AddMinutes(50)).ShouldBeInRange(15, 45);
    }

    [Fact]
    public void Each_visit_has_its_reason()
    {
        Plan(Good(Evenly(12))).Reason.ShouldBe(VisitReason.Rhythm);
        Plan(Good(Evenly(300))).Reason.ShouldBe(VisitReason.Bound);
        Plan(Bad(3)).Reason.ShouldBe(VisitReason.Failure);
        Plan(Good(Evenly(12)) with { Asked = TimeSpan.FromHours(3) }).Reason.ShouldBe(VisitReason.Host);
        Plan(new VisitOutcome(FetchState.Gone, 1, Evenly(300), null)).Reason.ShouldBe(VisitReason.Gone);
    }

    [Fact]
    public void A_host_that_asks_for_a_longer_pause_gets_all_of_it() =>
        Enumerable.Range(1, 200).Select(id => NextVisit.After(id, Now, Good(Evenly(300)) with { Asked = TimeSpan.FromHours(5) }, Settings).At).Min().ShouldBe(Now.AddHours(5));

    [Fact]
    public void No_host_can_ask_for_more_than_a_day() =>
        Minutes(Good(Evenly(300)) with { Asked = TimeSpan.FromDays(365) }).ShouldBeLessThanOrEqualTo(24 * 60);

    [Fact]
    public void Failures_wait_twice_as_long_each_time_up_to_a_day()
    {
        Minutes(Bad(1)).ShouldBeInRange(4, 6);
        Minutes(Bad(2)).ShouldBeInRange(9, 11);
        Minutes(Bad(40)).ShouldBeInRange(21 * 60, 27 * 60);
    }

    [Fact]
    public void A_name_that_is_not_found_is_asked_for_again_soon_for_a_day()
    {
        Minutes(Bad(40) with { Cause = FetchCause.Name }).ShouldBeInRange(13, 17);
        Minutes(Bad(200) with { Cause = FetchCause.Name }).ShouldBeGreaterThan(21 * 60);
    }

    [Fact]
    public void A_withdrawn_address_is_left_alone_for_a_month() =>
        Minutes(new VisitOutcome(FetchState.Gone, 1, Evenly(300), null)).ShouldBeGreaterThan(26 * 24 * 60);

    [Fact]
    public void Sources_that_were_added_together_spread()
    {
        var visits = Enumerable.Range(1, 100).Select(id => NextVisit.After(id, Now, Good(Evenly(12)), Settings).At).ToList();
        (visits.Max() - visits.Min()).ShouldBeGreaterThan(TimeSpan.FromMinutes(8));
        visits.Distinct().Count().ShouldBe(100);
    }

    [Fact]
    public void The_hour_that_comes_twice_in_October_makes_no_difference() =>
        Minutes(Good(Evenly(12)), new DateTime(2026, 10, 25, 0, 30, 0, DateTimeKind.Utc)).ShouldBeInRange(54, 66);

    private static SourceRhythm Evenly(int entriesADay) =>
        SourceRhythm.Of([.. Enumerable.Range(0, 7 * entriesADay).Select(n => Now.AddDays(-(n + 0.5) / entriesADay))]);

    private static VisitOutcome Good(SourceRhythm rhythm) => new(FetchState.Ok, 0, rhythm, null);

    private static VisitOutcome Bad(int failures) => new(FetchState.TransientError, failures, Evenly(300), null);

    private static PlannedVisit Plan(VisitOutcome outcome) => NextVisit.After(7, Now, outcome, Settings);

    private static double Minutes(VisitOutcome outcome, DateTime? at = null) => (NextVisit.After(7, at ?? Now, outcome, Settings).At - (at ?? Now)).TotalMinutes;
}
