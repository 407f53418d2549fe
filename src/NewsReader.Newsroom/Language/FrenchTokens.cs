namespace NewsReader.Newsroom.Language;

/// <summary>A word of a text.</summary>
/// <param name="Word">The word, folded (<see cref="Folding"/>), without what was elided before it.</param>
/// <param name="IsCapital">Whether it was written with a capital.</param>
/// <param name="StartsSentence">Whether its place alone explains a capital: the first word, or one after « . », « : » or « « ».</param>
internal readonly record struct FrenchToken(string Word, bool IsCapital, bool StartsSentence);

/// <summary>Cuts French text into words: elision is undone (« l'Élysée » gives « elysee »), hyphens part.</summary>
internal static class FrenchTokens
{
    private static readonly HashSet<string> Elided = new(StringComparer.Ordinal)
    {
        "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
    };

    /// <summary>The words of the text in order, at most <paramref name="limit"/> of them.</summary>
    public static List<FrenchToken> Of(string text, int limit = int.MaxValue)
    {
        var tokens = new List<FrenchToken>();
        var startsSentence = true;
        var at = 0;
        while (at < text.Length && tokens.Count < limit)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                startsSentence |= text[at] is '.' or '!' or '?' or ':' or '«' or '"' or '“' or '|' or '\n' or '…';
                at++;
                continue;
            }
            var start = at;
            while (at < text.Length && IsPartOfWord(text[at]))
                at++;
            var word = Folding.Fold(text[start..at]);
            // The word after an elision inherits the sentence start: « L'Iran menace » says nothing of « Iran ».
            if (at < text.Length && text[at] is '\'' or '’' && Elided.Contains(word))
                continue;
            tokens.Add(new FrenchToken(word, char.IsUpper(text[start]), startsSentence));
            startsSentence = false;
        }
        return tokens;
    }

    private static bool IsPartOfWord(char c) =>
        char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
