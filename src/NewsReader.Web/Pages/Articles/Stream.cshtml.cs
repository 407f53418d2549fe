using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;
using NewsReader.Web.Hosting;
using NewsReader.Web.Reading;

namespace NewsReader.Web.Pages.Articles;

/// <summary>All articles, newest first, by pages.</summary>
public sealed class StreamModel(NewsDb db, SiteState site) : PageModel
{
    private const int PageLength = 40;

    public bool IsDemo => site.IsDemo;

    public bool IsFirst { get; private set; }

    public IReadOnlyList<StreamDay> Days { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last.</summary>
    public string? Older { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "avant")] string? before, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-cache";
        var articles = db.Articles.AsNoTracking().Where(a => a.Outlet!.IsDemo == site.IsDemo);
        IsFirst = Cursor(before) is null;
        if (Cursor(before) is var (at, id))
            articles = articles.Where(a => a.At < at || (a.At == at && a.Id < id));
        var rows = await articles.OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(PageLength + 1).Select(ArticleRow.Of).ToListAsync(cancel);
        if (rows.Count > PageLength)
        {
            rows.RemoveAt(PageLength);
            Older = string.Create(CultureInfo.InvariantCulture, $"{rows[^1].At.Ticks}-{rows[^1].Id}");
        }

        Days = [.. rows.GroupBy(r => PrintedTime.DayOf(r.At)).Select(StreamDay.Of)];
    }

    /// <summary>The time and number of the last article of the page before; null where the reader made it up.</summary>
    private static (DateTime At, long Id)? Cursor(string? text) =>
        text?.Split('-') is [var at, var number]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? (new DateTime(ticks, DateTimeKind.Utc), id) : null;
}

/// <summary>The articles of one day.</summary>
public sealed record StreamDay(string Key, string Name, IReadOnlyList<ArticleLine> Lines)
{
    internal static StreamDay Of(IGrouping<DateOnly, ArticleRow> day) =>
        new(day.Key.ToString("yyyyMMdd", CultureInfo.InvariantCulture), PrintedTime.WeekDay(day.Key), [.. day.Select(ArticleLine.WithHour)]);
}
