using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;
using NewsReader.Web.Reading;

namespace NewsReader.Web.Pages.Articles;

/// <summary>What its outlet changed in an article since it was first read.</summary>
public sealed class ChangesModel(NewsDb db, TimeProvider time) : PageModel
{
    public string Title { get; private set; } = "";

    public string? Lang { get; private set; }

    public string Outlet { get; private set; } = "";

    public string ArticlePath { get; private set; } = "";

    public bool IsDemo { get; private set; }

    public IReadOnlyList<EditView> Edits { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, string slug, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-cache";
        var article = await db.Articles.AsNoTracking().Include(a => a.Outlet).FirstOrDefaultAsync(a => a.Id == id, cancel);
        if (article is null) return NotFound();
        ArticlePath = Paths.Article(id, article.Title);
        var versions = await db.ArticleVersions.AsNoTracking().Where(v => v.ArticleId == id).OrderBy(v => v.Id).ToListAsync(cancel);
        if (versions.Count == 0) return LocalRedirect(ArticlePath);
        if (!string.Equals(slug, Slug.Of(article.Title), StringComparison.Ordinal)) return LocalRedirect(Paths.Changes(id, article.Title));

        var text = await db.ArticleTexts.AsNoTracking().Where(t => t.ArticleId == id).Select(t => t.Body).FirstOrDefaultAsync(cancel);
        Edits = EditView.Of(versions, article, text, PrintedTime.DayOf(time.GetUtcNow().UtcDateTime));
        (Title, Lang) = (Typeset.Title(article.Title, article.Language), Typeset.Lang(article.Language));
        (Outlet, IsDemo) = (Typeset.Text(article.Outlet!.Name), article.Outlet.IsDemo);
        return Page();
    }
}
