using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsReader.Storage;
using NewsReader.Web.Hosting;
using NewsReader.Web.Reading;

namespace NewsReader.Web.Pages.Editions;

/// <summary>The edition of one day, as it was last drawn.</summary>
public sealed class DayModel(NewsDb db, SiteState site) : PageModel
{
    public EditionView? Edition { get; private set; }

    public string Month { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string date, CancellationToken cancel)
    {
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return NotFound();
        Month = day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        Edition = await db.ShownEditions(site.IsDemo).ViewOfDayAsync(day, cancel);
        return Edition is null ? NotFound() : Page();
    }
}
