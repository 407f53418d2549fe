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
        var told = db.Articles.AsNoTracking().Where(a => a.StoryId != null && a.Outlet!.IsDemo == isDemo);
        var since = (now - Reach).UtcDateTime;
        var few = await told.OrderByDescending(a => a.At).Select(a => (DateTime?)a.At).Skip(FewArticles - 1).FirstOrDefaultAsync(cancel) ?? DateTime.MinValue;
        var from = few < since ? few : since;
        var articles = await told.Include(a => a.Outlet).Where(a => a.At >= from).OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync(cancel);
        return new EditionFacts
        {
            Articles = articles,
            FrontPositions = await FrontPositionsAsync(db, from, cancel),
            Pictures = await PicturesAsync(db, from, cancel),
        };
    }

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
