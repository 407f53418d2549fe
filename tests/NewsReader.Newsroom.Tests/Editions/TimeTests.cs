using NewsReader.Newsroom.Editions;
using NewsReader.Newsroom.Language;

namespace NewsReader.Newsroom.Tests.Editions;

public sealed class TimeTests
{
    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2026-03-28T23:30:00Z", 29)]
    [InlineData("2026-03-29T21:59:00Z", 29)]
    [InlineData("2026-03-29T22:00:00Z", 30)]
    public void The_short_day_of_March_ends_when_Paris_says_so(string instant, int day) => EditionDay.Of(Utc(instant)).Day.ShouldBe(day);

    [Fact]
    public void The_days_of_the_hour_change_have_23_and_25_hours()
    {
        Length(new DateOnly(2026, 3, 29)).ShouldBe(23);
        Length(new DateOnly(2026, 10, 25)).ShouldBe(25);
        Length(new DateOnly(2026, 10, 26)).ShouldBe(24);

        static double Length(DateOnly day) => (EditionDay.Start(day.AddDays(1)) - EditionDay.Start(day)).TotalHours;
    }

    [Fact]
    public void The_ends_of_time_do_no_harm() => Should.NotThrow(() =>
    {
        EditionDay.Of(DateTimeOffset.MinValue);
        EditionDay.Of(DateTimeOffset.MaxValue);
        EditionDay.Start(DateOnly.MinValue);
        EditionDay.Start(DateOnly.MaxValue);
    });

    [Theory]
    [InlineData("2026-11-22T05:25:00Z", "6 h 25")]
    [InlineData("2026-07-22T05:05:00Z", "7 h 05")]
    [InlineData("2026-11-22T17:00:00Z", "18 h")]
    public void Hours_are_those_of_Paris_and_need_no_more_typography(string instant, string hour)
    {
        FrenchTime.Hour(Utc(instant)).Replace('\u00A0', ' ').ShouldBe(hour);
        FrenchTypography.Apply(FrenchTime.Hour(Utc(instant))).ShouldBe(FrenchTime.Hour(Utc(instant)));
    }

    [Fact]
    public void Dates_are_written_in_French_on_any_machine()
    {
        FrenchTime.LongDate(new DateOnly(2026, 11, 22)).ShouldBe("dimanche 22 novembre 2026");
        FrenchTime.LongDate(new DateOnly(2026, 12, 1)).ShouldBe("mardi 1er décembre 2026");
    }

    [Theory]
    [InlineData("2026-11-22T05:25:00Z", "6 h 25")]
    [InlineData("2026-11-21T21:10:00Z", "hier, 22 h 10")]
    [InlineData("2026-11-20T21:10:00Z", "20 novembre")]
    [InlineData("2025-11-20T21:10:00Z", "20 novembre 2025")]
    public void A_time_is_told_as_far_as_it_is_away(string instant, string told) =>
        FrenchTime.Relative(Utc(instant), Utc("2026-11-22T08:00:00Z")).Replace('\u00A0', ' ').ShouldBe(told);

    [Theory]
    [InlineData("International", null, "Monde")]
    [InlineData("À la une", "https://exemple.fr/sport/football/un-titre.html", "Sport")]
    [InlineData(null, "https://exemple.fr/france/politique/un-titre", "France")]
    [InlineData("À la une", "https://exemple.fr/le-sport-est-roi", null)]
    public void The_section_is_read_from_feed_then_address(string? feed, string? address, string? section) =>
        Sections.Of(feed, [], address).ShouldBe(section);
}
