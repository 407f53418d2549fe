using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsReader.Storage;
using NewsReader.Web.Hosting;
using NewsReader.Web.Reading;

namespace NewsReader.Web.Pages.Editions;

/// <summary>The edition's stories of one section, in its order.</summary>
public sealed class SectionModel(NewsDb db, SiteState site) : PageModel
{
    public string Section { get; private set; } = "";

    public string? Day { get; private set; }

    public PrintedTime? Drawn { get; private set; }

    public IReadOnlyList<StoryCard> Stories { get; private set; } = [];

    public bool IsDemo => site.IsDemo;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (PaperSections.BySlug(slug) is not { } section) return NotFound();
        Section = section;
        if (await db.ShownEditions(site.IsDemo).LatestAsync(cancel) is not { } edition) return Page();
        Day = PrintedTime.LongDay(edition.Day);
        Drawn = PrintedTime.Near(edition.DrawnAt, edition.Day);
        Stories = [.. edition.Places.Where(p => !p.IsRail && string.Equals(p.Section, section, StringComparison.Ordinal)).OrderBy(p => p.Rank).Select(p => StoryCard.Of(p, edition.Day))];
        return Page();
    }
}
