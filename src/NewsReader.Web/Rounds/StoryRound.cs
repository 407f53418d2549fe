using Microsoft.EntityFrameworkCore;
using NewsReader.Newsroom.Stories;
using NewsReader.Storage;
using NewsReader.Storage.Admin;
using NewsReader.Storage.Articles;

namespace NewsReader.Web.Rounds;

/// <summary>
/// Puts settled articles into stories. Until the first fill is done, each run matches everything anew in the order of publication, so that the partition
/// depends on the articles alone and not on when the program was stopped; from then on articles are matched as they arrive.
/// </summary>
internal sealed class StoryRound(IDbContextFactory<NewsDb> store, TimeProvider clock)
{
    /// <summary>How long an article can still draw others to its story.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(4);

    /// <summary>The matchers of the real outlets and of the demonstration papers, which never share a story; null until rebuilt from the store.</summary>
    private readonly Dictionary<bool, MatchedStories?> _matched = new() { [false] = null, [true] = null };

    /// <summary>Matches what waits, and returns how many articles got a story or changed it.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        try
        {
            return await MatchAsync(cancel);
        }
        catch
        {
            // What was not stored must not stay matched.
            Forget();
            throw;
        }
    }

    /// <summary>Forgets what was matched: the next run rebuilds it from the store.</summary>
    public void Forget() => (_matched[false], _matched[true]) = (null, null);

    private async Task<int> MatchAsync(CancellationToken cancel)
    {
        await using var db = await store.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var filled = await db.SiteFacts.AnyAsync(f => f.Name == SiteFacts.FirstFill, cancel);
        var corrections = await StoryCorrections.ReadAsync(db, cancel);
        var changed = await RunAsync(db, isDemo: false, filled, corrections, cancel) + await RunAsync(db, isDemo: true, filled, corrections, cancel);
        await corrections.EndAsync(db, clock.GetUtcNow().UtcDateTime, cancel);
        if (!filled) await EndFirstFillAsync(db, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return changed;
    }

    private async Task<int> RunAsync(NewsDb db, bool isDemo, bool filled, StoryCorrections corrections, CancellationToken cancel)
    {
        var waiting = Settled(db, isDemo).Where(a => a.StoryId == null);
        if (!corrections.AreWaiting && !await waiting.AnyAsync(cancel)) return 0;
        if (!filled && !corrections.AreWaiting && await CanWaitAsync(db, waiting, isDemo, cancel)) return 0;
        // A correction is told to a matcher that knows stories by their stored ids alone, so that the older address stays.
        var kept = filled && !corrections.AreWaiting ? _matched[isDemo] : null;
        var matched = kept ?? (filled ? await RestoreAsync(db, isDemo, cancel) : new MatchedStories());
        _matched[isDemo] = null;
        foreach (var article in filled ? InOrderOfArrival(await waiting.ToListAsync(cancel)) : InOrderOfPublication(await Settled(db, isDemo).ToListAsync(cancel)))
            matched.Matcher.Add(Item(article));
        if (kept is null) corrections.Tell(matched);
        matched.Matcher.Repair();
        var changed = await new StoryShelf(db, isDemo).PutAsync(matched, cancel);
        if (!filled) return changed;
        matched.Matcher.Forget(clock.GetUtcNow() - Window);
        if (!matched.Matcher.IsWorn) _matched[isDemo] = matched;
        return changed;
    }

    /// <summary>A first fill matches everything anew each time: while sources are still to be tried it does so only when there is a third more to match, or thousands of sources would take hours.</summary>
    private static async Task<bool> CanWaitAsync(NewsDb db, IQueryable<Article> waiting, bool isDemo, CancellationToken cancel)
    {
        if (!await db.Sources.AnyAsync(s => s.State == null && !s.IsPaused, cancel)) return false;
        var placed = await Settled(db, isDemo).CountAsync(a => a.StoryId != null, cancel);
        return await waiting.CountAsync(cancel) * 3 < placed;
    }

    private async Task<MatchedStories> RestoreAsync(NewsDb db, bool isDemo, CancellationToken cancel)
    {
        var since = (clock.GetUtcNow() - Window).UtcDateTime;
        var placed = await Settled(db, isDemo).Where(a => a.StoryId != null && a.At >= since).ToListAsync(cancel);
        var matched = new MatchedStories();
        foreach (var article in InOrderOfArrival(placed.Where(a => Published(a) >= since))) matched.Matcher.Place(Item(article), article.StoryId!.Value);
        matched.Remember();
        return matched;
    }

    private static IQueryable<Article> Settled(NewsDb db, bool isDemo) =>
        db.Articles.AsNoTracking().Include(a => a.Outlet).Where(a => a.Outlet!.IsDemo == isDemo && (a.Attempts > 0 || a.NextFetch == null));

    private static IEnumerable<Article> InOrderOfArrival(IEnumerable<Article> articles) =>
        articles.OrderBy(a => a.FirstSeen).ThenBy(Published).ThenBy(a => a.Id);

    private static IEnumerable<Article> InOrderOfPublication(IEnumerable<Article> articles) =>
        articles.OrderBy(Published).ThenBy(a => a.Outlet!.Name, StringComparer.Ordinal).ThenBy(a => a.Address, StringComparer.Ordinal);

    /// <summary>The stated time, unless it lies in the future: an old article that is first seen today still belongs to its own day.</summary>
    private static DateTime Published(Article article) => article.Published is { } stated && stated < article.FirstSeen ? stated : article.FirstSeen;

    private static StoryItem Item(Article article) =>
        new(article.Id, article.Outlet!.Name, article.Title, article.Summary ?? "", new DateTimeOffset(Published(article)), article.Address);

    /// <summary>The first fill is done once every source was tried and every page asked for. What is matched from then on is at hand at once, as after a restart.</summary>
    private async Task EndFirstFillAsync(NewsDb db, CancellationToken cancel)
    {
        if (await db.Sources.AnyAsync(s => s.State == null && !s.IsPaused, cancel) || !await db.Articles.AnyAsync(cancel)) return;
        if (await db.Articles.AnyAsync(a => a.NextFetch != null && a.Attempts == 0, cancel)) return;
        db.SiteFacts.Add(new SiteFact { Name = SiteFacts.FirstFill, Value = "done" });
        foreach (var isDemo in _matched.Keys) _matched[isDemo] = await RestoreAsync(db, isDemo, cancel);
    }
}

/// <summary>A matcher with the stored stories that its own keys stand for.</summary>
internal sealed class MatchedStories
{
    private Dictionary<long, long> _stored = [];

    /// <summary>The matcher.</summary>
    public StoryMatcher Matcher { get; } = new();

    /// <summary>The stored story of each key that the matcher made itself.</summary>
    public Dictionary<long, long> Kept { get; } = [];

    /// <summary>The keys whose articles are not those that were last stored.</summary>
    public HashSet<long> ChangedKeys()
    {
        var changed = new HashSet<long>();
        foreach (var (article, key) in Matcher.Stories)
        {
            var wasStored = _stored.TryGetValue(article, out var before);
            if (wasStored && before == key) continue;
            changed.Add(key);
            if (wasStored) changed.Add(before);
        }

        return changed;
    }

    /// <summary>Remembers that all is stored as it stands.</summary>
    public void Remember() => _stored = Matcher.Stories.ToDictionary();
}
