using NewsReader.Newsroom.Language;

namespace NewsReader.Newsroom.Stories;

/// <summary>A term of an article with its count, title and lede together, and whether it was written as a name.</summary>
internal readonly record struct TermCount(string Term, double Count, bool IsName);

/// <summary>Counts the terms of an article: the title's weigh more than the lede's.</summary>
internal static class TermBag
{
    /// <summary>The terms in order of first appearance.</summary>
    public static List<TermCount> Of(string title, string lede)
    {
        var bag = new Dictionary<string, TermCount>(StringComparer.Ordinal);
        Count(bag, FrenchTokens.Of(title, MatcherWeights.TitleWords), MatcherWeights.TitleCount);
        Count(bag, FrenchTokens.Of(lede, MatcherWeights.LedeWords), 1);
        return [.. bag.Values];
    }

    private static void Count(Dictionary<string, TermCount> bag, List<FrenchToken> tokens, double weight)
    {
        foreach (var token in tokens)
        {
            if (token.Word.Length < 2 || FrenchStopWords.Contains(token.Word))
                continue;
            var term = FrenchStems.Of(token.Word);
            var isName = token is { IsCapital: true, StartsSentence: false };
            var before = bag.GetValueOrDefault(term);
            bag[term] = new TermCount(term, before.Count + weight, before.IsName || isName);
        }
    }
}
