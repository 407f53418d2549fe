using Microsoft.EntityFrameworkCore;
using NewsReader.Newsroom.Editions;
using NewsReader.Storage;
using NewsReader.Storage.Articles;

namespace NewsReader.Web.Rounds;

/// <summary>What an edition is drawn from: the recent articles, and where they stand in their outlets' own « à la une » feeds.</summary>
internal sealed class EditionFacts
{
    /// <summary>How far back an edition reaches, so that the morning's page begins with yesterday evening.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromHours(36);

    /// <summary>A page of fewer articles reaches back further: it is never empty while anything is kept.</summary>
    private const int FewArticles = 200;

    /// <summary>The recent articles of stories, each with its outlet, in order of publication.</summary>
    public required IReadOnlyList<Article> Articles { get; init; }

    /// <summary>The stories that an administrator put first.</summary>
    public required IReadOnlySet<long> Pinned { get; init; }

    /// <summary>How many outlets told each story on earlier days; stories of one day are left out.</summary>
    public required IReadOnlyDictionary<long, int> EarlierOutlets { get; init; }

    /// <summary>The best position of an article in its outlet's « à la une » feed.</summary>
    public required IReadOnlyDictionary<long, int> FrontPositions { get; init; }

    /// <summary>The sizes of the lead pictures.</summary>
    public required IReadOnlyDictionary<long, (int? Width, int? Height)> Pictures { get; init; }

    /// <summary>How many articles of a day there are, and from how many outlets.</summary>
    public (int Articles, int Outlets) CountOf(DateOnly day)
    {
        var (from, to) = (EditionDay.Start(day).UtcDateTime, EditionDay.Start(day.AddDays(1)).UtcDateTime);
        var some = Articles.Where(a => a.At >= from && a.At < to).ToList();
        return (some.Count, some.Select(a => a.OutletId).Distinct().Count());
    }

    /// <summary>Reads the facts of the real outlets, or of the demonstration papers.</summary>
    public static async Task<EditionFacts> ReadAsync(NewsDb db, bool isDemo, DateTimeOffset now, CancellationToken cancel)
    {
        var told = db.Articles.AsNoTracking().Where(a => a.StoryId != null && !a.Story!.IsRemoved && a.Outlet!.IsDemo == isDemo);
        var since = (now - Reach).UtcDateTime;
        if (await told.CountAsync(a => a.At >= since, cancel) < FewArticles) since = await NewestSinceAsync(told, cancel);
        // In the order of the stated times, since those of old articles were all brought near to when they were first seen.
        var articles = await told.Include(a => a.Outlet)
            .Where(a => (a.Published < a.At ? a.Published : a.At) >= since)
            .OrderBy(a => a.At).ThenBy(a => a.Id)
            .ToListAsync(cancel);
        var from = articles.Count > 0 ? articles[0].At : since;
        return new EditionFacts
        {
            Articles = articles,
            Pinned = (await db.Stories.Where(s => s.IsPinned && s.IsDemo == isDemo).Select(s => s.Id).ToListAsync(cancel)).ToHashSet(),
            EarlierOutlets = await EarlierOutletsAsync(told, since, EditionDay.Start(EditionDay.Of(now)).UtcDateTime, cancel),
            FrontPositions = await FrontPositionsAsync(db, from, cancel),
            Pictures = await PicturesAsync(db, from, cancel),
        };
    }

    private static async Task<DateTime> NewestSinceAsync(IQueryable<Article> told, CancellationToken cancel) =>
        await told.Select(a => a.Published < a.At ? a.Published!.Value : a.At).OrderByDescending(at => at).Skip(FewArticles - 1).Select(at => (DateTime?)at).FirstOrDefaultAsync(cancel)
        ?? DateTime.UnixEpoch;

    private static async Task<Dictionary<long, int>> EarlierOutletsAsync(IQueryable<Article> told, DateTime since, DateTime today, CancellationToken cancel) => await told
        .Where(a => a.At < today && a.Story!.LastAt >= since && a.Story.FirstAt < today)
        .GroupBy(a => a.StoryId!.Value)
        .Select(g => new { Story = g.Key, Outlets = g.Select(a => a.OutletId).Distinct().Count() })
        .ToDictionaryAsync(s => s.Story, s => s.Outlets, cancel);

    private static async Task<Dictionary<long, int>> FrontPositionsAsync(NewsDb db, DateTime from, CancellationToken cancel) => await db.Placements
        .Where(p => p.Entry!.Source!.IsFront && p.Entry.ArticleId != null && p.Entry.Article!.At >= from)
        .GroupBy(p => p.Entry!.ArticleId!.Value)
        .Select(g => new { Article = g.Key, Best = g.Min(p => p.Best) })
        .ToDictionaryAsync(p => p.Article, p => p.Best, cancel);

    private static async Task<Dictionary<long, (int?, int?)>> PicturesAsync(NewsDb db, DateTime from, CancellationToken cancel) => await db.ArticleImages
        .Where(i => i.Article!.LeadImageId == i.Id && i.Article.At >= from)
        .Select(i => new { i.Id, i.Width, i.Height })
        .ToDictionaryAsync(i => i.Id, i => (i.Width, i.Height), cancel);
}
