namespace NewsReader.Newsroom.Stories;

/// <summary>A story while it is matched: its articles and their centre (the sum of the vectors of those that say what it is).</summary>
/// <param name="key">The key by which callers know it.</param>
/// <param name="ordinal">The order in which stories were begun, which breaks ties.</param>
internal sealed class StoryCluster(long key, int ordinal)
{
    private readonly List<MatchedArticle> _articles = [];
    private readonly Dictionary<int, double> _centre = [];
    private double _squaredLength;
    private bool _onlyLive = true;
    private DateTimeOffset _first;

    public long Key { get; } = key;

    public int Ordinal { get; } = ordinal;

    public IReadOnlyList<MatchedArticle> Articles => _articles;

    /// <summary>When its latest article was published.</summary>
    public DateTimeOffset Last { get; private set; }

    /// <summary>Whether others may join it.</summary>
    public bool IsOpen => _articles.Count > 0 && !_articles[0].IsRecurring;

    /// <summary>The terms of its centre, heaviest first.</summary>
    public IEnumerable<(int Term, double Weight)> Heaviest(int count) =>
        _centre.OrderByDescending(t => t.Value).ThenBy(t => t.Key).Take(count).Select(t => (t.Key, t.Value));

    public void Take(MatchedArticle article)
    {
        article.Story = this;
        _articles.Add(article);
        // The first article that is no live blog takes the word from those that are.
        if (_onlyLive && !article.IsLive)
            Recount();
        else
            Count(article);
    }

    public void Leave(MatchedArticle article)
    {
        article.Story = null;
        _articles.Remove(article);
        Recount();
    }

    /// <summary>Makes the centre anew, after vectors or articles changed.</summary>
    public void Recount()
    {
        _centre.Clear();
        _squaredLength = 0;
        _first = DateTimeOffset.MaxValue;
        Last = DateTimeOffset.MinValue;
        _onlyLive = _articles.TrueForAll(a => a.IsLive);
        foreach (var article in _articles)
            Count(article);
    }

    /// <summary>The likeness of an article that is not in the story, from 0 to 1.</summary>
    public double Likeness(MatchedArticle article)
    {
        var (terms, weights) = article.Vector;
        double product = 0, most = 0;
        for (var i = 0; i < terms.Length; i++)
        {
            var part = weights[i] * _centre.GetValueOrDefault(terms[i]);
            product += part;
            most = Math.Max(most, part);
        }
        return Faded(product, most, Math.Sqrt(_squaredLength), article.At, article.At);
    }

    /// <summary>The likeness of two stories, from 0 to 1.</summary>
    public double Likeness(StoryCluster other)
    {
        var (fewer, more) = _centre.Count <= other._centre.Count ? (_centre, other._centre) : (other._centre, _centre);
        double product = 0, most = 0;
        foreach (var (term, weight) in fewer)
        {
            var part = weight * more.GetValueOrDefault(term);
            product += part;
            most = Math.Max(most, part);
        }
        return Faded(product, most, Math.Sqrt(_squaredLength * other._squaredLength), other._first, other.Last);
    }

    private double Faded(double product, double most, double lengths, DateTimeOffset first, DateTimeOffset last)
    {
        if (lengths <= 0)
            return 0;
        var restsOnOneTerm = most > .95 * product;
        var gap = first > Last ? first - Last : last < _first ? _first - last : TimeSpan.Zero;
        return product / lengths * (restsOnOneTerm ? MatcherWeights.SingleTermFactor : 1)
            * Math.Exp(-gap.TotalDays / MatcherWeights.FadingDays);
    }

    private void Count(MatchedArticle article)
    {
        _first = article.At < _first || _articles.Count == 1 ? article.At : _first;
        Last = article.At > Last || _articles.Count == 1 ? article.At : Last;
        if (article.IsLive && !_onlyLive)
            return;
        var (terms, weights) = article.Vector;
        for (var i = 0; i < terms.Length; i++)
        {
            var before = _centre.GetValueOrDefault(terms[i]);
            _centre[terms[i]] = before + weights[i];
            _squaredLength += weights[i] * (2 * before + weights[i]);
        }
    }
}
