namespace NewsReader.Newsroom.Stories;

/// <summary>Finds the stories that turned out to be one.</summary>
internal static class StoryMerger
{
    /// <summary>
    /// Pairs of stories alike enough to be one, the most alike first and each story in one pair at most; the older of a pair is the one
    /// to keep. Only pairs with one of <paramref name="stories"/> are looked for.
    /// </summary>
    public static List<(StoryCluster Keep, StoryCluster Merge)> Pairs(IEnumerable<StoryCluster> stories, ArticleIndex index, StoryBonds bonds)
    {
        var pairs = new List<(StoryCluster A, StoryCluster B, double Likeness)>();
        foreach (var story in stories.Where(s => s.IsOpen).OrderBy(s => s.Ordinal))
            foreach (var other in index.Candidates(story.Heaviest(MatcherWeights.SearchedTerms), except: story))
                if (story.Likeness(other.Refreshed()) is >= MatcherWeights.Merge and var likeness && !bonds.AreApart(story, other))
                    pairs.Add((story, other, likeness));
        var taken = new HashSet<StoryCluster>();
        var chosen = new List<(StoryCluster, StoryCluster)>();
        foreach (var (a, b, _) in pairs.OrderByDescending(p => p.Likeness).ThenBy(p => p.A.Ordinal).ThenBy(p => p.B.Ordinal))
        {
            if (taken.Contains(a) || taken.Contains(b))
                continue;
            taken.UnionWith([a, b]);
            chosen.Add(IsOlder(a, b) ? (a, b) : (b, a));
        }
        return chosen;
    }

    /// <summary>Whether a is the one to keep: a placed story has an address that readers know; among placed ones keys grow, among new ones they fall.</summary>
    public static bool IsOlder(StoryCluster a, StoryCluster b) =>
        a.Key >= 0 != b.Key >= 0 ? a.Key >= 0 : Math.Abs(a.Key) < Math.Abs(b.Key);
}
