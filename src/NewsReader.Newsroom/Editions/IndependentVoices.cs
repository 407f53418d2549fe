using NewsReader.Newsroom.Language;

namespace NewsReader.Newsroom.Editions;

/// <summary>One independent voice of a story: the articles of outlets that share an owner or a dispatch.</summary>
/// <param name="Articles">Its articles, in order of publication.</param>
internal sealed record Voice(IReadOnlyList<ArticleStanding> Articles)
{
    /// <summary>When it first spoke.</summary>
    public DateTimeOffset First => Articles[0].At;

    /// <summary>The weight of its weightiest outlet, as far as it tells the event itself: joining outlets never adds.</summary>
    public double Weight => Articles.Max(a => a.Weight * a.Closeness);

    /// <summary>Its best place in an « à la une » feed.</summary>
    public int? FrontPosition => Articles.Min(a => a.FrontPosition);
}

/// <summary>Joins the articles of a story into independent voices.</summary>
internal static class IndependentVoices
{
    /// <summary>The voices, in the order in which they first spoke.</summary>
    public static List<Voice> Of(IReadOnlyList<ArticleStanding> articles)
    {
        var ordered = articles.OrderBy(a => a.At).ThenBy(a => a.ArticleId).ToList();
        var groups = new int[ordered.Count];
        for (var i = 0; i < ordered.Count; i++)
        {
            groups[i] = i;
            for (var j = 0; j < i; j++)
                if (groups[j] != groups[i] && AreOne(ordered[i], ordered[j]))
                    Join(groups, i, groups[i], groups[j]);
        }
        return [.. ordered.Zip(groups).GroupBy(p => p.Second, p => p.First).Select(g => new Voice([.. g])).OrderBy(v => v.First)];
    }

    /// <summary>How many articles repeat the text of an earlier one.</summary>
    public static int Copies(IReadOnlyList<ArticleStanding> articles)
    {
        var ordered = articles.OrderBy(a => a.At).ThenBy(a => a.ArticleId).ToList();
        return Enumerable.Range(0, ordered.Count)
            .Count(i => ordered.Take(i).Any(earlier => Fingerprint.AreCopies(earlier.Fingerprint, ordered[i].Fingerprint)));
    }

    private static bool AreOne(ArticleStanding a, ArticleStanding b) =>
        a.OutletId == b.OutletId
        || a.Owners.Any(owner => b.Owners.Contains(owner, StringComparer.OrdinalIgnoreCase))
        || Fingerprint.AreCopies(a.Fingerprint, b.Fingerprint);

    private static void Join(int[] groups, int upTo, int from, int to)
    {
        for (var i = 0; i <= upTo; i++)
            if (groups[i] == from)
                groups[i] = to;
    }
}
