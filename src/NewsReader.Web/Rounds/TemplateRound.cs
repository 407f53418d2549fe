using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsReader.Newsroom.Articles;
using NewsReader.Newsroom.Editions;
using NewsReader.Storage;
using NewsReader.Storage.Sources;

namespace NewsReader.Web.Rounds;

/// <summary>Learns what each outlet sets on page after page, from the articles that were read since the last time.</summary>
internal sealed class TemplateRound(IDbContextFactory<NewsDb> store)
{
    /// <summary>How many articles one run takes at most.</summary>
    private const int MostArticles = 500;

    /// <summary>Learns, and marks the kept pages of the outlets whose furniture is now better known to be read again.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var waiting = await WaitingAsync(db, cancel);
        if (waiting.Count == 0) return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var outlet in waiting.GroupBy(w => w.OutletId)) await LearnAsync(db, outlet.Key, outlet, cancel);
        var ids = waiting.ConvertAll(w => w.ArticleId);
        await db.SaveChangesAsync(cancel);
        await db.ArticlePages.Where(p => ids.Contains(p.ArticleId)).ExecuteUpdateAsync(p => p.SetProperty(x => x.IsLearnt, true), cancel);
        await transaction.CommitAsync(cancel);
    }

    private static async Task<List<ReadPage>> WaitingAsync(NewsDb db, CancellationToken cancel) => await db.ArticlePages
        .Where(p => !p.IsLearnt && p.Number == 1)
        .OrderBy(p => p.ArticleId)
        .Take(MostArticles)
        .Select(p => new ReadPage(
            p.ArticleId, p.Article!.OutletId, p.Article.Title, p.Article.At, p.Article.Section, db.ArticleTexts.Where(t => t.ArticleId == p.ArticleId).Select(t => t.Body).SingleOrDefault()))
        .ToListAsync(cancel);

    private static async Task LearnAsync(NewsDb db, long outletId, IEnumerable<ReadPage> pages, CancellationToken cancel)
    {
        var stored = await db.LearntTemplates.FindAsync([outletId], cancel);
        var before = OutletHints.Template(stored);
        var template = pages.Aggregate(before, Learn);
        if (ReferenceEquals(template, before)) return;
        if (stored is null) db.LearntTemplates.Add(stored = new LearntTemplate { OutletId = outletId, Template = "" });
        stored.Template = JsonSerializer.Serialize(template, OutletTemplateJson.Default.OutletTemplate);
        if (!template.Furniture.SequenceEqual(before.Furniture)) await KeptPages.MarkAsync(db, outletId, cancel);
    }

    private static OutletTemplate Learn(OutletTemplate template, ReadPage page)
    {
        if (page.Body is null || JsonSerializer.Deserialize(page.Body, ArticleBodyJson.Default.ArticleBody) is not { } body) return template;
        return template.Learn(new ExtractedArticle { Title = page.Title, Body = body }, EditionDay.Of(new DateTimeOffset(page.At)), page.Section);
    }

    private sealed record ReadPage(long ArticleId, long OutletId, string Title, DateTime At, string? Section, string? Body);
}
