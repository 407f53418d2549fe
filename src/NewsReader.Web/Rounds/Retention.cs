using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsReader.Storage;

namespace NewsReader.Web.Rounds;

/// <summary>Lets go of what has been kept long enough: pages as fetched, and articles that no edition shows, no administrator pinned and no correction is about. Entries stay, so that nothing comes in twice.</summary>
internal sealed class Retention(IDbContextFactory<NewsDb> store, TimeProvider clock, IOptions<ArticleSettings> settings)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(6);

    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <summary>Tidies, unless it did so within the last hours.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (now < _next) return;
        var (pages, articles) = (now.UtcDateTime.AddDays(-settings.Value.KeepPagesDays), now.UtcDateTime.AddDays(-settings.Value.KeepDays));
        await using var db = await store.CreateDbContextAsync(cancel);
        await db.ArticlePages.Where(p => p.FetchedAt < pages).ExecuteDeleteAsync(cancel);
        await db.Articles
            .Where(a => a.At < articles && a.FirstSeen < articles && !(a.Story != null && a.Story.IsPinned) && !db.Corrections.Any(c => c.StoryId == a.StoryId) && !db.EditionPlaces.Any(p => p.LeadArticleId == a.Id || p.StoryId == a.StoryId))
            .ExecuteDeleteAsync(cancel);
        _next = now + Pause;
    }
}
