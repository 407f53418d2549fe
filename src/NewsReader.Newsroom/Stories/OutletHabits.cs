using NewsReader.Newsroom.Language;

namespace NewsReader.Newsroom.Stories;

/// <summary>
/// What an outlet writes again and again, learnt from its own articles: sentences that come back under other titles (« Retrouvez
/// toute l'actualité… »), and programmes whose titles differ by their date or number alone (« Le journal de 20 h du mardi 3 »).
/// </summary>
internal sealed class OutletHabits
{
    /// <summary>How long a sentence that did not come back is kept: it was no habit.</summary>
    private const int KeptDays = 40;

    // By hash: the sentences of a hundred thousand articles would take more memory than all the rest.
    private readonly Dictionary<ulong, Sentence> _sentences = [];
    private readonly Dictionary<ulong, DateOnly> _frames = [];

    /// <summary>Takes note of an article.</summary>
    public void Learn(StoryItem item)
    {
        var title = Hash(item.Outlet, item.Title);
        foreach (var sentence in Sentences(item.Lede))
        {
            var key = Hash(item.Outlet, sentence);
            var isRepeated = _sentences.TryGetValue(key, out var before) && (before.IsRepeated || before.Title != title);
            _sentences[key] = new Sentence(title, isRepeated, Day(item));
        }
        if (Frame(item.Title) is { } frame)
            _frames.TryAdd(Hash(item.Outlet, frame), Day(item));
    }

    /// <summary>The lede without the sentences that its outlet repeats.</summary>
    public string OwnLede(StoryItem item)
    {
        var sentences = Sentences(item.Lede);
        return Array.Exists(sentences, s => IsRepeated(item.Outlet, s))
            ? string.Join(". ", sentences.Where(s => !IsRepeated(item.Outlet, s)))
            : item.Lede;
    }

    /// <summary>Whether the title is a programme's that its outlet ran on an earlier day.</summary>
    public bool IsRecurring(StoryItem item) =>
        Frame(item.Title) is { } frame && _frames.TryGetValue(Hash(item.Outlet, frame), out var first) && first < Day(item);

    /// <summary>Forgets the sentences that were last seen long before a day.</summary>
    public void Forget(DateOnly day)
    {
        foreach (var (key, sentence) in _sentences)
            if (sentence.Last.DayNumber < day.DayNumber - KeptDays)
                _sentences.Remove(key);
    }

    private bool IsRepeated(string outlet, string sentence) =>
        _sentences.TryGetValue(Hash(outlet, sentence), out var known) && known.IsRepeated;

    // Parted by a sign that stands in neither.
    private static ulong Hash(string outlet, string text) => StableHash.Of(text, StableHash.Of("\n", StableHash.Of(outlet)));

    private static DateOnly Day(StoryItem item) => DateOnly.FromDateTime(item.At.UtcDateTime);

    // The title without what changes from one issue to the next; null where nothing of the kind stands in it.
    private static string? Frame(string title)
    {
        var tokens = FrenchTokens.Of(title);
        var fixedWords = tokens.FindAll(t => !Dates.Changes(t.Word));
        return fixedWords.Count < tokens.Count && fixedWords.Count > 1 ? string.Join(' ', fixedWords.Select(t => t.Word)) : null;
    }

    private static string[] Sentences(string text) =>
        text.Split(['.', '!', '?', '\n', '…'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private readonly record struct Sentence(ulong Title, bool IsRepeated, DateOnly Last);

    private static class Dates
    {
        private static readonly HashSet<string> Words = new(
            ("lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre "
            + "novembre decembre 1er").Split(' '), StringComparer.Ordinal);

        public static bool Changes(string word) => Words.Contains(word) || word.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
