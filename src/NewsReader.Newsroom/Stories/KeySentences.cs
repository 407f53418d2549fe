using System.Text.RegularExpressions;

namespace NewsReader.Newsroom.Stories;

/// <summary>A member of a story with its text.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="OutletId">Who publishes it.</param>
/// <param name="Paragraphs">Its plain paragraphs, the first ones first.</param>
public sealed record MemberText(long ArticleId, long OutletId, IReadOnlyList<string> Paragraphs);

/// <summary>A sentence quoted word for word from an article.</summary>
public sealed record KeySentence(long ArticleId, long OutletId, string Text);

/// <summary>
/// « L'essentiel »: the sentences that say most of what all members say (centrality as in Radev's centroid summaries, 2004), none that
/// says again what another said (maximal marginal relevance: Carbonell and Goldstein, 1998). Quoted, never written.
/// </summary>
public static partial class KeySentences
{
    private const int TimeOut = 250;

    // News stands at the top; further down are context and reactions. Bounded so that a story of 100 articles stays cheap.
    private const int ReadParagraphs = 6, ReadMembers = 30, ReadCharacters = 4_000;

    // A shorter sentence hangs on its neighbours, a longer one is no quotation.
    private const int FewestTerms = 6, LongestSentence = 320, ShortestSentence = 50;

    // The likeness from which a sentence repeats another (cosine of counts).
    private const double Repeats = .45;

    private sealed record Candidate(MemberText Member, string Text, HashSet<string> Terms, int Place);

    /// <summary>Up to <paramref name="count"/> sentences in order of importance, from different outlets while there are such.</summary>
    public static IReadOnlyList<KeySentence> Choose(IReadOnlyList<MemberText> members, int count = 3)
    {
        var read = members.Take(ReadMembers).ToList();
        var candidates = read.SelectMany(Candidates).ToList();
        // A term weighs by the outlets that use it, so that one long text does not decide alone.
        var outlets = candidates.SelectMany(c => c.Terms.Select(t => (Term: t, c.Member.OutletId))).Distinct()
            .GroupBy(p => p.Term, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var several = read.Select(m => m.OutletId).Distinct().Count() > 1;
        var ranked = candidates.OrderByDescending(c => Centrality(c, outlets, several)).ToList();
        var chosen = new List<Candidate>();
        Pick(chosen, ranked.Where(c => !chosen.Exists(o => o.Member.OutletId == c.Member.OutletId)), count);
        Pick(chosen, ranked, count);
        return chosen.ConvertAll(c => new KeySentence(c.Member.ArticleId, c.Member.OutletId, c.Text));
    }

    private static void Pick(List<Candidate> chosen, IEnumerable<Candidate> ranked, int count)
    {
        foreach (var candidate in ranked)
            if (chosen.Count < count && !chosen.Exists(o => Likeness(o.Terms, candidate.Terms) >= Repeats))
                chosen.Add(candidate);
    }

    // Divided by the root of the length, so that neither long nor short sentences win by their length; earlier ones are preferred.
    private static double Centrality(Candidate sentence, Dictionary<string, int> outlets, bool several) =>
        sentence.Terms.Sum(t => several ? outlets[t] - 1 : outlets[t]) / Math.Sqrt(sentence.Terms.Count) / (1 + .1 * sentence.Place);

    private static double Likeness(HashSet<string> a, HashSet<string> b) =>
        a.Count(b.Contains) / Math.Sqrt((double)a.Count * b.Count);

    private static IEnumerable<Candidate> Candidates(MemberText member)
    {
        var place = 0;
        foreach (var paragraph in member.Paragraphs.Take(ReadParagraphs))
            foreach (var sentence in Sentences(paragraph.Length > ReadCharacters ? paragraph[..ReadCharacters] : paragraph))
            {
                var terms = new HashSet<string>(TermBag.Of("", sentence).Select(t => t.Term), StringComparer.Ordinal);
                if (IsQuotable(sentence) && terms.Count >= FewestTerms)
                    yield return new Candidate(member, sentence, terms, place++);
            }
    }

    private static bool IsQuotable(string sentence) =>
        sentence.Length is >= ShortestSentence and <= LongestSentence
        && (char.IsUpper(sentence[0]) || char.IsDigit(sentence[0]) || sentence[0] == '«')
        && sentence[^1] is '.' or '!' or '»'
        && sentence.Count(c => c == '«') == sentence.Count(c => c == '»');

    private static string[] Sentences(string paragraph)
    {
        try
        {
            return SentenceEnds().Split(paragraph.Trim());
        }
        catch (RegexMatchTimeoutException)
        {
            return [];
        }
    }

    // After a stop (and its closing guillemet) and before a capital, but not after « M. », « Mme. » or an initial.
    [GeneratedRegex(@"(?<=[.!?…]|[.!?…]\s»)(?<!\b(?:\p{Lu}|MM|Dr|Pr|Mgr|St|art|cf)\.)\s+(?=[\p{Lu}\p{N}«])", RegexOptions.None, TimeOut)]
    private static partial Regex SentenceEnds();
}
