using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;
using NewsReader.Web.Hosting;
using NewsReader.Web.Reading;

namespace NewsReader.Web.Pages.Editions;

/// <summary>A month of editions as a calendar.</summary>
public sealed class DaysModel(NewsDb db, SiteState site, TimeProvider time) : PageModel
{
    /// <summary>The days of the week with their letters.</summary>
    public static readonly IReadOnlyList<(string Name, string Letter)> WeekDays =
        [("lundi", "L"), ("mardi", "M"), ("mercredi", "M"), ("jeudi", "J"), ("vendredi", "V"), ("samedi", "S"), ("dimanche", "D")];

    public bool IsDemo => site.IsDemo;

    public string Name { get; private set; } = "";

    public IReadOnlyList<CalendarDay[]> Weeks { get; private set; } = [];

    public MonthLink? Before { get; private set; }

    public MonthLink? After { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "mois")] string? month, CancellationToken cancel)
    {
        var editions = db.ShownEditions(site.IsDemo, time.GetUtcNow());
        if (await editions.MaxAsync(e => (DateOnly?)e.Day, cancel) is not { } latest) return;
        var first = DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked)
            && asked.Year is > 1 and < 9999 ? asked : new DateOnly(latest.Year, latest.Month, 1);
        var next = first.AddMonths(1);
        var shown = await editions.Where(e => e.Day >= first && e.Day < next).Select(e => e.Day).ToListAsync(cancel);
        Name = PrintedTime.Month(first);
        Weeks = Calendar(first, [.. shown]);
        Before = MonthLink.Of(await editions.Where(e => e.Day < first).MaxAsync(e => (DateOnly?)e.Day, cancel));
        After = MonthLink.Of(await editions.Where(e => e.Day >= next).MinAsync(e => (DateOnly?)e.Day, cancel));
    }

    private static List<CalendarDay[]> Calendar(DateOnly first, HashSet<DateOnly> shown)
    {
        // Weeks begin on Monday.
        var start = first.AddDays(-(((int)first.DayOfWeek + 6) % 7));
        var weeks = new List<CalendarDay[]>();
        for (var monday = start; monday < first.AddMonths(1); monday = monday.AddDays(7))
            weeks.Add([.. Enumerable.Range(0, 7).Select(n => CalendarDay.Of(monday.AddDays(n), first, shown))]);
        return weeks;
    }
}

/// <summary>A day of the calendar; without a number where it belongs to another month, without a path where nothing appeared.</summary>
public sealed record CalendarDay(string Number, string Name, string? Path)
{
    internal static CalendarDay Of(DateOnly day, DateOnly month, HashSet<DateOnly> shown) => new(
        day.Month == month.Month ? day.Day.ToString(CultureInfo.InvariantCulture) : "",
        "Édition du " + PrintedTime.LongDay(day),
        shown.Contains(day) ? Paths.Day(day) : null);
}

/// <summary>The way to another month.</summary>
public sealed record MonthLink(string Name, string Value)
{
    internal static MonthLink? Of(DateOnly? day) =>
        day is { } d ? new(PrintedTime.Month(d), d.ToString("yyyy-MM", CultureInfo.InvariantCulture)) : null;
}
