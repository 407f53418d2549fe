using NewsReader.Newsroom.Language;

namespace NewsReader.Newsroom.Stories;

/// <summary>
/// What an outlet writes again and again, learnt from its own articles: sentences that come back under other titles (« Retrouvez
/// toute l'actualité… »), and programmes whose titles differ by their date or number alone (« Le journal de 20 h du mardi 3 »).
/// </summary>
internal sealed class OutletHabits
{
    private readonly Dictionary<(string Outlet, string Sentence), string> _sentences = [];
    private readonly HashSet<(string Outlet, string Sentence)> _repeated = [];
    private readonly Dictionary<(string Outlet, string Frame), DateOnly> _frames = [];

    /// <summary>Takes note of an article.</summary>
    public void Learn(StoryItem item)
    {
        foreach (var sentence in Sentences(item.Lede))
        {
            var key = (item.Outlet, sentence);
            if (!_sentences.TryAdd(key, item.Title) && !string.Equals(_sentences[key], item.Title, StringComparison.Ordinal))
                _repeated.Add(key);
        }
        if (Frame(item.Title) is { } frame)
            _frames.TryAdd((item.Outlet, frame), Day(item));
    }

    /// <summary>The lede without the sentences that its outlet repeats.</summary>
    public string OwnLede(StoryItem item)
    {
        if (item.Lede.Length == 0 || _repeated.Count == 0)
            return item.Lede;
        return string.Join(" ", Sentences(item.Lede).Where(s => !_repeated.Contains((item.Outlet, s))));
    }

    /// <summary>Whether the title is a programme's that its outlet ran on an earlier day.</summary>
    public bool IsRecurring(StoryItem item) =>
        Frame(item.Title) is { } frame && _frames.TryGetValue((item.Outlet, frame), out var first) && first < Day(item);

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

    private static class Dates
    {
        private static readonly HashSet<string> Words = new(
            ("lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre "
            + "novembre decembre 1er").Split(' '), StringComparer.Ordinal);

        public static bool Changes(string word) => Words.Contains(word) || word.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
