using NewsReader.Newsroom.Language;

namespace NewsReader.Newsroom.Stories;

/// <summary>
/// In how many articles each term stands, and what each outlet repeats: what the matcher knows of the language and of the papers.
/// A matcher that is given statistics goes on counting in them.
/// </summary>
public sealed class TermStatistics
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<int> _articles = [];
    private readonly List<int> _asName = [];
    private readonly List<float> _added = [];

    /// <summary>How many articles were counted.</summary>
    public int Count { get; private set; }

    internal OutletHabits Habits { get; } = new();

    /// <summary>Counts an article that is not to be matched itself: the background of earlier days.</summary>
    public void Add(StoryItem item) => Learn(item);

    /// <summary>Counts an article and hands back its terms, by number, with their counts in it.</summary>
    internal (int[] Terms, float[] Counts) Learn(StoryItem item)
    {
        Habits.Learn(item);
        var bag = TermBag.Of(HeadlineMarkers.Split(item.Title).Title, Habits.OwnLede(item));
        Count++;
        return ([.. bag.Select(Learn)], [.. bag.Select(t => (float)t.Count)]);
    }

    /// <summary>How much a term tells: its inverse document frequency (Spärck Jones, 1972), raised to a power, more for names.</summary>
    internal double Weight(int term)
    {
        var share = (_articles[term] + _added[term]) / (Count + MatcherWeights.AddedToAll);
        var rarity = Math.Pow(Math.Max(0, -Math.Log(share)), MatcherWeights.RarityPower);
        return IsName(term) ? rarity * MatcherWeights.NameFactor : rarity;
    }

    // A capital tells nothing at the head of a sentence, so what most articles say inside theirs decides for all.
    private bool IsName(int term) => 2 * _asName[term] > _articles[term];

    private int Learn(TermCount term)
    {
        if (!_ids.TryGetValue(term.Term, out var id))
        {
            _ids.Add(term.Term, id = _articles.Count);
            _articles.Add(0);
            _asName.Add(0);
            _added.Add((float)Math.Max(MatcherWeights.AddedToTerm,
                MatcherWeights.AddedToAll * MatcherWeights.UsualFactor * FrenchPressWords.ShareOf(term.Term)));
        }
        _articles[id]++;
        if (term.IsName)
            _asName[id]++;
        return id;
    }
}
