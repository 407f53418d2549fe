namespace NewsReader.Newsroom.Stories;

/// <summary>An article as a unit vector over its terms: TF-IDF with a logarithmic count (Salton and Buckley, 1988).</summary>
/// <param name="Terms">The terms, heaviest first.</param>
/// <param name="Weights">Their weights; the sum of their squares is 1, unless no term tells anything.</param>
internal sealed record ArticleVector(int[] Terms, double[] Weights)
{
    /// <summary>Weighs counted terms with what the statistics know now.</summary>
    public static ArticleVector Of(List<(int Term, double Count)> counts, TermStatistics statistics)
    {
        var weighed = counts.ConvertAll(c => (c.Term, Weight: Math.Log(1 + c.Count) * statistics.Weight(c.Term)));
        var length = Math.Sqrt(weighed.Sum(w => w.Weight * w.Weight));
        // OrderBy is stable: equal weights keep the order of the text, so that the heaviest terms are the same on every run.
        var ordered = weighed.OrderByDescending(w => w.Weight).ToArray();
        return new ArticleVector(
            Array.ConvertAll(ordered, w => w.Term),
            Array.ConvertAll(ordered, w => length > 0 ? w.Weight / length : 0));
    }
}
