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
    private readonly HashSet<StoryCluster> _changed = [];
    private readonly StoryBonds _bonds = new();
    private int _begun;
    private int _forgotten;
    private long _nextKey = -1;

    /// <summary>
    /// The story of each article. Stories that were placed keep their keys (0 or more); new ones have negative keys, which are never used
    /// twice. When stories merge, the older placed key survives; when one comes apart, its largest part keeps the key.
    /// </summary>
    public IReadOnlyDictionary<long, long> Stories => _stories;

    /// <summary>
    /// Whether most of what it has counted is of articles that it forgot. Every day brings words that never come back, which it keeps: from time to time its owner should
    /// begin anew with the articles that are left.
    /// </summary>
    public bool IsWorn => _statistics.Count > MatcherWeights.Worn * Math.Max(_articles.Count, MatcherWeights.FewArticles);

    /// <summary>
    /// Restores a known assignment, in the order of arrival; an article that is known already is left where it is. What is placed counts as
    /// repaired: it is looked at again when something joins it.
    /// </summary>
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
        article.Weigh(_statistics);
        var (story, likeness) = Nearest(article);
        Put(article, story != null && likeness >= MatcherWeights.Join ? story : Begin(_nextKey--));
        _changed.Add(article.Story!);
        Unite(_bonds.With(article.Id).Prepend(article.Id));
    }

    /// <summary>
    /// Holds a person's word from now on, against whatever the articles look like. It may name articles that are yet to come; those that were
    /// placed are to be placed before.
    /// </summary>
    public void Correct(StoryCorrection correction)
    {
        _bonds.Note(correction);
        switch (correction.Decision)
        {
            case StoryDecision.Together:
                Unite(correction.Articles.Concat(correction.Others));
                break;
            case StoryDecision.Apart:
                foreach (var story in StoriesOf(correction.Articles))
                    MoveOut(story, [.. story.Articles.Where(a => correction.Articles.Contains(a.Id) && _bonds.AreApart(a, story))]);
                break;
            default:
                _changed.UnionWith(StoriesOf(correction.Articles.Concat(correction.Others)));
                break;
        }
    }

    /// <summary>
    /// Looks at the stories that changed since the last call: weighs their terms with what is known now, merges those that are one, puts
    /// articles that stand nearer to another story there, and parts those that drifted apart; to be called once after each batch.
    /// </summary>
    public void Repair()
    {
        foreach (var story in _changed)
            story.Weigh();
        Merge(InOrder(_changed));
        var seen = new HashSet<StoryCluster>();
        for (var pass = 0; pass < MatcherWeights.Passes; pass++)
        {
            var changed = InOrder(_changed);
            seen.UnionWith(changed);
            _changed.Clear();
            Reassign(changed);
            Merge(InOrder(_changed));
        }
        foreach (var story in InOrder(seen.Union(_changed)).Where(s => s.IsOpen && !s.Articles.Any(_bonds.IsBound)))
            foreach (var part in StorySplitter.Leaving(story))
                MoveOut(story, part);
        _changed.Clear();
    }

    /// <summary>Drops the articles published before an instant, and the stories of which nothing is left.</summary>
    public void Forget(DateTimeOffset before)
    {
        var old = _articles.FindAll(a => a.At < before);
        foreach (var story in old.Select(a => a.Story!).ToHashSet())
            Withdraw(story, a => a.At < before);
        foreach (var article in old)
            _stories.Remove(article.Id);
        _articles.RemoveAll(a => a.Story == null);
        _forgotten += old.Count;
        if (_forgotten <= MatcherWeights.Stale * _articles.Count)
            return;
        _index.Sweep();
        _statistics.Habits.Forget(DateOnly.FromDateTime(before.UtcDateTime));
        _forgotten = 0;
    }

    private static List<StoryCluster> InOrder(IEnumerable<StoryCluster> stories) =>
        [.. stories.Where(s => s.Articles.Count > 0).OrderBy(s => s.Ordinal)];

    private MatchedArticle Enter(StoryItem item)
    {
        var (terms, counts) = _statistics.Learn(item);
        var article = new MatchedArticle(item, terms, counts, _statistics.Habits.IsRecurring(item));
        _articles.Add(article);
        _index.Add(article);
        return article;
    }

    private StoryCluster Begin(long key)
    {
        var story = new StoryCluster(key, _begun++, _statistics);
        _clusters.Add(key, story);
        return story;
    }

    private void Put(MatchedArticle article, StoryCluster story)
    {
        story.Take(article);
        _stories[article.Id] = story.Key;
    }

    private void Withdraw(StoryCluster story, Predicate<MatchedArticle> who)
    {
        story.Leave(who);
        if (story.Articles.Count == 0)
            _clusters.Remove(story.Key);
    }

    private void Move(MatchedArticle article, StoryCluster to)
    {
        _changed.UnionWith([article.Story!, to]);
        Withdraw(article.Story!, a => a == article);
        Put(article, to);
    }

    private void MoveOut(StoryCluster story, IReadOnlyCollection<MatchedArticle> part)
    {
        if (part.Count == 0 || part.Count == story.Articles.Count)
            return;
        var begun = Begin(_nextKey--);
        foreach (var article in part)
            Move(article, begun);
    }

    private (StoryCluster? Story, double Likeness) Nearest(MatchedArticle article, StoryCluster? except = null)
    {
        if (article.IsRecurring)
            return default;
        var terms = article.Vector.Heaviest(MatcherWeights.SearchedTerms).Select(t => (t.Term, t.Weight * t.Weight));
        return _index.Candidates(terms, except)
            .Where(story => !_bonds.AreApart(article, story))
            .Select(story => (story, likeness: story.Refreshed().Likeness(article)))
            .OrderByDescending(n => n.likeness)
            .FirstOrDefault();
    }

    // What has not changed since it was last looked at cannot have become alike.
    private void Merge(IEnumerable<StoryCluster> changed)
    {
        while (StoryMerger.Pairs(changed, _index, _bonds) is { Count: > 0 } pairs)
        {
            foreach (var (keep, merge) in pairs)
                Merge(keep, merge);
            changed = pairs.ConvertAll(p => p.Keep);
        }
    }

    private void Merge(StoryCluster keep, StoryCluster merge)
    {
        foreach (var article in merge.Articles)
            _stories[article.Id] = keep.Key;
        keep.Take(merge);
        _clusters.Remove(merge.Key);
        _changed.Add(keep);
    }

    private void Reassign(IEnumerable<StoryCluster> stories)
    {
        foreach (var article in stories.Where(s => s.IsOpen).SelectMany(s => s.Articles.TakeLast(MatcherWeights.ReassignedMembers)).ToList())
        {
            var home = article.Story!;
            if (home.IsSaidBy(article) || _bonds.IsBound(article))
                continue;
            var here = home.Likeness(article);
            if (here >= MatcherWeights.Settled)
                continue;
            var (other, there) = Nearest(article, except: home);
            if (other != null && there >= MatcherWeights.Join && there > here + MatcherWeights.Margin)
                Move(article, other);
            else if (here < MatcherWeights.Stay)
                Move(article, Begin(_nextKey--));
        }
    }

    private List<StoryCluster> StoriesOf(IEnumerable<long> articles) =>
        InOrder(articles.Where(_stories.ContainsKey).Select(a => _clusters[_stories[a]]).Distinct());

    // Joins the stories of these articles in the oldest; an article that a person put apart from one of its articles stays behind.
    private void Unite(IEnumerable<long> articles)
    {
        var stories = StoriesOf(articles);
        if (stories.Count < 2)
            return;
        var keep = stories.Aggregate((a, b) => StoryMerger.IsOlder(b, a) ? b : a);
        foreach (var article in stories.Where(s => s != keep).SelectMany(s => s.Articles).ToList())
            if (!_bonds.AreApart(article, keep))
                Move(article, keep.Refreshed());
    }
}
