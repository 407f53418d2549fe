using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsReader.Newsroom.Articles;
using NewsReader.Storage;
using NewsReader.Storage.Articles;
using NewsReader.Web.Fetching;

namespace NewsReader.Web.Rounds;

/// <summary>Fetches the pages of new articles, the newest first, and turns them into clean text.</summary>
internal sealed partial class ArticleRound(
    IDbContextFactory<NewsDb> store,
    PageClient client,
    Robots robots,
    ArticleReading reading,
    ArticleWriter writer,
    TemplateRound templates,
    KeptPages kept,
    TimeProvider clock,
    IOptions<RoundSettings> settings,
    ILogger<ArticleRound> logger)
{
    /// <summary>How many pages one run takes at most, so that stories and the edition come in between.</summary>
    private const int MostPages = 400;

    /// <summary>Hosts and edits put a visit off for a day at most.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(25);

    /// <summary>Fetches the pages that wait, up to a bound, and returns how many there were; then learns from them, and reads again what is now known better.</summary>
    public async Task<int> RunAsync(Action<PageVisit>? progress, CancellationToken cancel)
    {
        var waiting = await WaitingAsync(cancel);
        await ManyReadOneWrites.RunAsync(waiting, settings.Value.Visits, VisitAsync, WriteAsync, cancel);
        await templates.RunAsync(cancel);
        await kept.RunAsync(cancel);
        return waiting.Count;

        async Task WriteAsync(PageVisit visit, CancellationToken token)
        {
            await writer.WriteAsync(visit, token);
            progress?.Invoke(visit);
        }
    }

    /// <summary>How many pages wait to be fetched now.</summary>
    public async Task<int> CountWaitingAsync(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        return await Due(db, now).CountAsync(cancel);
    }

    private async Task<List<WaitingArticle>> WaitingAsync(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var waiting = await Due(db, now)
            .OrderByDescending(a => a.At).ThenBy(a => a.Id)
            .Take(MostPages)
            .Select(a => new { a.Id, a.OutletId, a.Address, a.Title })
            .ToListAsync(cancel);
        var hints = await OutletHints.LoadAsync(db, waiting.Select(a => a.OutletId), cancel);
        return waiting.ConvertAll(a => new WaitingArticle(a.Id, a.Address, hints[a.OutletId] with { FeedTitle = a.Title }));
    }

    /// <summary>A page that is planned for later than any pause lasts was planned by a clock that was set back since.</summary>
    private static IQueryable<Article> Due(NewsDb db, DateTime now)
    {
        var never = now + LongestPause;
        return db.Articles.AsNoTracking().Where(a => a.NextFetch <= now || a.NextFetch > never);
    }

    private async ValueTask<PageVisit> VisitAsync(WaitingArticle article, CancellationToken cancel)
    {
        try
        {
            switch (await robots.AllowsAsync(article.Address, cancel))
            {
                case false: return new PageVisit(article, FetchState.Refused, "robots.txt asks readers to keep away from this page");
                case null: return new PageVisit(article, FetchState.TransientError, "the host does not say in robots.txt whether this page may be visited");
            }

            var answer = await client.GetAsync(new FetchRequest(article.Address, FetchKind.Page), cancel);
            if (!answer.HasBody) return new PageVisit(article, answer.State, answer.Detail) { RetryAfter = answer.RetryAfter };
            var read = await reading.ReadAsync(answer, article.Hints, cancel);
            return new PageVisit(article, read.State, read.Problem) { Extracted = read.Article, Pages = read.Pages };
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            LogBroken(article.Id, article.Address, error);
            return new PageVisit(article, FetchState.ParseError, $"the reader itself failed: {error.Message}");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading the page of article {article_id} {source_url} broke")]
    private partial void LogBroken(long article_id, string source_url, Exception error);
}

/// <summary>An article whose page waits, with what is known of its outlet's pages.</summary>
internal sealed record WaitingArticle(long Id, string Address, PageHints Hints);

/// <summary>What a visit to an article's page brought.</summary>
internal sealed record PageVisit(WaitingArticle Article, FetchState State, string? Detail)
{
    /// <summary>The article that the page holds; null where there is none.</summary>
    public ExtractedArticle? Extracted { get; init; }

    /// <summary>The pages that came, in their order.</summary>
    public IReadOnlyList<FetchedPage> Pages { get; init; } = [];

    /// <summary>How long the host asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
