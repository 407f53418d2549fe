using Microsoft.EntityFrameworkCore;
using NewsReader.Newsroom.Stories;
using NewsReader.Storage;
using NewsReader.Storage.Stories;

namespace NewsReader.Web.Rounds;

/// <summary>What administrators decided about stories, as a round applies it: partitions through the matcher, the rest on the stories themselves.</summary>
internal sealed class StoryCorrections
{
    private readonly List<Correction> _all;
    private readonly List<Correction> _standing;
    private readonly HashSet<long> _retired;

    private StoryCorrections(List<Correction> all, HashSet<long> retired)
    {
        var undone = all.Select(c => c.Undoes).OfType<long>().ToHashSet();
        (_all, _standing, _retired) = (all, all.FindAll(c => c.Kind != CorrectionKind.Undo && !undone.Contains(c.Id)), retired);
    }

    /// <summary>Whether some were not applied yet.</summary>
    public bool AreWaiting => _all.Exists(c => c.AppliedAt is null);

    /// <summary>Reads all of them, in their order.</summary>
    public static async Task<StoryCorrections> ReadAsync(NewsDb db, CancellationToken cancel)
    {
        var all = await db.Corrections.AsNoTracking().OrderBy(c => c.Id).ToListAsync(cancel);
        var stories = all.Select(c => c.StoryId).Distinct().ToList();
        return new(all, all.Count == 0 ? [] : [.. await db.Stories.Where(s => stories.Contains(s.Id) && s.MergedInto != null).Select(s => s.Id).ToListAsync(cancel)]);
    }

    /// <summary>Tells a matcher that was just rebuilt what stands, after it took back what was undone since the last round.</summary>
    public void Tell(MatchedStories matched)
    {
        foreach (var undoing in _all.Where(c => c.Undoes is not null && c.AppliedAt is null))
        {
            if (_all.Find(c => c.Id == undoing.Undoes) is { Kind: CorrectionKind.Separate or CorrectionKind.Merge } meant) TakeBack(matched, meant);
        }

        foreach (var correction in _standing.Where(c => c.Kind is CorrectionKind.Separate or CorrectionKind.Merge))
            Tell(matched, correction, correction.Kind == CorrectionKind.Merge ? StoryDecision.Together : StoryDecision.Apart);
    }

    /// <summary>Writes on the stories what concerns no partition, and that all were applied.</summary>
    public async Task EndAsync(NewsDb db, DateTime now, CancellationToken cancel)
    {
        // Not only where some wait: a story that went into another takes along what was said of it.
        if (!AreWaiting && !_standing.Exists(c => c.Kind is CorrectionKind.Pin or CorrectionKind.Hide)) return;
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
        var named = _standing.Where(c => c.Kind == kind).Select(c => c.StoryId).ToList();
        return await db.Stories.Where(s => named.Contains(s.Id)).Select(s => s.MergedInto ?? s.Id).ToListAsync(cancel);
    }

    /// <summary>
    /// Lets the matcher decide again. What two stories were made of is parted first, since the matcher leaves articles where they stand unless they are far from
    /// each other; the story that went gets its address back.
    /// </summary>
    private void TakeBack(MatchedStories matched, Correction meant)
    {
        if (meant.Kind == CorrectionKind.Merge)
        {
            Tell(matched, meant, StoryDecision.Apart);
            var keys = meant.Articles.Where(matched.Matcher.Stories.ContainsKey).Select(a => matched.Matcher.Stories[a]).Where(key => key < 0).Take(1);
            foreach (var key in keys.Where(_ => _retired.Contains(meant.StoryId))) matched.Kept[key] = meant.StoryId;
        }

        Tell(matched, meant, StoryDecision.Open);
    }

    private static void Tell(MatchedStories matched, Correction correction, StoryDecision decision) =>
        matched.Matcher.Correct(new StoryCorrection(decision, [.. correction.Articles], [.. correction.Others]));
}
