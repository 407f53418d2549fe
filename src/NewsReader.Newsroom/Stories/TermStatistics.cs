namespace NewsReader.Newsroom.Stories;

/// <summary>
/// In how many articles each term stands, and what each outlet repeats: what the matcher knows of the language and of the papers.
/// A matcher that is given statistics goes on counting in them.
/// </summary>
public sealed class TermStatistics
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<int> _documents = [];
    private readonly List<int> _asName = [];
    private readonly Dictionary<string, int> _perOutlet = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, int), int> _outletTerm = new();

    /// <summary>How many articles were counted.</summary>
    public int Count { get; private set; }

    internal OutletHabits Habits { get; } = new();

    /// <summary>Counts an article that is not to be matched itself: the background of earlier days.</summary>
    public void Add(StoryItem item) => Learn(item);

    /// <summary>Counts an article and hands back its terms.</summary>
    internal List<(int Term, double Count)> Learn(StoryItem item)
    {
        Habits.Learn(item);
        var bag = TermBag.Of(item.Title, Habits.OwnLede(item), item.Address);
        var terms = new List<(int, double)>(bag.Count);
        Count++;
        _perOutlet[item.Outlet] = _perOutlet.GetValueOrDefault(item.Outlet) + 1;
        foreach (var (term, count, isName) in bag)
        {
            if (!_ids.TryGetValue(term, out var id))
            {
                _ids.Add(term, id = _documents.Count);
                _documents.Add(0);
                _asName.Add(0);
            }
            _documents[id]++;
            if (isName)
                _asName[id]++;
            if (MatcherWeights.OutletShare < 1) _outletTerm[(item.Outlet, id)] = _outletTerm.GetValueOrDefault((item.Outlet, id)) + 1;
            terms.Add((id, count));
        }
        return terms;
    }

    /// <summary>How much a term tells: its inverse document frequency, raised, more for names and less for bare numbers.</summary>
    internal double Weight(int term, string outlet)
    {
        var share = (_documents[term] + .5) / (Count + 1 + MatcherWeights.PriorDocs);
        if (MatcherWeights.OutletShare < 1 && _perOutlet[outlet] > 50)
            share = Math.Max(share, MatcherWeights.OutletShare * (_outletTerm.GetValueOrDefault((outlet, term)) + .5) / (_perOutlet[outlet] + 1));
        var rarity = Math.Pow(Math.Max(0, -Math.Log(share)), MatcherWeights.RarityPower);
        return rarity * (2 * _asName[term] > _documents[term] ? MatcherWeights.NameFactor : 1);
    }
}
