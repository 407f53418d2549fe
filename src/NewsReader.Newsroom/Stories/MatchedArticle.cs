namespace NewsReader.Newsroom.Stories;

/// <summary>An article in the matcher's index, with the story that it belongs to for now.</summary>
internal sealed class MatchedArticle(StoryItem item, List<(int Term, double Count)> counts, bool isRecurring)
{
    public long Id { get; } = item.Id;

    public DateTimeOffset At { get; } = item.At;

    public List<(int Term, double Count)> Counts { get; } = counts;

    /// <summary>A live blog touches many events in a day: it may join a story, but does not say what the story is.</summary>
    public bool IsLive { get; } = HeadlineMarkers.IsLive(item.Title, item.Address);

    /// <summary>A programme that comes back (« Le journal de 20 h du 3 mars ») stays alone.</summary>
    public bool IsRecurring { get; } = isRecurring;

    public ArticleVector Vector { get; set; } = new([], []);

    /// <summary>Null only while the article is between two stories.</summary>
    public StoryCluster? Story { get; set; }
}
