using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;
using NewsReader.Storage.Articles;
using NewsReader.Web.Reading;

namespace NewsReader.Web.Pages.Articles;

/// <summary>An article, with the other versions of its story and the next story of the edition.</summary>
public sealed class ArticleModel(NewsDb db, TimeProvider time) : PageModel
{
    private const int MostVersions = 8;

    public ArticleView? Article { get; private set; }

    public string Path { get; private set; } = "";

    public bool IsDemo { get; private set; }

    public IReadOnlyList<ArticleLine> Others { get; private set; } = [];

    public string? StoryPath { get; private set; }

    public StoryCard? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, string? slug, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-cache";
        var article = await db.Articles.AsNoTracking().Include(a => a.Outlet).Include(a => a.Story).FirstOrDefaultAsync(a => a.Id == id, cancel);
        if (article is null) return NotFound();
        Path = Paths.Article(id, article.Title);
        if (!string.Equals(slug, Slug.Of(article.Title), StringComparison.Ordinal)) return LocalRedirect(Path);

        var text = await db.ArticleTexts.AsNoTracking().Where(t => t.ArticleId == id).Select(t => t.Body).FirstOrDefaultAsync(cancel);
        var images = await db.ArticleImages.AsNoTracking().Where(i => i.ArticleId == id).ToListAsync(cancel);
        var now = time.GetUtcNow().UtcDateTime;
        var edited = await db.ArticleVersions.Where(v => v.ArticleId == id).MaxAsync(v => (DateTime?)v.ReplacedAt, cancel);
        Article = ArticleView.Of(article, text, images, edited, now);
        IsDemo = article.Outlet!.IsDemo;
        await ReadOthersAsync(article, PrintedTime.DayOf(now), cancel);
        await ReadNextAsync(article.StoryId, cancel);
        return Page();
    }

    private async Task ReadOthersAsync(Article article, DateOnly today, CancellationToken cancel)
    {
        if (article.Story is not { IsRemoved: false, MergedInto: null } story) return;
        var rows = await db.Articles.AsNoTracking().Where(a => a.StoryId == story.Id && a.Id != article.Id)
            .OrderBy(a => a.At).ThenBy(a => a.Id).Take(MostVersions).Select(ArticleRow.Of).ToListAsync(cancel);
        Others = [.. rows.Select(r => ArticleLine.Near(r, today))];
        if (rows.Count > 0) StoryPath = Paths.Story(story.Id, story.Title);
    }

    /// <summary>The story after this one in the latest edition; the first, where this one is not in it.</summary>
    private async Task ReadNextAsync(long? storyId, CancellationToken cancel)
    {
        var edition = await db.ShownEditions(IsDemo, time.GetUtcNow()).OrderByDescending(e => e.Day).Select(e => new { e.Id, e.Day }).FirstOrDefaultAsync(cancel);
        if (edition is null) return;
        var places = db.PlacesToRead().Where(p => p.EditionId == edition.Id && !p.IsRail);
        var rank = await places.Where(p => p.StoryId == storyId).Select(p => p.Rank).FirstOrDefaultAsync(cancel);
        var next = await places.Where(p => p.Rank > rank && p.StoryId != storyId).OrderBy(p => p.Rank).FirstOrDefaultAsync(cancel);
        if (next is not null) Next = StoryCard.Of(next, edition.Day);
    }
}
