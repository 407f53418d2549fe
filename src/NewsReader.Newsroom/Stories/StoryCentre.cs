namespace NewsReader.Newsroom.Stories;

/// <summary>
/// The sum of the vectors of a story's articles. Most stories have one article, whose vector it then is: a table of its own for each of them would take more memory than
/// all else that the matcher knows.
/// </summary>
internal sealed class StoryCentre
{
    private ArticleVector _only = new([], []);
    private Dictionary<int, float>? _sum;

    /// <summary>How many terms it has.</summary>
    public int Count => _sum?.Count ?? _only.Terms.Length;

    /// <summary>Its terms with their weights, in the order in which they came.</summary>
    public IEnumerable<(int Term, float Weight)> Terms => _sum?.Select(t => (t.Key, t.Value)) ?? _only.Terms.Zip(_only.Weights);

    /// <summary>The weight of a term; 0 for one that it has not.</summary>
    public float this[int term] => _sum is not null ? _sum.GetValueOrDefault(term) : Array.IndexOf(_only.Terms, term) is >= 0 and var at ? _only.Weights[at] : 0;

    /// <summary>Adds a weighed article, and returns by how much the square of the length grew.</summary>
    public double Add(ArticleVector vector)
    {
        if (Count == 0)
            _only = vector;
        else
            _sum ??= new Dictionary<int, float>(Terms.Select(t => KeyValuePair.Create(t.Term, t.Weight)));
        var grown = 0.0;
        for (var i = 0; i < vector.Terms.Length; i++)
        {
            var (term, weight) = (vector.Terms[i], vector.Weights[i]);
            var before = _sum is null ? 0 : _sum.GetValueOrDefault(term);
            if (_sum is not null)
                _sum[term] = before + weight;
            grown += weight * ((2.0 * before) + weight);
        }
        return grown;
    }

    public void Clear() => (_only, _sum) = (new ArticleVector([], []), null);
}
