namespace NewsReader.Newsroom.Stories;

/// <summary>The articles by term: finds the few stories that are worth comparing, at a bounded cost.</summary>
internal sealed class ArticleIndex
{
    private readonly List<List<MatchedArticle>> _postings = [];

    public void Add(MatchedArticle article)
    {
        foreach (var term in article.Vector.Terms)
        {
            while (_postings.Count <= term)
                _postings.Add([]);
            _postings[term].Add(article);
        }
    }

    public void Clear()
    {
        foreach (var posting in _postings)
            posting.Clear();
    }

    /// <summary>The open stories that share the most with these terms, the likeliest first.</summary>
    public List<StoryCluster> Candidates(IEnumerable<(int Term, double Weight)> terms, StoryCluster? except = null)
    {
        var shares = new Dictionary<StoryCluster, double>();
        foreach (var (term, weight) in terms)
        {
            var posting = _postings[term];
            var oldest = Math.Max(0, posting.Count - MatcherWeights.SearchedPostings);
            for (var i = posting.Count - 1; i >= oldest; i--)
                if (posting[i].Story is { IsOpen: true } story && story != except)
                    shares[story] = shares.GetValueOrDefault(story) + weight;
        }
        return [.. shares
            .OrderByDescending(s => s.Value / Math.Sqrt(s.Key.Articles.Count))
            .ThenBy(s => s.Key.Ordinal)
            .Take(MatcherWeights.ComparedStories)
            .Select(s => s.Key)];
    }
}
