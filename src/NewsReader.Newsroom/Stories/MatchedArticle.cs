namespace NewsReader.Newsroom.Stories;

/// <summary>An article in the matcher's index, with the story that it belongs to for now.</summary>
internal sealed class MatchedArticle(StoryItem item, int[] terms, float[] counts, bool isRecurring)
{
    public long Id { get; } = item.Id;

    public DateTimeOffset At { get; } = item.At;

    /// <summary>A live blog or a recap of the day touches many events: it may join a story, but does not say what the story is.</summary>
    public bool IsRoundup { get; } = HeadlineMarkers.IsLive(item.Title, item.Address) || HeadlineMarkers.IsRecap(item.Title);

    /// <summary>A programme that comes back (« Le journal de 20 h du 3 mars ») stays alone.</summary>
    public bool IsRecurring { get; } = isRecurring;

    /// <summary>Its terms with their weights; without weights until it is first compared.</summary>
    public ArticleVector Vector { get; private set; } = new(terms, []);

    /// <summary>Null only while the article is between two stories, and once it is forgotten.</summary>
    public StoryCluster? Story { get; set; }

    /// <summary>Weighs its terms with what the statistics know now.</summary>
    public void Weigh(TermStatistics statistics) => Vector = ArticleVector.Of(Vector.Terms, counts, statistics);
}
