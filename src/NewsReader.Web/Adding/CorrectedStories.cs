using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;
using NewsReader.Storage.Admin;
using NewsReader.Storage.Articles;
using NewsReader.Storage.Stories;
using NewsReader.Web.Rounds;

namespace NewsReader.Web.Adding;

/// <summary>
/// The one place that writes decisions about stories, each with its line of the log in one transaction; the next round applies them, and the matcher is bound by
/// them from then on. Each method returns what is wrong, in French, or null where the decision is written.
/// </summary>
public sealed class CorrectedStories(NewsDb db, TimeProvider clock)
{
    private const string Settled = "Ce sujet a plus de quatre jours : ses articles ne changent plus de sujet.";

    /// <summary>Takes articles out of their story: they are in no story with those that stay.</summary>
    public async Task<string?> SeparateAsync(IReadOnlyCollection<long> articleIds, string by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(articleIds);
        if (articleIds.Count == 0) return "Choisissez au moins un article.";
        var articles = await db.Articles.Where(a => articleIds.Contains(a.Id)).ToListAsync(cancel);
        if (articles.Count < articleIds.Distinct().Count()) return "Aucun article n’a ce numéro.";
        if (articles.Select(a => a.StoryId).Distinct().Count() > 1 || articles[0].StoryId is not { } storyId) return "Ces articles ne sont pas dans un même sujet.";
        var others = await db.Articles.Where(a => a.StoryId == storyId && !articleIds.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancel);
        if (others.Count == 0) return "Il ne resterait aucun article dans le sujet : il n’y a rien à séparer.";
        if (await IsSettledAsync(storyId, cancel)) return Settled;
        return await WriteAsync(CorrectionKind.Separate, storyId, by, [.. articles.Select(a => a.Id).Order()], others, cancel: cancel);
    }

    /// <summary>Makes one story of two; the older address stays.</summary>
    public async Task<string?> MergeAsync(long storyId, long otherId, string by, CancellationToken cancel = default)
    {
        if (storyId == otherId) return "Ce sont deux fois le même sujet.";
        // It is about the younger: that is the one whose address leads to the other from now on, and that an undoing gives back.
        if (storyId < otherId) (storyId, otherId) = (otherId, storyId);
        var articles = await db.Articles.Where(a => a.StoryId == storyId).Select(a => a.Id).ToListAsync(cancel);
        var others = await db.Articles.Where(a => a.StoryId == otherId).Select(a => a.Id).ToListAsync(cancel);
        if (articles.Count == 0 || others.Count == 0) return NoStory(articles.Count == 0 ? storyId : otherId);
        if (await db.Stories.Where(s => s.Id == storyId || s.Id == otherId).Select(s => s.IsDemo).Distinct().CountAsync(cancel) > 1) return "L’un des deux sujets est de la démonstration : ils ne se réunissent pas.";
        if (await IsSettledAsync(storyId, cancel) || await IsSettledAsync(otherId, cancel)) return Settled;
        return await WriteAsync(CorrectionKind.Merge, storyId, by, articles, others, cancel: cancel);
    }

    /// <summary>Puts a story first on the front page.</summary>
    public async Task<string?> PinAsync(long storyId, string by, CancellationToken cancel = default) =>
        await StandsAsync(CorrectionKind.Pin, storyId, cancel) ? "Ce sujet est déjà épinglé." : await WriteAsync(CorrectionKind.Pin, storyId, by, [], [], cancel: cancel);

    /// <summary>Takes a story out of the paper.</summary>
    public async Task<string?> HideAsync(long storyId, string by, CancellationToken cancel = default) =>
        await StandsAsync(CorrectionKind.Hide, storyId, cancel) ? "Ce sujet est déjà masqué." : await WriteAsync(CorrectionKind.Hide, storyId, by, [], [], cancel: cancel);

