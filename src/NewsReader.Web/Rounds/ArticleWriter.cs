using Microsoft.EntityFrameworkCore;
using NewsReader.Newsroom.Articles;
using NewsReader.Newsroom.Editions;
using NewsReader.Newsroom.Text;
using NewsReader.Storage;
using NewsReader.Storage.Articles;
using NewsReader.Web.Fetching;

namespace NewsReader.Web.Rounds;

/// <summary>Stores what a page said of its article, in one transaction.</summary>
internal sealed class ArticleWriter(IDbContextFactory<NewsDb> store, TimeProvider clock)
{
    /// <summary>The revision of the extractor's rules, kept with each page: a higher one reads the kept pages again.</summary>
    public const int ExtractorRevision = 2;

    /// <summary>With the pauses between them, for about a day: an hour without a network loses no text.</summary>
    private const int MostAttempts = 5;
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(5);

    /// <summary>Stores <paramref name="visit"/>. An article that went meanwhile is left alone.</summary>
    public async Task WriteAsync(PageVisit visit, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var article = await db.Articles.Include(a => a.Outlet).SingleOrDefaultAsync(a => a.Id == visit.Article.Id, cancel);
        if (article is null) return;
        Record(article, visit);
        if (visit.Extracted is { } extracted)
        {
            article = await JoinAsync(db, article, extracted.Canonical, visit.Pages[0].Address, cancel);
            if (!await ReplaceAsync(db, article, extracted, cancel)) visit = visit with { Pages = [] };
        }

        await KeepPagesAsync(db, article, visit.Pages, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>
    /// Stores what a new reading of an article's kept pages gives, and that they have been read; null where it gives nothing: then what is kept stands. Nothing is said of
    /// a visit, for there was none.
    /// </summary>
    public async Task RewriteAsync(long articleId, ExtractedArticle? extracted, CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (extracted is not null && await db.Articles.Include(a => a.Outlet).SingleOrDefaultAsync(a => a.Id == articleId, cancel) is { } article)
            await FillAsync(db, article, await db.ArticleTexts.FindAsync([articleId], cancel), extracted, cancel);
        await db.SaveChangesAsync(cancel);
        await db.ArticlePages.Where(p => p.ArticleId == articleId).ExecuteUpdateAsync(p => p.SetProperty(x => x.Revision, ExtractorRevision), cancel);
        await transaction.CommitAsync(cancel);
    }

    private void Record(Article article, PageVisit visit)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        article.State = visit.State.Word();
        article.Detail = visit.Detail;
        article.Attempts++;
        var again = visit.State is FetchState.TransientError or FetchState.Timeout or FetchState.RateLimited && article.Attempts < MostAttempts;
        article.NextFetch = again ? now + (visit.RetryAfter ?? FirstRetry * Math.Pow(6, article.Attempts - 1)) : null;
    }

    /// <summary>
    /// Gives an article the canonical address that its page states, where that counts. Two articles that turn out to be one are joined: the entries of this
    /// one move to the other, which stands.
    /// </summary>
    private static async Task<Article> JoinAsync(NewsDb db, Article article, string? stated, string? finalAddress, CancellationToken cancel)
    {
        if (Canonical(article, stated, finalAddress) is not { } canonical || canonical == article.Address) return article;
        var other = await db.Articles.Include(a => a.Outlet).SingleOrDefaultAsync(a => a.OutletId == article.OutletId && a.Address == canonical, cancel);
        if (other is null)
        {
            article.Address = canonical;
            return article;
        }

        await db.Entries.Where(e => e.ArticleId == article.Id).ExecuteUpdateAsync(e => e.SetProperty(x => x.ArticleId, other.Id), cancel);
        await db.ArticleVersions.Where(v => v.ArticleId == article.Id).ExecuteUpdateAsync(v => v.SetProperty(x => x.ArticleId, other.Id), cancel);
        other.FirstSeen = article.FirstSeen < other.FirstSeen ? article.FirstSeen : other.FirstSeen;
        (other.State, other.Detail, other.Attempts, other.NextFetch) = (article.State, article.Detail, Math.Max(other.Attempts, article.Attempts), article.NextFetch);
        db.Articles.Remove(article);
        return other;
    }

    /// <summary>A page's canonical address counts only on its own site or the outlet's, over HTTP(S), and when it is no front page.</summary>
    private static string? Canonical(Article article, string? stated, string? finalAddress)
    {
        if (stated is null || WebAddress.Canonical(stated) is not { Length: <= 2000 } canonical) return null;
        var target = new Uri(canonical);
        if (target.AbsolutePath == "/" || !Uri.TryCreate(finalAddress ?? article.Address, UriKind.Absolute, out var page)) return null;
        var site = WebAddress.Site(target.IdnHost);
        return site == WebAddress.Site(page.IdnHost) || site == article.Outlet?.Site ? canonical : null;
    }

    /// <summary>Stores what a visit brought, and keeps what the same page said before as a version; false where the page is locked now: then what it said stays.</summary>
    private async Task<bool> ReplaceAsync(NewsDb db, Article article, ExtractedArticle extracted, CancellationToken cancel)
    {
        var text = await db.ArticleTexts.FindAsync([article.Id], cancel);
        if (text is not { IsFromPage: true })
        {
            await FillAsync(db, article, text, extracted, cancel);
            return true;
        }

        if (article.IsFullText && extracted.Access == Access.Excerpt && ToStorage.Words(extracted.Body) < article.Words) return false;
        var before = new WhatItSays(article.Title, text.Body);
        await FillAsync(db, article, text, extracted, cancel);
        await ArticleVersions.KeepAsync(db, article, before, new WhatItSays(article.Title, text.Body), clock.GetUtcNow().UtcDateTime, cancel);
        return true;
    }

    private static async Task FillAsync(NewsDb db, Article article, ArticleText? text, ExtractedArticle extracted, CancellationToken cancel)
    {
        ToStorage.Fill(article, extracted);
        article.Section ??= Sections.Of(null, extracted.Section is { } section ? [section] : [], article.Address);
        if (article.Outlet is { Site: null } outlet) outlet.Site = WebAddress.Site(new Uri(article.Address).IdnHost);
        if (text is null || !await IsWorseAsync(db, article, extracted, cancel)) ArticleContents.Put(db, article, text, extracted);
        var known = await db.ArticleImages.Where(i => i.ArticleId == article.Id).ToListAsync(cancel);
        var lead = ArticleContents.AddPictures(db, article, extracted.Body, extracted.LeadPicture, known);
        if (lead is null) return;
        await db.SaveChangesAsync(cancel);
        article.LeadImageId = lead.Id;
    }

    /// <summary>Whether the page shows clearly less than the feed carried: then the feed's text stands.</summary>
    private static async Task<bool> IsWorseAsync(NewsDb db, Article article, ExtractedArticle extracted, CancellationToken cancel)
    {
        var words = ToStorage.Words(extracted.Body);
        if (words >= article.Words * 2 / 3) return false;
        var carried = await db.Entries.Where(e => e.ArticleId == article.Id && e.Content != null).Select(e => e.Content!).ToListAsync(cancel);
        return carried.Exists(content => ToStorage.Words(FragmentBody.Read(content, article.Address)) is >= ToStorage.FullTextWords and var whole && words < whole * 2 / 3);
    }

    private async Task KeepPagesAsync(NewsDb db, Article article, IReadOnlyList<FetchedPage> pages, CancellationToken cancel)
    {
        if (pages.Count == 0) return;
        var kept = await db.ArticlePages.Where(p => p.ArticleId == article.Id).ToDictionaryAsync(p => p.Number, cancel);
        foreach (var gone in kept.Values.Where(p => p.Number > pages.Count)) db.ArticlePages.Remove(gone);
        foreach (var (page, number) in pages.Select((page, i) => (page, i + 1)))
        {
            if (!kept.TryGetValue(number, out var row))
                db.ArticlePages.Add(row = new ArticlePage { ArticleId = article.Id, Number = number, FinalAddress = page.Address, Compressed = page.Compressed });
            (row.FinalAddress, row.ContentType, row.Compressed) = (page.Address, page.ContentType, page.Compressed);
            (row.FetchedAt, row.Revision) = (clock.GetUtcNow().UtcDateTime, ExtractorRevision);
        }
    }
}
