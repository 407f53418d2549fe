namespace NewsReader.Newsroom.Stories;

/// <summary>Finds the parts of a story that drifted apart: two events of one crisis that were told together until each had its own words.</summary>
internal static class StorySplitter
{
    /// <summary>
    /// The parts that leave the story, the largest of which stays: its latest articles are joined anew, the most alike first (average linkage:
    /// Sokal and Michener, 1958), except groups that are much less alike across than within. None where the story holds together.
    /// </summary>
    public static IEnumerable<IReadOnlyList<MatchedArticle>> Leaving(StoryCluster story)
    {
        var articles = story.Articles.Where(a => !a.IsRoundup).TakeLast(MatcherWeights.SplitMembers).ToList();
        // Two groups of two are the least that can be less alike across than within.
        if (articles.Count < 4)
            return [];
        var groups = Groups(articles);
        while (Nearest(groups) is var (kept, joined))
        {
            kept.Join(joined, groups);
            groups.Remove(joined);
        }
        return groups.OrderByDescending(g => g.Articles.Count).Skip(1).Select(g => g.Articles);
    }

    private static List<Group> Groups(List<MatchedArticle> articles)
    {
        var groups = articles.Select((article, place) => new Group(place, article, articles.Count)).ToList();
        foreach (var group in groups)
        {
            var weights = group.Articles[0].Vector.Terms.Zip(group.Articles[0].Vector.Weights).ToDictionary(t => t.First, t => t.Second);
            foreach (var other in groups.Take(group.Place))
            {
                var (terms, others) = other.Articles[0].Vector;
                var likeness = terms.Zip(others, (term, weight) => (double)weight * weights.GetValueOrDefault(term)).Sum();
                (group.Sums[other.Place], other.Sums[group.Place]) = (likeness, likeness);
            }
        }
        return groups;
    }

    private static (Group Kept, Group Joined)? Nearest(List<Group> groups)
    {
        (Group, Group)? nearest = null;
        var most = -1.0;
        for (var i = 0; i < groups.Count; i++)
            for (var j = i + 1; j < groups.Count; j++)
                if (groups[i].Likeness(groups[j]) is var likeness && likeness > most && !groups[i].IsApart(groups[j], likeness))
                    (nearest, most) = ((groups[i], groups[j]), likeness);
        return nearest;
    }

    // Sums holds the sum of likenesses with the articles of each other group, by its place.
    private sealed class Group(int place, MatchedArticle article, int count)
    {
        private double _within;

        public int Place { get; } = place;

        public List<MatchedArticle> Articles { get; } = [article];

        public double[] Sums { get; } = new double[count];

        private double Cohesion => _within / (Articles.Count * (Articles.Count - 1) / 2.0);

        public double Likeness(Group other) => Sums[other.Place] / ((double)Articles.Count * other.Articles.Count);

        public bool IsApart(Group other, double likeness) =>
            Articles.Count > 1 && other.Articles.Count > 1 && likeness < MatcherWeights.SplitCohesion * Math.Min(Cohesion, other.Cohesion);

        public void Join(Group other, List<Group> all)
        {
            _within += other._within + Sums[other.Place];
            Articles.AddRange(other.Articles);
            foreach (var third in all)
            {
                Sums[third.Place] += other.Sums[third.Place];
                third.Sums[Place] = Sums[third.Place];
            }
        }
    }
}
