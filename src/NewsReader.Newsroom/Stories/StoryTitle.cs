using NewsReader.Newsroom.Language;

namespace NewsReader.Newsroom.Stories;

/// <summary>A member's title that could stand for its story.</summary>
/// <param name="Title">The title as published.</param>
/// <param name="IsFree">Whether its article is free to read.</param>
/// <param name="At">When it was published.</param>
public sealed record TitleCandidate(string Title, bool IsFree, DateTimeOffset At);

/// <summary>Chooses the title of a story among its members' own titles; none is ever invented.</summary>
public static class StoryTitle
{
    // Short of the first a title names no event, beyond the second it no longer fits two lines of a phone.
    private const int ShortTitle = 35, LongTitle = 110;

    // Each is what a title must share more with its story to make up for the fault, on a scale where 1 is all of the story's terms.
    private const double QuestionFault = .35, LengthFault = .2, PaidFault = .15, MarkerFault = .15, LiveFault = .4, TeaserFault = .3;

    private static readonly string[] Teasers =
        ["voici", "ce que", "ce qu", "pourquoi", "comment", "on vous", "decouvrez", "ces", "cette", "celui", "celle"];

    /// <summary>The index of the most informative title; 0 where there is none to choose from. Equal ones: the earliest published.</summary>
    public static int Choose(IReadOnlyList<TitleCandidate> candidates)
    {
        var terms = candidates.Select(c => Terms(HeadlineMarkers.Split(c.Title).Title)).ToList();
        var shares = terms.SelectMany(t => t).GroupBy(t => t, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (g.Count() - 1.0) / Math.Max(1, candidates.Count - 1), StringComparer.Ordinal);
        var best = shares.Values.OrderDescending().Take(6).Sum();
        return Enumerable.Range(0, candidates.Count)
            .OrderByDescending(i => (best > 0 ? Math.Min(1, terms[i].Sum(t => shares[t]) / best) : 0) - Faults(candidates[i]))
            .ThenBy(i => candidates[i].At)
            .ThenBy(i => i)
            .FirstOrDefault();
    }

    private static double Faults(TitleCandidate candidate)
    {
        var (badges, title) = HeadlineMarkers.Split(candidate.Title);
        var folded = Folding.Fold(title);
        var faults = 0.0;
        if (title.EndsWith('?') || title.Contains('…', StringComparison.Ordinal) || title.Contains("...", StringComparison.Ordinal))
            faults += QuestionFault;
        if (title.Length is < ShortTitle or > LongTitle)
            faults += LengthFault;
        if (!candidate.IsFree)
            faults += PaidFault;
        if (badges.Count > 0)
            faults += MarkerFault;
        if (HeadlineMarkers.IsLive(candidate.Title, null))
            faults += LiveFault;
        if (Array.Exists(Teasers, t => folded.StartsWith(t + " ", StringComparison.Ordinal) || folded.StartsWith(t + "'", StringComparison.Ordinal)))
            faults += TeaserFault;
        return faults;
    }

    private static HashSet<string> Terms(string title) =>
        new(TermBag.Of(title, "").Select(t => t.Term), StringComparer.Ordinal);
}
