namespace NewsReader.Newsroom.Stories;

/// <summary>A story while it is matched: its articles and their centre (the sum of the vectors of those that say what it is).</summary>
/// <param name="key">The key by which callers know it.</param>
/// <param name="ordinal">The order in which stories were begun, which breaks ties.</param>
/// <param name="statistics">What its terms are weighed with.</param>
internal sealed class StoryCluster(long key, int ordinal, TermStatistics statistics)
{
    private readonly List<MatchedArticle> _articles = [];
    private readonly StoryCentre _centre = new();
    private double _squaredLength;
    private int _speaking;
    private int _weighedAt;
    private bool _onlyRoundups = true;
    private DateTimeOffset _first;
    private DateTimeOffset _last;
    private int _search;
    private double _shared;

    public long Key { get; } = key;

    public int Ordinal { get; } = ordinal;

    public IReadOnlyList<MatchedArticle> Articles => _articles;

    /// <summary>Whether others may join it.</summary>
    public bool IsOpen => _articles.Count > 0 && !_articles[0].IsRecurring;

    /// <summary>How likely the last search thinks that it is the one.</summary>
    public double Promise => _shared / Math.Sqrt(_articles.Count);

    /// <summary>How alike its articles are one to another, on average: 1 where it has one.</summary>
    public double Cohesion => _speaking > 1 ? (_squaredLength - _speaking) / ((double)_speaking * (_speaking - 1)) : 1;

    /// <summary>The terms of its centre, heaviest first.</summary>
    public IEnumerable<(int Term, double Weight)> Heaviest(int count) =>
        _centre.Terms.OrderByDescending(t => t.Weight).ThenBy(t => t.Term).Take(count).Select(t => (t.Term, (double)t.Weight));

    /// <summary>Notes that it shares a term with what is searched; true the first time in a search.</summary>
    public bool Shares(double weight, int search)
    {
        var isFirst = _search != search;
        _shared = isFirst ? weight : _shared + weight;
        _search = search;
        return isFirst;
    }

    public void Take(MatchedArticle article)
    {
        article.Story = this;
        _articles.Add(article);
        // Until it is weighed it has no centre; and the first article that is no roundup takes the word from those that are.
        if (_onlyRoundups && !article.IsRoundup)
            Count();
        else
            Count(article);
    }

    public void Leave(Predicate<MatchedArticle> who)
    {
        foreach (var article in _articles.FindAll(who))
            article.Story = null;
        _articles.RemoveAll(who);
        Count();
    }

    /// <summary>Takes all articles of a story that is given up.</summary>
    public void Take(StoryCluster other)
    {
        foreach (var article in other._articles)
        {
            article.Story = this;
            _articles.Add(article);
        }
        Count();
    }

    /// <summary>Weighs the terms of its articles with what the statistics know now.</summary>
    public void Weigh()
    {
        foreach (var article in _articles)
            article.Weigh(statistics);
        _weighedAt = statistics.Count;
        Count();
    }

    /// <summary>Weighs it anew if much was learnt since it was last weighed.</summary>
    public StoryCluster Refreshed()
    {
        if (statistics.Count > MatcherWeights.Ageing * _weighedAt)
            Weigh();
        return this;
    }

    /// <summary>Whether the story is what this one article says, and nothing is left to compare it with.</summary>
    public bool IsSaidBy(MatchedArticle article) => _articles.Count == 1 || (_speaking == 1 && !article.IsRoundup);

    /// <summary>The likeness of an article to the other articles of the story, from 0 to 1.</summary>
    public double Likeness(MatchedArticle article)
    {
        var (terms, weights) = article.Vector;
        var isWithin = article.Story == this;
        var speaks = isWithin && (_onlyRoundups || !article.IsRoundup);
        double product = 0, most = 0, own = 0;
        for (var i = 0; i < terms.Length; i++)
        {
            var itself = speaks ? weights[i] * weights[i] : 0;
            var part = weights[i] * _centre[terms[i]] - itself;
            (product, most, own) = (product + part, Math.Max(most, part), own + itself);
        }
        var squaredLength = speaks ? _squaredLength - (2 * product) - own : _squaredLength;
        var (first, last) = isWithin ? TimesWithout(article) : (_first, _last);
        return Faded(product, most, squaredLength, Gap(first, last, article.At, article.At));
    }

    /// <summary>The likeness of two stories, from 0 to 1; 0 where their articles are much less alike across than within.</summary>
    public double Likeness(StoryCluster other)
    {
        var (fewer, more) = _centre.Count <= other._centre.Count ? (_centre, other._centre) : (other._centre, _centre);
        double product = 0, most = 0;
        foreach (var (term, weight) in fewer.Terms)
        {
            var part = (double)weight * more[term];
            product += part;
            most = Math.Max(most, part);
        }
        var across = product / ((double)_speaking * other._speaking);
        if (_speaking > 1 && other._speaking > 1 && across < MatcherWeights.MergeCohesion * Math.Min(Cohesion, other.Cohesion))
            return 0;
        return Faded(product, most, _squaredLength * other._squaredLength, Gap(_first, _last, other._first, other._last));
    }

    private static TimeSpan Gap(DateTimeOffset first, DateTimeOffset last, DateTimeOffset otherFirst, DateTimeOffset otherLast) =>
        otherFirst > last ? otherFirst - last : otherLast < first ? first - otherLast : TimeSpan.Zero;

    private static double Faded(double product, double most, double squaredLengths, TimeSpan gap)
    {
        // What is left of a centre when its only article is taken out is rounding.
        if (squaredLengths <= 1e-4 || product <= 0)
            return 0;
        var restsOnOneTerm = most > .95 * product;
        return product / Math.Sqrt(squaredLengths) * (restsOnOneTerm ? MatcherWeights.SingleTermFactor : 1)
            * Math.Exp(-gap.TotalDays / MatcherWeights.FadingDays);
    }

    private (DateTimeOffset First, DateTimeOffset Last) TimesWithout(MatchedArticle article)
    {
        if (article.At > _first && article.At < _last)
            return (_first, _last);
        var (first, last) = (DateTimeOffset.MaxValue, DateTimeOffset.MinValue);
        foreach (var other in _articles)
        {
            if (other == article)
                continue;
            first = other.At < first ? other.At : first;
            last = other.At > last ? other.At : last;
        }
        return (first, last);
    }

    // Makes the centre anew, after vectors or articles changed.
    private void Count()
    {
        _centre.Clear();
        (_squaredLength, _speaking) = (0, 0);
        (_first, _last) = (DateTimeOffset.MaxValue, DateTimeOffset.MinValue);
        _onlyRoundups = _articles.TrueForAll(a => a.IsRoundup);
        foreach (var article in _articles)
            Count(article);
    }

    private void Count(MatchedArticle article)
    {
        _first = article.At < _first || _articles.Count == 1 ? article.At : _first;
        _last = article.At > _last || _articles.Count == 1 ? article.At : _last;
        var (terms, weights) = article.Vector;
        if (weights.Length < terms.Length || (article.IsRoundup && !_onlyRoundups))
            return;
        _speaking++;
        _squaredLength += _centre.Add(article.Vector);
    }
}
