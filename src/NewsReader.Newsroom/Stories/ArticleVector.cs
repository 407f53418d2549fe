namespace NewsReader.Newsroom.Stories;

/// <summary>An article as a unit vector over its terms: TF-IDF with a logarithmic count (Salton and Buckley, 1988).</summary>
/// <param name="Terms">The terms, in the order of the text.</param>
/// <param name="Weights">Their weights; the sum of their squares is 1, unless no term tells anything.</param>
internal readonly record struct ArticleVector(int[] Terms, float[] Weights)
{
    /// <summary>Weighs counted terms with what the statistics know now.</summary>
    public static ArticleVector Of(int[] terms, float[] counts, TermStatistics statistics)
    {
        var weights = new float[terms.Length];
        var squares = 0.0;
        for (var i = 0; i < terms.Length; i++)
        {
            var weight = Math.Log(1 + counts[i]) * statistics.Weight(terms[i]);
            weights[i] = (float)weight;
            squares += weight * weight;
        }
        var length = squares > 0 ? (float)Math.Sqrt(squares) : 1;
        for (var i = 0; i < weights.Length; i++)
            weights[i] /= length;
        return new ArticleVector(terms, weights);
    }

    /// <summary>The terms that weigh most, heaviest first; equal ones in the order of the text, so that they are the same on every run.</summary>
    public IEnumerable<(int Term, double Weight)> Heaviest(int count) =>
        Terms.Zip(Weights, (term, weight) => (Term: term, Weight: (double)weight)).OrderByDescending(t => t.Weight).Take(count);
}
