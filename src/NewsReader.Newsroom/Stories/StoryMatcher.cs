namespace NewsReader.Newsroom.Stories;

/// <summary>
/// Puts articles that tell the same event together, one at a time as they arrive (single-pass clustering as in topic detection and
/// tracking: Allan, 2002), and repairs what came out differently once more was known. Its index is the one mutable object of the
/// Newsroom: one owner, no threads. The same calls in the same order give the same stories, whatever the ids and the hour.
/// </summary>
/// <param name="background">What is known of the language from earlier days; the matcher goes on counting in it.</param>
public sealed class StoryMatcher(TermStatistics? background = null)
{
    private readonly TermStatistics _statistics = background ?? new TermStatistics();
    private readonly ArticleIndex _index = new();
    private readonly List<MatchedArticle> _articles = [];
    private readonly Dictionary<long, StoryCluster> _clusters = [];
    private readonly Dictionary<long, long> _stories = [];
    private int _begun;
    private long _nextKey = -1;

    /// <summary>
    /// The story of each article. Stories that were placed keep their keys (0 or more); new ones have negative keys, which are never used
    /// twice. When stories merge, the older placed key survives.
    /// </summary>
    public IReadOnlyDictionary<long, long> Stories => _stories;

    /// <summary>Restores a known assignment, in the order of arrival; an article that is known already is left where it is.</summary>
    public void Place(StoryItem item, long story)
    {
        if (_stories.ContainsKey(item.Id))
            return;
        _nextKey = Math.Min(_nextKey, story - 1);
        Put(Enter(item), _clusters.GetValueOrDefault(story) ?? Begin(story));
    }

    /// <summary>Finds the story of a new article, or begins one; an article that is known already is left where it is.</summary>
    public void Add(StoryItem item)
    {
        if (_stories.ContainsKey(item.Id))
            return;
        var article = Enter(item);
        var (story, likeness) = Nearest(article);
        Put(article, story != null && likeness >= MatcherWeights.Join ? story : Begin(_nextKey--));
    }

    /// <summary>
    /// Weighs the terms anew with what is known now, merges the stories that are one, and puts articles that stand nearer to another
    /// story there. Looks at the last days before the newest article; to be called once after each batch.
    /// </summary>
    public void Repair()
    {
        if (_articles.Count == 0)
            return;
        var newest = _articles.Max(a => a.At);
        var since = newest - DateTimeOffset.MinValue > TimeSpan.FromDays(MatcherWeights.RepairDays)
            ? newest.AddDays(-MatcherWeights.RepairDays) : DateTimeOffset.MinValue;
        Reweigh();
        Merge(_clusters.Values.Where(s => s.Last >= since));
        for (var pass = 0; pass < MatcherWeights.Passes; pass++)
            Merge(Reassign(since));
    }

    /// <summary>Drops the articles published before an instant, and the stories of which nothing is left.</summary>
    public void Forget(DateTimeOffset before)
    {
        foreach (var article in _articles.Where(a => a.At < before))
        {
            Withdraw(article);
            _stories.Remove(article.Id);
        }
        _articles.RemoveAll(a => a.Story == null);
        Reweigh();
    }

    private MatchedArticle Enter(StoryItem item)
    {
        var counts = _statistics.Learn(item);
        var article = new MatchedArticle(item, counts, _statistics.Habits.IsRecurring(item)) { Vector = ArticleVector.Of(counts, _statistics) };
        _articles.Add(article);
        _index.Add(article);
        return article;
    }

    private StoryCluster Begin(long key)
    {
        var story = new StoryCluster(key, _begun++);
        _clusters.Add(key, story);
        return story;
    }

    private void Put(MatchedArticle article, StoryCluster story)
    {
        story.Take(article);
        _stories[article.Id] = story.Key;
    }

    private StoryCluster Withdraw(MatchedArticle article)
    {
        var home = article.Story!;
        home.Leave(article);
        if (home.Articles.Count == 0)
            _clusters.Remove(home.Key);
        return home;
    }

    private (StoryCluster? Story, double Likeness) Nearest(MatchedArticle article, StoryCluster? except = null)
    {
        if (article.IsRecurring)
            return default;
        var terms = article.Vector.Terms.Zip(article.Vector.Weights, (term, weight) => (term, weight * weight));
        return _index.Candidates(terms.Take(MatcherWeights.SearchedTerms), except)
            .Select(story => (story, likeness: story.Likeness(article)))
            .OrderByDescending(n => n.likeness)
            .FirstOrDefault();
    }

    private void Reweigh()
    {
        _index.Clear();
        foreach (var article in _articles)
        {
            article.Vector = ArticleVector.Of(article.Counts, _statistics);
            _index.Add(article);
        }
        foreach (var story in _clusters.Values)
            story.Recount();
    }

    // What has not changed since it was last looked at cannot have become alike.
    private void Merge(IEnumerable<StoryCluster> changed)
    {
        while (StoryMerger.Pairs(changed, _index) is { Count: > 0 } pairs)
        {
            foreach (var (keep, merge) in pairs)
            {
                foreach (var article in merge.Articles)
                    Put(article, keep);
                _clusters.Remove(merge.Key);
            }
            changed = pairs.ConvertAll(p => p.Keep);
        }
    }

    private HashSet<StoryCluster> Reassign(DateTimeOffset since)
    {
        var changed = new HashSet<StoryCluster>();
        foreach (var article in _articles.Where(a => a.At >= since && a.Story is { IsOpen: true, Articles.Count: > 1 }))
        {
            var home = Withdraw(article);
            var here = home.Likeness(article);
            var (other, there) = Nearest(article, except: home);
            var chosen = other != null && there >= MatcherWeights.Join && there > here + MatcherWeights.Margin ? other
                : here >= MatcherWeights.Stay ? home
                : Begin(_nextKey--);
            Put(article, chosen);
            if (chosen != home)
                changed.UnionWith([home, chosen]);
        }
        return changed;
    }
}
