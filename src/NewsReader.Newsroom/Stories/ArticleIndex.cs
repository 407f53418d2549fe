namespace NewsReader.Newsroom.Stories;

/// <summary>The articles by term: finds the few stories that are worth comparing, at a bounded cost.</summary>
internal sealed class ArticleIndex
{
    private readonly List<List<MatchedArticle>> _postings = [];
    private readonly List<StoryCluster> _found = [];
    private int _search;

    public void Add(MatchedArticle article)
    {
        foreach (var term in article.Vector.Terms)
        {
            while (_postings.Count <= term)
                _postings.Add(new List<MatchedArticle>(1));
            _postings[term].Add(article);
        }
    }

    /// <summary>Takes out the articles that are in no story any more.</summary>
    public void Sweep()
    {
        foreach (var posting in _postings)
            if (posting.RemoveAll(a => a.Story == null) > 0)
                posting.TrimExcess();
    }

    /// <summary>The open stories that share the most with these terms, the likeliest first.</summary>
    public List<StoryCluster> Candidates(IEnumerable<(int Term, double Weight)> terms, StoryCluster? except = null)
    {
        _search++;
        _found.Clear();
        foreach (var (term, weight) in terms)
        {
            var posting = _postings[term];
            var oldest = Math.Max(0, posting.Count - MatcherWeights.SearchedPostings);
            for (var i = posting.Count - 1; i >= oldest; i--)
                if (posting[i].Story is { } story && story != except && story.Shares(weight, _search) && story.IsOpen)
                    _found.Add(story);
        }
        var best = new List<StoryCluster>(MatcherWeights.ComparedStories + 1);
        foreach (var story in _found)
            Insert(best, story);
        return best;
    }

    // A search finds thousands of stories and compares a dozen: they are kept in order as they come, which is cheaper than to sort all.
    private static void Insert(List<StoryCluster> best, StoryCluster story)
    {
        var place = best.Count;
        while (place > 0 && IsLikelier(story, best[place - 1]))
            place--;
        if (place == MatcherWeights.ComparedStories)
            return;
        best.Insert(place, story);
        if (best.Count > MatcherWeights.ComparedStories)
            best.RemoveAt(MatcherWeights.ComparedStories);
    }

    private static bool IsLikelier(StoryCluster a, StoryCluster b) =>
        a.Promise > b.Promise || (a.Promise.Equals(b.Promise) && a.Ordinal < b.Ordinal);
}
