using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NewsReader.Newsroom.Feeds;

namespace NewsReader.Newsroom.Tests.Feeds;

public sealed class FeedDatesTests
{
    [Theory]
    [InlineData("Mon, 10 Feb 2025 12:40:00 +0100", "2025-02-10T11:40:00Z")]
    [InlineData("Mon, 10 Feb 25 12:40 EST", "2025-02-10T17:40:00Z")]
    [InlineData("10 Feb 1999 12:40:00 GMT+1", "1999-02-10T11:40:00Z")]
    [InlineData("Mon, 10 Feb 99 12:40:00 GMT-03:30", "1999-02-10T16:10:00Z")]
    [InlineData("Mon, 10 Feb 2025 24:00:00 GMT", "2025-02-11T00:00:00Z")]
    [InlineData("Mon, 10 Feb 2025 12:40:00 XYZ", "2025-02-10T12:40:00Z")]
    [InlineData("Mon, 10 (dix (10)) Feb 2025 12:40:00 Z", "2025-02-10T12:40:00Z")]
    [InlineData("2025-02-10T12:40:00+01:00", "2025-02-10T11:40:00Z")]
    [InlineData("2025-02-10 12:40", "2025-02-10T12:40:00Z")]
    [InlineData("2025-02", "2025-02-01T00:00:00Z")]
    [InlineData("20250210", "2025-02-10T00:00:00Z")]
    [InlineData("2025-041", "2025-02-10T00:00:00Z")]
    [InlineData("1739184000", "2025-02-10T10:40:00Z")]
    [InlineData("Mon Feb 10 12:40:00 +0100 2025", "2025-02-10T11:40:00Z")]
    [InlineData("Feb. 10, 2025, 12:40 p.m.", "2025-02-10T12:40:00Z")]
    [InlineData("10-02-2025 12:40", "2025-02-10T12:40:00Z")]
    [InlineData("02/25/2025", "2025-02-25T00:00:00Z")]
    [InlineData("Mon, 10 Feb 2025 12:40:00 Europe/Paris", "2025-02-10T11:40:00Z")]
    [InlineData("lun., 10 févr. 2025 12:40:00 +0100", "2025-02-10T11:40:00Z")]
    [InlineData("mar. 4 mars 2025 08:30:00 +0100", "2025-03-04T07:30:00Z")]
    [InlineData("1er mai 2025", "2025-05-01T00:00:00Z")]
    public void A_date_is_read_as_the_moment_it_names(string date, string moment) =>
        FeedDates.Parse(date).ShouldBe(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("lundi 10 février 2025 à 12h40", "2025-02-10T11:40:00Z")]
    [InlineData("Mercredi 30 juillet 2025 à 18 h 05", "2025-07-30T16:05:00Z")]
    [InlineData("jeudi 14 août 2025, 9h", "2025-08-14T07:00:00Z")]
    public void An_hour_in_French_words_is_an_hour_in_France(string date, string moment) =>
        FeedDates.Parse(date).ShouldBe(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("hier")]
    [InlineData("12:40")]
    [InlineData("Mon, 31 Feb 2025 12:40:00 GMT")]
    [InlineData("Mon, 10 Feb 2025 25:40:00 GMT")]
    [InlineData("Mon, 10 Foo 2025 12:40:00 GMT")]
    [InlineData("2025-13-01")]
    [InlineData("2025-02-10T12:40:00+xx:00")]
    [InlineData("Mon, 10 Feb 2025 12:40:00 +9900")]
    [InlineData("Publié par Zoé le 10 février 2025 dans le journal du soir")]
    public void Nonsense_is_no_date(string text) => FeedDates.Parse(text).ShouldBeNull();

    [Fact]
    public void Every_moment_survives_its_own_formats() => Prop.ForAll<DateTime>(moment =>
    {
        var whole = new DateTime(moment.Year, moment.Month, moment.Day, moment.Hour, moment.Minute, moment.Second, DateTimeKind.Utc);
        return FeedDates.Parse(whole.ToString("r", CultureInfo.InvariantCulture))?.UtcDateTime == whole
            && FeedDates.Parse(whole.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))?.UtcDateTime == whole;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_makes_it_throw() => Prop.ForAll<string, int, int>((text, number, other) =>
    {
        _ = FeedDates.Parse(text ?? "");
        _ = FeedDates.Parse($"{number} Feb {other} {text}");
        _ = FeedDates.Parse($"{number}-{other}-{other} {number}:{other} {text}");
        return true;
    }).QuickCheckThrowOnFailure();
}
