using Microsoft.EntityFrameworkCore;
using NewsReader.Newsroom.Stories;
using NewsReader.Storage;
using NewsReader.Storage.Articles;
using NewsReader.Storage.Stories;

namespace NewsReader.Web.Rounds;

/// <summary>
/// Stores a partition of articles into stories so that addresses stay: a group keeps the stored story that most of its members were in (the older of two);
/// a story that lost all its members leads to where most of them went. The caller saves and commits.
/// </summary>
internal sealed class StoryShelf(NewsDb db, bool isDemo)
{
    private const int Batch = 500;

    /// <summary>Stores what changed of the partition since it was last stored, and returns how many articles changed their story.</summary>
    public async Task<int> PutAsync(MatchedStories matched, CancellationToken cancel)
    {
        var changed = matched.ChangedKeys();
        var members = matched.Matcher.Stories.Where(p => changed.Contains(p.Value)).ToList();
        var articles = await ArticlesAsync([.. members.Select(p => p.Key)], cancel);
        var groups = members
            .Where(p => articles.ContainsKey(p.Key))
            .GroupBy(p => p.Value, p => articles[p.Key])
            .Select(g => new Group(g.Key, [.. g.OrderBy(a => a.At).ThenBy(a => a.Id)]))
            .OrderByDescending(g => g.Articles.Count).ThenBy(g => g.Articles[0].Id)
            .ToList();
        var moved = await SettleAsync(matched, groups, cancel);
        await RetireAsync(moved, cancel);
        matched.Remember();
        return moved.Count;
    }

    private async Task<Dictionary<long, Article>> ArticlesAsync(List<long> ids, CancellationToken cancel)
    {
        var articles = new Dictionary<long, Article>(ids.Count);
        foreach (var some in ids.Chunk(Batch))
        {
            foreach (var article in await db.Articles.Include(a => a.Outlet).Where(a => some.Contains(a.Id)).ToListAsync(cancel))
                articles.Add(article.Id, article);
        }

        return articles;
    }

    private async Task<List<Move>> SettleAsync(MatchedStories matched, List<Group> groups, CancellationToken cancel)
    {
        var stories = await StoriesAsync(matched, groups, cancel);
        // One write for all new stories: their keys are known after it.
        await db.SaveChangesAsync(cancel);
        var moves = new List<Move>();
        foreach (var (group, story) in stories)
        {
            Keep(matched, group.Key, story.Id);
            foreach (var article in group.Articles.Where(a => a.StoryId != story.Id))
            {
                moves.Add(new Move(article.StoryId, story.Id));
                article.StoryId = story.Id;
            }

            await TellAsync(story, group, cancel);
        }

        await db.SaveChangesAsync(cancel);
        return moves;
    }

    /// <summary>The stored story of each group that is not stored as it is, or a new one.</summary>
    private async Task<List<(Group Group, Story Story)>> StoriesAsync(MatchedStories matched, List<Group> groups, CancellationToken cancel)
    {
        var stories = new List<(Group, Story)>();
        var taken = matched.Matcher.Stories.Values.Distinct().Select(key => Stored(matched, key)).OfType<long>().ToHashSet();
        var sizes = groups.SelectMany(g => g.Articles).Where(a => a.StoryId is not null).CountBy(a => a.StoryId!.Value).ToDictionary();
        foreach (var group in groups)
        {
            if ((Stored(matched, group.Key) ?? group.Usual(taken)) is not { } id)
            {
                stories.Add((group, Begin(group)));
                continue;
            }

            taken.Add(id);
            if (sizes.GetValueOrDefault(id) == group.Articles.Count && group.Articles.All(a => a.StoryId == id)) Keep(matched, group.Key, id);
            else stories.Add((group, await db.Stories.SingleAsync(s => s.Id == id, cancel)));
        }

        return stories;
    }

    private static long? Stored(MatchedStories matched, long key) => key > 0 ? key : matched.Kept.TryGetValue(key, out var id) ? id : null;

    private static void Keep(MatchedStories matched, long key, long story)
    {
        if (key < 0) matched.Kept[key] = story;
    }

    private Story Begin(Group group)
    {
        var story = new Story { Title = group.Articles[0].Title, IsDemo = isDemo };
        db.Stories.Add(story);
        return story;
    }

    /// <summary>Writes what the pages say of a story: its title, section, times and key sentences.</summary>
    private async Task TellAsync(Story story, Group group, CancellationToken cancel)
    {
        var articles = group.Articles;
        var title = articles[StoryTitle.Choose([.. articles.Select(a => new TitleCandidate(a.Title, a.Access == ArticleAccess.Free, new DateTimeOffset(a.At)))])];
        (story.Title, story.TitleArticleId) = (title.Title, title.Id);
        (story.FirstAt, story.LastAt) = (articles[0].At, articles[^1].At);
        story.Section = articles.Where(a => a.Section != null).GroupBy(a => a.Section).MaxBy(g => g.Count())?.Key;
        story.MergedInto = null;
        story.Essential = articles.Count > 1 ? await StoryEssential.ChooseAsync(db, articles, cancel) : [];
    }

    /// <summary>Stories that lost all their members lead to where most of these went; what led to them leads there too.</summary>
    private async Task RetireAsync(List<Move> moves, CancellationToken cancel)
    {
        foreach (var from in moves.Where(m => m.From is not null).GroupBy(m => m.From!.Value).OrderBy(g => g.Key))
        {
            if (await db.Articles.AnyAsync(a => a.StoryId == from.Key, cancel)) continue;
            var into = from.GroupBy(m => m.Into).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;
            await db.Stories.Where(s => s.Id == from.Key || s.MergedInto == from.Key).ExecuteUpdateAsync(s => s.SetProperty(x => x.MergedInto, into), cancel);
        }
    }

    private sealed record Move(long? From, long Into);

    private sealed record Group(long Key, List<Article> Articles)
    {
        /// <summary>The stored story that most members are in and that no other group has, the older of two; null where there is none.</summary>
        public long? Usual(HashSet<long> taken) => Articles
            .Where(a => a.StoryId is { } id && !taken.Contains(id))
            .GroupBy(a => a.StoryId)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
            .FirstOrDefault()?.Key;
    }
}
