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
    public const int ExtractorRevision = 1;

    private const int MostAttempts = 3;
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
            article = await JoinAsync(db, article, extracted.Canonical, visit.FinalAddress, cancel);
            await FillAsync(db, article, extracted, cancel);
        }

        await KeepPageAsync(db, article, visit, cancel);
        await db.SaveChangesAsync(cancel);
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

    private static async Task FillAsync(NewsDb db, Article article, ExtractedArticle extracted, CancellationToken cancel)
    {
        ToStorage.Fill(article, extracted);
        article.Section ??= Sections.Of(null, extracted.Section is { } section ? [section] : [], article.Address);
        if (article.Outlet is { Site: null } outlet) outlet.Site = WebAddress.Site(new Uri(article.Address).IdnHost);
        var text = await db.ArticleTexts.FindAsync([article.Id], cancel);
        if (text is null || !IsWorse(article, extracted)) ArticleContents.Replace(db, article, text, extracted.Body);
        var known = await db.ArticleImages.Where(i => i.ArticleId == article.Id).ToListAsync(cancel);
        var lead = ArticleContents.AddPictures(db, article, extracted.Body, extracted.LeadPicture, known);
        if (lead is null) return;
        await db.SaveChangesAsync(cancel);
        article.LeadImageId = lead.Id;
    }

    /// <summary>Whether the page shows clearly less than the feed carried: then the feed's text stands.</summary>
    private static bool IsWorse(Article article, ExtractedArticle extracted) => ToStorage.Words(extracted.Body) < article.Words * 2 / 3;

    private async Task KeepPageAsync(NewsDb db, Article article, PageVisit visit, CancellationToken cancel)
    {
        if (visit is not { Compressed: { } compressed, FinalAddress: { } address }) return;
        var page = await db.ArticlePages.FindAsync([article.Id], cancel);
        if (page is null) db.ArticlePages.Add(page = new ArticlePage { ArticleId = article.Id, FinalAddress = address, Compressed = compressed });
        (page.FinalAddress, page.ContentType, page.Compressed) = (address, visit.ContentType, compressed);
        (page.FetchedAt, page.Revision) = (clock.GetUtcNow().UtcDateTime, ExtractorRevision);
    }
}
