namespace NewsReader.Newsroom.Language;

/// <summary>
/// A light French stemmer on folded words: number, gender, the common verb endings and the common derivations
/// (« démissionne », « démission » and « démissions » meet; « ukrainienne » meets « Ukraine »). It works without accents,
/// since half of the headlines and most queries come without.
/// </summary>
internal static class FrenchStems
{
    // Longest first; what must remain is said per ending, so that short words keep their meaning.
    private static readonly (string Ending, int Remains)[] Endings =
    [
        ("issement", 4), ("eraient", 4), ("isation", 4), ("issent", 4), ("issant", 4), ("atrice", 4), ("erions", 4),
        ("ateur", 4), ("ation", 4), ("erait", 4), ("erais", 4), ("eront", 4), ("erons", 4), ("aient", 4), ("ienne", 4),
        ("ement", 5), ("ielle", 4), ("aire", 5), ("ance", 4), ("ence", 4), ("isme", 4), ("iste", 4), ("ique", 4), ("able", 4),
        ("ible", 4), ("euse", 4), ("elle", 5), ("enne", 4), ("oise", 4), ("aise", 4), ("iere", 4), ("iel", 4), ("ment", 5),
        ("ite", 4), ("ive", 4), ("ale", 4), ("ant", 4), ("ait", 4), ("ais", 4), ("ois", 4), ("era", 4), ("ent", 4), ("eur", 4), ("eux", 4),
        ("age", 4), ("ien", 4), ("ier", 4), ("ion", 4), ("ine", 5), ("ee", 3), ("ie", 4), ("al", 4), ("el", 4), ("er", 3), ("ez", 4),
        ("if", 4), ("ir", 4), ("e", 3), ("i", 4),
    ];

    /// <summary>The stem of a folded word; words with digits and words of three letters stay as they are.</summary>
    public static string Of(string folded)
    {
        if (folded.Length < 4 || folded.AsSpan().ContainsAnyInRange('0', '9'))
            return folded;
        var word = Singular(folded);
        // Two derivations at most stand on one another: « démissionner » → « démission » → « démiss ».
        for (var pass = 0; pass < 2; pass++)
        {
            word = WithoutDoubledEnd(word);
            foreach (var (ending, remains) in Endings)
            {
                if (word.Length - ending.Length < remains || !word.EndsWith(ending, StringComparison.Ordinal))
                    continue;
                word = word[..^ending.Length];
                break;
            }
        }
        return WithoutDoubledEnd(word);
    }

    private static string Singular(string word)
    {
        if (word.EndsWith("eaux", StringComparison.Ordinal))
            return word[..^1];
        if (word.Length > 5 && word.EndsWith("aux", StringComparison.Ordinal))
            return word[..^2] + "l";
        return word[^1] is 's' or 'x' && word[^2] is not ('s' or 'i') ? word[..^1]
            : word.EndsWith("is", StringComparison.Ordinal) && word.Length > 6 && !word.EndsWith("ais", StringComparison.Ordinal)
                && !word.EndsWith("ois", StringComparison.Ordinal) ? word[..^1]
            : word;
    }

    private static string WithoutDoubledEnd(string word) =>
        word.Length > 4 && word[^1] == word[^2] && word[^1] != 'e' ? word[..^1] : word;
}
