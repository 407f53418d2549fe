using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsReader.Storage;
using NewsReader.Storage.Editions;
using NewsReader.Web.Hosting;
using NewsReader.Web.Reading;

namespace NewsReader.Web.Pages.Editions;

/// <summary>The edition of one day: as it was last drawn, or as it stood in the morning, at noon, in the evening.</summary>
public sealed class DayModel(NewsDb db, SiteState site, TimeProvider time) : PageModel
{
    public EditionView? Edition { get; private set; }

    public string Month { get; private set; } = "";

    /// <summary>The copies of the day, each with its words and address; the one that is shown has no address.</summary>
    public IReadOnlyList<(string Words, string? Path)> Parts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string date, string? moment, CancellationToken cancel)
    {
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return NotFound();
        Month = day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        if (DayMoment.All.FirstOrDefault(m => m.Slug == moment) is not { Part: var part }) return NotFound();
        Edition = await db.ViewOfPartAsync(site.IsDemo, day, part, time.GetUtcNow(), cancel);
        if (Edition is null) return NotFound();
        var kept = await db.PartsAsync(site.IsDemo, day, cancel);
        Parts = kept.Count > 1 ? [.. DayMoment.All.Where(m => kept.Contains(m.Part)).Select(m => (m.Words, m.Part == part ? null : m.Path(day)))] : [];
        return Page();
    }
}

/// <summary>A copy of a day's edition: the last part of its address, none for the day itself, and its words.</summary>
internal sealed record DayMoment(EditionPart Part, string? Slug, string Words)
{
    /// <summary>All of them, in the order of the day.</summary>
    public static readonly IReadOnlyList<DayMoment> All =
    [
        new(EditionPart.Morning, "matin", "Le matin"), new(EditionPart.Noon, "midi", "À midi"), new(EditionPart.Evening, "soir", "Le soir"), new(EditionPart.Day, null, "Fin de journée"),
    ];

    /// <summary>The address of this copy of a day.</summary>
    public string Path(DateOnly day) => Slug is null ? Paths.Day(day) : $"{Paths.Day(day)}/{Slug}";
}