    /// <summary>Takes an earlier correction back.</summary>
    public async Task<string?> UndoAsync(long correctionId, string by, CancellationToken cancel = default)
    {
        var meant = await db.Corrections.AsNoTracking().SingleOrDefaultAsync(c => c.Id == correctionId, cancel);
        if (meant is null || meant.Kind == CorrectionKind.Undo) return string.Create(CultureInfo.InvariantCulture, $"Aucune correction n’a le numéro {correctionId}.");
        if (await db.Corrections.AnyAsync(c => c.Undoes == correctionId, cancel)) return "Cette correction est déjà annulée.";
        return await WriteAsync(CorrectionKind.Undo, meant.StoryId, by, [], [], correctionId, cancel);
    }

    /// <summary>
    /// The corrections of partitions that stand, as labelled cases: each with the articles of both sides as they were published. Such a case says what a matcher should
    /// have done, whatever its ids.
    /// </summary>
    public async Task<IReadOnlyList<LabelledCase>> ExportAsync(CancellationToken cancel = default)
    {
        var corrections = await Standing.AsNoTracking().Where(c => c.Kind == CorrectionKind.Separate || c.Kind == CorrectionKind.Merge).OrderBy(c => c.Id).ToListAsync(cancel);
        var ids = corrections.SelectMany(c => c.Articles.Concat(c.Others)).Distinct().ToList();
        var articles = await db.Articles.AsNoTracking().Include(a => a.Outlet).Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancel);
        return [.. corrections.Select(c => new LabelledCase(c.Kind == CorrectionKind.Merge, c.At, Side(c.Articles, articles), Side(c.Others, articles)))];
    }

    /// <summary>Whether a story is older than what rounds still match.</summary>
    private async Task<bool> IsSettledAsync(long storyId, CancellationToken cancel)
    {
        var since = (clock.GetUtcNow() - StoryRound.Window).UtcDateTime;
        return !await db.Articles.AnyAsync(a => a.StoryId == storyId && a.At >= since, cancel);
    }

    /// <summary>What was decided and not taken back.</summary>
    private IQueryable<Correction> Standing => db.Corrections.Where(c => !db.Corrections.Any(u => u.Undoes == c.Id));

    /// <summary>Whether this was decided of a story and not taken back: a second time would want a second undoing.</summary>
    private Task<bool> StandsAsync(CorrectionKind kind, long storyId, CancellationToken cancel) =>
        Standing.AnyAsync(c => c.Kind == kind && c.StoryId == storyId, cancel);

    private static List<LabelledArticle> Side(IEnumerable<long> ids, Dictionary<long, Article> articles) =>
        [.. ids.Where(articles.ContainsKey).Select(id => articles[id]).Select(a => new LabelledArticle(a.Outlet!.Name, a.Title, a.Summary, a.At, a.Address))];

    private async Task<string?> WriteAsync(
        CorrectionKind kind, long storyId, string by, IList<long> articles, IList<long> others, long? undoes = null, CancellationToken cancel = default)
    {
        var story = await db.Stories.AsNoTracking().SingleOrDefaultAsync(s => s.Id == storyId, cancel);
        if (story is null || kind != CorrectionKind.Undo && story.MergedInto is not null) return NoStory(storyId);
        var now = clock.GetUtcNow().UtcDateTime;
        db.Corrections.Add(new Correction { At = now, By = by, Kind = kind, StoryId = storyId, StoryTitle = story.Title, Articles = articles, Others = others, Undoes = undoes });
        db.Decisions.Add(new Decision { At = now, By = by, Action = DecisionWords.Of(kind), Subject = story.Title });
        await db.SaveChangesAsync(cancel);
        return null;
    }

    private static string NoStory(long id) => string.Create(CultureInfo.InvariantCulture, $"Aucun sujet n’a le numéro {id}.");
}

/// <summary>What a person said of two groups of articles.</summary>
/// <param name="Together">Whether they tell one event; else two.</param>
/// <param name="At">When it was said.</param>
/// <param name="Articles">The one side.</param>
/// <param name="Others">The other side.</param>
public sealed record LabelledCase(bool Together, DateTime At, IReadOnlyList<LabelledArticle> Articles, IReadOnlyList<LabelledArticle> Others);

/// <summary>An article of a labelled case, as published.</summary>
public sealed record LabelledArticle(string Outlet, string Title, string? Text, DateTime Published, string Address);
