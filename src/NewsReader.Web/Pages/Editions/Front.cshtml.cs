using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;
using NewsReader.Web.Hosting;
using NewsReader.Web.Reading;

namespace NewsReader.Web.Pages.Editions;

/// <summary>The front page, from the saved edition alone.</summary>
public sealed class FrontModel(NewsDb db, SiteState site, TimeProvider time) : PageModel
{
    public EditionView? Edition { get; private set; }

    public bool IsDemo => site.IsDemo;

    public int Sources { get; private set; }

    public int Articles { get; private set; }

    /// <summary>What is being done while there is no edition.</summary>
    public string Doing => Typeset.Count(Visited, "source lue", "sources lues") + " sur\u00A0" + Sources
        + ", " + Typeset.Count(Articles, "article trouvé", "articles trouvés") + ".";

    private int Visited { get; set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Edition = await db.ShownEditions(site.IsDemo, time.GetUtcNow()).LatestViewAsync(cancel);
        if (Edition is not null) return;
        Response.Headers.CacheControl = "no-store";
        var followed = db.Sources.Where(s => s.Outlet!.IsDemo == site.IsDemo && !s.IsPaused);
        Sources = await followed.CountAsync(cancel);
        Visited = await followed.CountAsync(s => s.LastVisit != null, cancel);
        Articles = await db.Articles.CountAsync(a => a.Outlet!.IsDemo == site.IsDemo, cancel);
    }
}
