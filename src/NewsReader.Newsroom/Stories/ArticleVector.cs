namespace NewsReader.Newsroom.Stories;

/// <summary>An article as a unit vector over its terms, TF-IDF with a logarithmic count (Salton and Buckley, 1988).</summary>
internal sealed class ArticleVector
{
    private ArticleVector(int[] terms, double[] weights)
    {
        Terms = terms;
        Weights = weights;
    }

    /// <summary>The terms, heaviest first.</summary>
    public int[] Terms { get; }

    /// <summary>Their weights; the sum of their squares is 1, unless no term tells anything.</summary>
    public double[] Weights { get; }

    /// <summary>Weighs counted terms with what the statistics know now.</summary>
    public static ArticleVector Of(List<(int Term, double Count)> counts, string outlet, TermStatistics statistics)
    {
        var terms = counts.ConvertAll(c => c.Term).ToArray();
        var weights = counts.ConvertAll(c => Math.Log(1 + c.Count) * statistics.Weight(c.Term, outlet)).ToArray();
        var length = Math.Sqrt(weights.Sum(w => w * w));
        if (length > 0)
            for (var i = 0; i < weights.Length; i++)
                weights[i] /= length;
        // Equal weights keep the order of the text, so that the heaviest are the same on every machine.
        var order = Enumerable.Range(0, terms.Length).OrderByDescending(i => weights[i]).ToArray();
        return new ArticleVector([.. order.Select(i => terms[i])], [.. order.Select(i => weights[i])]);
    }
}
