using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;
using NewsReader.Web.Hosting;
using NewsReader.Web.Reading;

namespace NewsReader.Web.Pages.Sources;

/// <summary>Who is followed, for everybody to see.</summary>
public sealed class ListModel(NewsDb db, SiteState site, TimeProvider time) : PageModel
{
    private const string Front = "À la une";

    public bool IsDemo => site.IsDemo;

    public string Extent { get; private set; } = "";

    public IReadOnlyList<SourceSection> Sections { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-cache";
        var sources = await db.Sources.AsNoTracking().Include(s => s.Outlet).Where(s => s.Outlet!.IsDemo == site.IsDemo)
            .OrderBy(s => s.Outlet!.Name).ThenBy(s => s.Id).ToListAsync(cancel);
        var today = PrintedTime.DayOf(time.GetUtcNow().UtcDateTime);
        var outlets = sources.Select(s => s.OutletId).Distinct().Count();
        Extent = Typeset.Count(sources.Count, "adresse suivie", "adresses suivies") + ", " + Typeset.Count(outlets, "rédaction", "rédactions");
        Sections = [.. sources.GroupBy(s => s.Section ?? Front, StringComparer.Ordinal).OrderBy(g => Order(g.Key)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new SourceSection(Slug.Of(g.Key), g.Key, [.. g.Select(s => SourceView.Of(s, today))]))];
    }

    /// <summary>The order of the menu; other sections come after it.</summary>
    private static int Order(string section) => section is Front ? -1
        : PaperSections.All.ToList().IndexOf(section) is >= 0 and var at ? at : int.MaxValue;
}

/// <summary>The sources of one section.</summary>
public sealed record SourceSection(string Id, string Name, IReadOnlyList<SourceView> Sources);
