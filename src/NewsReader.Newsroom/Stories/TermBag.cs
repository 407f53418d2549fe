using System.Text.RegularExpressions;
using NewsReader.Newsroom.Language;

namespace NewsReader.Newsroom.Stories;

/// <summary>A term of an article with its count, title and lede together, and whether it was written as a name.</summary>
internal readonly record struct TermCount(string Term, double Count, bool IsName);

/// <summary>Counts the terms of an article: the title's weigh more than the lede's.</summary>
internal static partial class TermBag
{
    private const int TimeOut = 5_000;

    /// <summary>The terms in order of first appearance.</summary>
    public static List<TermCount> Of(string title, string lede)
    {
        var bag = new Dictionary<string, TermCount>(StringComparer.Ordinal);
        Count(bag, FrenchTokens.Of(Words(title), MatcherWeights.TitleWords), MatcherWeights.TitleCount);
        Count(bag, FrenchTokens.Of(Words(lede), MatcherWeights.LedeWords), 1);
        return [.. bag.Values];
    }

    // An address is no word, and « #CoupeDuMonde » is three.
    private static string Words(string text)
    {
        if (text.AsSpan().IndexOfAny('#', '@', '/') < 0)
            return text;
        try
        {
            return InnerCapital().Replace(Address().Replace(text, " "), " ");
        }
        catch (RegexMatchTimeoutException)
        {
            return text;
        }
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

    [GeneratedRegex(@"\bhttps?://\S*|\b(?:www\.|pic\.twitter\.com/|t\.co/)\S+", RegexOptions.IgnoreCase, TimeOut)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<=[#@][\p{L}\p{N}_]*\p{Ll})(?=\p{Lu})", RegexOptions.None, TimeOut)]
    private static partial Regex InnerCapital();
}
