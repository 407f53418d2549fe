using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsReader.Newsroom.Editions;
using NewsReader.Storage;
using NewsReader.Web.Hosting;
using NewsReader.Web.Reading;

namespace NewsReader.Web.Pages.Editions;

/// <summary>The edition's stories of one section, in its order.</summary>
public sealed class SectionModel(NewsDb db, SiteState site, TimeProvider time) : PageModel
{
    public string Name { get; private set; } = "";

    public string Path { get; private set; } = "";

    public string? Day { get; private set; }

    public PrintedTime? Drawn { get; private set; }

    public IReadOnlyList<StoryCard> Stories { get; private set; } = [];

    public bool IsDemo => site.IsDemo;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (Sections.All.FirstOrDefault(s => s.Slug == slug) is not { } section) return NotFound();
        (Name, Path) = (section.Name, Paths.Section(section));
        if (await db.ShownEditions(site.IsDemo, time.GetUtcNow()).LatestAsync(cancel) is not { } edition) return Page();
        Day = PrintedTime.LongDay(edition.Day);
        Drawn = PrintedTime.Near(edition.DrawnAt, edition.Day);
        Stories = [.. edition.Places.Where(p => !p.IsRail && p.Section == section.Name).OrderBy(p => p.Rank).Select(p => StoryCard.Of(p, edition.Day))];
        return Page();
    }
}
