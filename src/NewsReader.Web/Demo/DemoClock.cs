using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsReader.Web.Demo;

/// <summary>
/// The demo's time: everything happens so many hours before the anchor. Texts name days and hours the same way:
/// <c>{jour 9}</c> is the weekday nine hours before the anchor, <c>{date 9}</c> the day, <c>{heure 9}</c> the hour, to five minutes;
/// a number below zero lies after the anchor.
/// </summary>
internal sealed partial class DemoClock(DateTimeOffset anchor)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private readonly DateTimeOffset _anchor = anchor.AddTicks(-(anchor.Ticks % TimeSpan.TicksPerSecond));

    /// <summary>The moment so many hours before the anchor, on a clock of Paris.</summary>
    public DateTimeOffset At(double hoursAgo) =>
        TimeZoneInfo.ConvertTime(_anchor.AddMinutes(-Math.Round(hoursAgo * 60)), Paris);

    /// <summary>The text with its days and hours filled in.</summary>
    public string Fill(string typed) => Moments().Replace(typed, match =>
    {
        var moment = At(double.Parse(match.Groups["hours"].ValueSpan, CultureInfo.InvariantCulture));
        return match.Groups["word"].Value switch
        {
            "jour" => moment.ToString("dddd", French),
            "date" => moment.ToString("dddd d MMMM", French),
            _ => Hour(moment),
        };
    });

    private static string Hour(DateTimeOffset moment)
    {
        var rounded = moment.AddMinutes(-(moment.Minute % 5));
        return rounded switch
        {
            { Hour: 0, Minute: 0 } => "minuit",
            { Hour: 1, Minute: 0 } => "1 heure",
            { Minute: 0 } => $"{rounded.Hour} heures",
            _ => rounded.ToString("H' h 'mm", CultureInfo.InvariantCulture),
        };
    }

    [GeneratedRegex(@"\{(?<word>jour|date|heure) (?<hours>-?[\d.]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Moments();
}
