using Microsoft.EntityFrameworkCore;
using NewsReader.Newsroom.Articles;
using NewsReader.Storage;
using NewsReader.Storage.Articles;

namespace NewsReader.Web.Rounds;

/// <summary>
/// Reads the kept pages again where the extractor, an outlet's rules or its template have changed since. Nothing is fetched, and what a better reading finds is no edit
/// of the outlet's: it makes no version of the article.
/// </summary>
internal sealed partial class KeptPages(IDbContextFactory<NewsDb> store, ArticleWriter writer, ILogger<KeptPages> logger)
{
    /// <summary>How many articles one run takes at most.</summary>
    private const int MostArticles = 400;

    /// <summary>How many of them are in memory at once.</summary>
    private const int Batch = 20;

    /// <summary>Marks the kept pages of an outlet to be read again. The caller's transaction holds it.</summary>
    public static Task<int> MarkAsync(NewsDb db, long outletId, CancellationToken cancel) =>
        db.ArticlePages.Where(p => p.Article!.OutletId == outletId).ExecuteUpdateAsync(p => p.SetProperty(x => x.Revision, 0), cancel);

    /// <summary>Reads the marked pages again, the newest articles first, up to a bound.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await TakeRulesAsync(cancel);
        List<long> ids;
        await using (var db = await store.CreateDbContextAsync(cancel))
        {
            ids = await db.ArticlePages.Where(p => p.Revision < ArticleWriter.ExtractorRevision && p.Number == 1)
                .OrderByDescending(p => p.ArticleId).Take(MostArticles).Select(p => p.ArticleId).ToListAsync(cancel);
        }

        foreach (var some in ids.Chunk(Batch)) await ReadAsync(some, cancel);
    }

    /// <summary>An administrator only says that rules changed; which pages that concerns is found here.</summary>
    private async Task TakeRulesAsync(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        foreach (var outlet in await db.Outlets.Where(o => o.ReadAgain).ToListAsync(cancel))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await MarkAsync(db, outlet.Id, cancel);
            outlet.ReadAgain = false;
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
    }

    private async Task ReadAsync(long[] ids, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var pages = await db.ArticlePages.AsNoTracking().Include(p => p.Article).Where(p => ids.Contains(p.ArticleId)).ToListAsync(cancel);
        var hints = await OutletHints.LoadAsync(db, pages.Select(p => p.Article!.OutletId), cancel);
        foreach (var article in pages.GroupBy(p => p.ArticleId))
        {
            var first = article.First().Article!;
            var extraction = Extract([.. article.OrderBy(p => p.Number)], hints[first.OutletId] with { FeedTitle = first.Title });
            await writer.RewriteAsync(article.Key, extraction.Article, cancel);
        }
    }

    private Extraction Extract(IReadOnlyList<ArticlePage> pages, PageHints hints)
    {
        try
        {
            return ArticleReading.Read([.. pages.Select(p => new FetchedPage(p.FinalAddress, p.ContentType, p.Compressed))], hints);
        }
        catch (Exception error)
        {
            LogBroken(pages[0].ArticleId, error);
            return new Extraction(null, error.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading the kept page of article {article_id} again broke")]
    private partial void LogBroken(long article_id, Exception error);
}
