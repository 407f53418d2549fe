using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsReader.Storage;
using NewsReader.Storage.Editions;
using NewsReader.Web.Hosting;
using NewsReader.Web.Reading;

namespace NewsReader.Web.Pages.Editions;

/// <summary>The edition of one day: as it was last drawn, or as it stood in the morning, at noon, in the evening.</summary>
public sealed class DayModel(NewsDb db, SiteState site) : PageModel
{
    public EditionView? Edition { get; private set; }

    public string Month { get; private set; } = "";

    /// <summary>The copies of the day, each with its words and address; the one that is shown has no address.</summary>
    public IReadOnlyList<(string Words, string? Path)> Parts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string date, string? moment, CancellationToken cancel)
    {
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return NotFound();
        Month = day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        if (Part(moment) is not { } part) return NotFound();
        Edition = await db.ViewOfPartAsync(site.IsDemo, day, part, cancel);
        if (Edition is null) return NotFound();
        var parts = await db.PartsAsync(site.IsDemo, day, cancel);
        Parts = parts.Count > 1 ? [.. parts.Select(p => (Words(p), p == part ? null : Path(day, p)))] : [];
        return Page();
    }

    private static EditionPart? Part(string? moment) => moment switch
    {
        null => EditionPart.Day,
        "matin" => EditionPart.Morning,
        "midi" => EditionPart.Noon,
        "soir" => EditionPart.Evening,
        _ => null,
    };

    private static string Words(EditionPart part) => part switch
    {
        EditionPart.Morning => "Le matin",
        EditionPart.Noon => "À midi",
        EditionPart.Evening => "Le soir",
        _ => "Fin de journée",
    };

    private static string Path(DateOnly day, EditionPart part) => Paths.Day(day) + part switch
    {
        EditionPart.Morning => "/matin",
        EditionPart.Noon => "/midi",
        EditionPart.Evening => "/soir",
        _ => "",
    };
}
