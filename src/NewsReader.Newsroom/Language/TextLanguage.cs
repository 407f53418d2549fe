using System.Collections.Frozen;

namespace NewsReader.Newsroom.Language;

/// <summary>
/// Tells the language of a text by its commonest small words, which every paragraph has (Grefenstette, « Comparing two language identification
/// schemes », 1995). It knows French and the languages that French outlets publish or quote in.
/// </summary>
public static class TextLanguage
{
    /// <summary>A text is looked at up to here, in characters.</summary>
    private const int Enough = 6000;

    /// <summary>Fewer words than this say nothing.</summary>
    private const int FewestWords = 20;

    /// <summary>The small words make up at least this share of any text in sentences.</summary>
    private const double LeastShare = 0.12;

    /// <summary>The best language has at least this many times the small words of the next.</summary>
    private const double ClearLead = 1.4;

    private static readonly (string Language, string Words)[] SmallWords =
    [
        ("fr", "le la les des du un une et est dans pour que qui sur par pas au aux avec ce cette il elle ne se son sa ses plus ont été sont mais ou nous vous leur en de"),
        ("en", "the of and to in is that for on with as was at by are it be from this have has not an or they his her were which will their but"),
        ("de", "der die das und in den von zu mit ist auf für im dem nicht ein eine sich des auch es als an hat dass werden aus sie bei sind"),
        ("es", "el la los las de que y en un una por con para se del al es su no lo más como ha sus pero fue este esta son entre"),
        ("it", "il la di che e un una per in con del della non si è le gli i da al dei sono alla più nel anche ha come dal lo"),
        ("pt", "o a os as de que e em um uma para com não do da no na por se mais dos das ao foi como mas sua pelo são é"),
        ("nl", "de het een en van in is op dat te voor met zijn niet aan er om ook als bij maar door naar hij werd uit worden deze nog"),
    ];

    private static readonly FrozenDictionary<string, int[]> Languages = SmallWords
        .SelectMany((l, i) => l.Words.Split(' ').Distinct(StringComparer.Ordinal).Select(word => (word, i)))
        .GroupBy(p => p.word, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.Select(p => p.i).ToArray(), StringComparer.Ordinal);

    /// <summary>The two letters of the language (ISO 639-1); null where the text is too short or in none that is known.</summary>
    public static string? Of(string text)
    {
        Span<double> found = stackalloc double[SmallWords.Length];
        found.Clear();
        var lookup = Languages.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> word = stackalloc char[8];
        var words = 0;
        var head = text.AsSpan(0, Math.Min(text.Length, Enough));
        for (var start = 0; start < head.Length; start++)
        {
            var length = 0;
            while (start + length < head.Length && char.IsLetter(head[start + length])) length++;
            if (length == 0) continue;
            words++;
            if (length <= word.Length && head.Slice(start, length).ToLowerInvariant(word) == length && lookup.TryGetValue(word[..length], out var languages))
                foreach (var language in languages) found[language] += 1.0 / languages.Length;
            start += length;
        }
        return words < FewestWords ? null : Clearest(found, words);
    }

    private static string? Clearest(ReadOnlySpan<double> found, int words)
    {
        var (best, next) = (0, -1);
        for (var i = 1; i < found.Length; i++)
        {
            if (found[i] > found[best]) (best, next) = (i, best);
            else if (next < 0 || found[i] > found[next]) next = i;
        }
        return found[best] >= words * LeastShare && found[best] >= found[next] * ClearLead ? SmallWords[best].Language : null;
    }
}
