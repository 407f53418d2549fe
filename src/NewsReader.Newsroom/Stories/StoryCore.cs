namespace NewsReader.Newsroom.Stories;

/// <summary>
/// How near the articles of a story stand to what the story is about. A subject that runs for weeks draws in many articles that tell something else of it: an outlet that
/// only brushes the event speaks less for its weight than one that tells it.
/// </summary>
public sealed class StoryCore
{
    /// <summary>Two accounts of one event are this alike or more (cosine); a person's accounts of one event in other words reach about .5.</summary>
    private const double SameEvent = .5;

    /// <summary>Whoever is in the story speaks for it a little, in whatever words. From 0 to .4 it changes little on four runs of ten days.</summary>
    private const double Least = .25;

    /// <summary>Of a story of more articles, the centre is looked for among so many.</summary>
    private const int MostCentres = 60;

    private readonly Dictionary<long, (string Outlet, ArticleVector Vector)> _articles = [];

    /// <summary>Counts the words of the articles at hand, which weigh those of each.</summary>
    public StoryCore(IEnumerable<StoryItem> items)
    {
        var statistics = new TermStatistics();
        var counted = items.DistinctBy(i => i.Id).Select(i => (Item: i, Counts: statistics.Learn(i))).ToList();
        foreach (var (item, counts) in counted)
            _articles.Add(item.Id, (item.Outlet, ArticleVector.Of(counts.Terms, counts.Counts, statistics)));
    }

    /// <summary>
    /// The closeness of each article, from ¼ to 1, in their order: it grows with the square of its cosine with the story's central article, and is 1 from the likeness of two accounts of one event on. The
    /// central article is the one that most outlets stand near to.
    /// </summary>
    /// <param name="ids">The articles of one story, all among the counted ones.</param>
    public IReadOnlyList<double> Closeness(IReadOnlyList<long> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Count < 2) return [.. ids.Select(_ => 1.0)];
        IReadOnlyList<double> best = [];
        var most = -1.0;
        foreach (var centre in ids.Take(MostCentres))
        {
            var weights = _articles[centre].Vector.Terms.Zip(_articles[centre].Vector.Weights).ToDictionary(t => t.First, t => t.Second);
            var near = ids.Select(id => id == centre ? 1 : Near(weights, _articles[id].Vector)).ToList();
            var outlets = ids.Zip(near).GroupBy(p => _articles[p.First].Outlet, StringComparer.Ordinal).Sum(g => g.Max(p => p.Second));
            if (outlets > most) (most, best) = (outlets, near);
        }
        return best;
    }

    private static double Near(Dictionary<int, float> centre, ArticleVector article)
    {
        var cosine = 0.0;
        for (var i = 0; i < article.Terms.Length; i++)
            if (centre.TryGetValue(article.Terms[i], out var weight)) cosine += weight * article.Weights[i];
        var share = Math.Min(1, cosine / SameEvent);
        return Least + (1 - Least) * share * share;
    }
}
