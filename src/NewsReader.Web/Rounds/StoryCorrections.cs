using Microsoft.EntityFrameworkCore;
using NewsReader.Newsroom.Stories;
using NewsReader.Storage;
using NewsReader.Storage.Stories;

namespace NewsReader.Web.Rounds;

/// <summary>What administrators decided about stories, as a round applies it: partitions through the matcher, the rest on the stories themselves.</summary>
internal sealed class StoryCorrections
{
    private readonly List<Correction> _all;
    private readonly HashSet<long> _undone;

    private StoryCorrections(List<Correction> all) =>
        (_all, _undone) = (all, [.. all.Select(c => c.Undoes).OfType<long>()]);

    /// <summary>Whether some were not applied yet.</summary>
    public bool AreWaiting => _all.Exists(c => c.AppliedAt is null);

    /// <summary>Reads all of them, in their order.</summary>
    public static async Task<StoryCorrections> ReadAsync(NewsDb db, CancellationToken cancel) =>
        new(await db.Corrections.AsNoTracking().OrderBy(c => c.Id).ToListAsync(cancel));

    /// <summary>Tells a matcher what it was not told yet; one that was just rebuilt is told all.</summary>
    public void Tell(MatchedStories matched)
    {
        foreach (var correction in _all.Where(c => c.Id > matched.LastCorrection))
        {
            matched.LastCorrection = correction.Id;
            var meant = correction.Undoes is { } earlier ? _all.Find(c => c.Id == earlier) : correction;
            if (meant?.Kind is CorrectionKind.Separate or CorrectionKind.Merge)
                matched.Matcher.Correct(new StoryCorrection(Decision(correction.Kind), [.. meant.Articles], [.. meant.Others]));
        }
    }

    /// <summary>Writes on the stories what concerns no partition, and that all were applied.</summary>
    public async Task EndAsync(NewsDb db, DateTime now, CancellationToken cancel)
    {
        if (!AreWaiting) return;
        await db.SaveChangesAsync(cancel);
        var pinned = await StandingAsync(db, CorrectionKind.Pin, cancel);
        await db.Stories.Where(s => s.IsPinned != pinned.Contains(s.Id)).ExecuteUpdateAsync(s => s.SetProperty(x => x.IsPinned, x => !x.IsPinned), cancel);
        var hidden = await StandingAsync(db, CorrectionKind.Hide, cancel);
        await db.Stories.Where(s => s.IsRemoved != hidden.Contains(s.Id)).ExecuteUpdateAsync(s => s.SetProperty(x => x.IsRemoved, x => !x.IsRemoved), cancel);
        await db.Corrections.Where(c => c.AppliedAt == null).ExecuteUpdateAsync(c => c.SetProperty(x => x.AppliedAt, now), cancel);
    }

    /// <summary>The stories of which this was decided and not taken back, as they stand today.</summary>
    private async Task<List<long>> StandingAsync(NewsDb db, CorrectionKind kind, CancellationToken cancel)
    {
        var named = _all.Where(c => c.Kind == kind && !_undone.Contains(c.Id)).Select(c => c.StoryId).ToList();
        return await db.Stories.Where(s => named.Contains(s.Id)).Select(s => s.MergedInto ?? s.Id).ToListAsync(cancel);
    }

    private static StoryDecision Decision(CorrectionKind kind) => kind switch
    {
        CorrectionKind.Separate => StoryDecision.Apart,
        CorrectionKind.Merge => StoryDecision.Together,
        _ => StoryDecision.Open,
    };
}
