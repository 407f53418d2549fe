using NewsReader.Web.Fetching;
using NewsReader.Web.Rounds;

namespace NewsReader.Web.Tests.Rounds;

public sealed class NextVisitTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 7, 5, 0, DateTimeKind.Utc);
    private static readonly RoundSettings Settings = new();

    [Fact]
    public void A_busy_source_is_visited_every_ten_minutes() => Minutes(Good(entriesADay: 300)).ShouldBeInRange(9, 11);

    [Fact]
    public void A_source_of_twelve_entries_a_day_is_visited_every_hour() => Minutes(Good(entriesADay: 12)).ShouldBeInRange(54, 66);

    [Fact]
    public void A_silent_source_is_visited_every_two_hours() => Minutes(Good(entriesADay: 0)).ShouldBeInRange(108, 132);

    [Fact]
    public void A_host_that_asks_for_a_longer_pause_gets_it() =>
        Minutes(Good(entriesADay: 300) with { Asked = TimeSpan.FromHours(5) }).ShouldBeInRange(270, 330);

    [Fact]
    public void No_host_can_ask_for_more_than_a_day() =>
        Minutes(Good(entriesADay: 300) with { Asked = TimeSpan.FromDays(365) }).ShouldBeLessThanOrEqualTo(27 * 60);

    [Fact]
    public void Failures_wait_twice_as_long_each_time_up_to_a_day()
    {
        Minutes(Bad(1)).ShouldBeInRange(4, 6);
        Minutes(Bad(2)).ShouldBeInRange(9, 11);
        Minutes(Bad(40)).ShouldBeInRange(21 * 60, 27 * 60);
    }

    [Fact]
    public void A_withdrawn_address_is_left_alone_for_a_month() =>
        Minutes(new VisitOutcome(FetchState.Gone, 1, 300, null)).ShouldBeGreaterThan(26 * 24 * 60);

    [Fact]
    public void Sources_that_were_added_together_spread()
    {
        var visits = Enumerable.Range(1, 100).Select(id => NextVisit.After(id, Now, Good(entriesADay: 12), Settings)).ToList();
        (visits.Max() - visits.Min()).ShouldBeGreaterThan(TimeSpan.FromMinutes(8));
        visits.Distinct().Count().ShouldBe(100);
    }

    private static VisitOutcome Good(double entriesADay) => new(FetchState.Ok, 0, entriesADay, null);

    private static VisitOutcome Bad(int failures) => new(FetchState.TransientError, failures, 300, null);

    private static double Minutes(VisitOutcome outcome) => (NextVisit.After(7, Now, outcome, Settings) - Now).TotalMinutes;
}
