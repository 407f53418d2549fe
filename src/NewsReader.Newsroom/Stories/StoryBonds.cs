namespace NewsReader.Newsroom.Stories;

/// <summary>The corrections in force, by pairs of articles.</summary>
internal sealed class StoryBonds
{
    private readonly Dictionary<long, SortedSet<long>> _together = [];
    private readonly Dictionary<long, SortedSet<long>> _apart = [];

    /// <summary>Takes note of a correction: the last word on a pair holds.</summary>
    public void Note(StoryCorrection correction)
    {
        foreach (var a in correction.Articles)
            foreach (var b in correction.Others)
            {
                Set(_together, a, b, correction.Decision == StoryDecision.Together);
                Set(_apart, a, b, correction.Decision == StoryDecision.Apart);
            }
    }

    /// <summary>The articles that an article must stand with.</summary>
    public IEnumerable<long> With(long article) => _together.TryGetValue(article, out var others) ? others : [];

    /// <summary>Whether an article stands where a person put it: the matcher does not move it.</summary>
    public bool IsBound(MatchedArticle article) => _together.ContainsKey(article.Id);

    /// <summary>Whether an article must not stand in a story.</summary>
    public bool AreApart(MatchedArticle article, StoryCluster story) =>
        _apart.TryGetValue(article.Id, out var others) && story.Articles.Any(a => others.Contains(a.Id));

    /// <summary>Whether two stories must not be one.</summary>
    public bool AreApart(StoryCluster a, StoryCluster b) => _apart.Count > 0 && a.Articles.Any(article => AreApart(article, b));

    private static void Set(Dictionary<long, SortedSet<long>> pairs, long a, long b, bool isSet)
    {
        if (a == b)
            return;
        foreach (var (one, other) in new[] { (a, b), (b, a) })
            if (isSet)
            {
                if (!pairs.TryGetValue(one, out var others))
                    pairs.Add(one, others = []);
                others.Add(other);
            }
            else if (pairs.TryGetValue(one, out var others) && others.Remove(other) && others.Count == 0)
                pairs.Remove(one);
    }
}
