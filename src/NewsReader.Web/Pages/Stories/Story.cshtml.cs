using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;
using NewsReader.Storage.Editions;
using NewsReader.Web.Reading;

namespace NewsReader.Web.Pages.Stories;

/// <summary>A story at its permanent address.</summary>
public sealed class StoryModel(NewsDb db, TimeProvider time) : PageModel
{
    // A story that goes on for weeks is read from its end.
    private const int MostMembers = 200;

    public StoryView? Story { get; private set; }

    public string Path { get; private set; } = "";

    public bool IsDemo { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, string? slug, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-cache";
        var story = await db.Stories.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancel);
        if (story?.MergedInto is { } survivor)
            story = await db.Stories.AsNoTracking().FirstOrDefaultAsync(s => s.Id == survivor, cancel);
        if (story is null) return NotFound();
        if (story.IsRemoved) return StatusCode(StatusCodes.Status410Gone);
        Path = Paths.Story(story.Id, story.Title);
        if (story.Id != id || !string.Equals(slug, Slug.Of(story.Title), StringComparison.Ordinal)) return LocalRedirect(Path);

        var members = await db.Articles.AsNoTracking().Where(a => a.StoryId == id)
            .OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(MostMembers).Select(ArticleRow.Of).ToListAsync(cancel);
        members.Reverse();
        var sentence = await db.EditionPlaces.Where(p => p.StoryId == id && !p.IsRail && db.Editions.Any(e => e.Id == p.EditionId && e.Part == EditionPart.Day))
            .OrderByDescending(p => p.EditionId).Select(p => p.Sentence).FirstOrDefaultAsync(cancel);
        Story = StoryView.Of(story, members, sentence, PrintedTime.DayOf(time.GetUtcNow().UtcDateTime));
        IsDemo = story.IsDemo;
        return Page();
    }
}
