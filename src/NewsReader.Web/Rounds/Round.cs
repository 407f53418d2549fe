using NewsReader.Web.Backups;

namespace NewsReader.Web.Rounds;

/// <summary>One full turn of the newsroom: feeds, pages, stories, edition. News flows one way.</summary>
internal sealed class Round(FeedRound feeds, ArticleRound articles, StoryRound stories, EditionRound editions, Retention retention, NightlyBackup backup, DemoRound demo)
{
    /// <summary>Runs one turn. Where sources or pages are left over, <see cref="RoundReport.IsUnfinished"/> says so and the next turn goes on with them.</summary>
    public async Task<RoundReport> RunAsync(bool force, RoundProgress? progress, CancellationToken cancel)
    {
        var due = force ? Due.All : Due.Now;
        progress?.Begin?.Invoke("Sources", await feeds.CountDueAsync(due, cancel));
        var visited = await demo.WatchAsync(feeds.RunAsync(due, progress?.Visited, cancel), cancel);
        progress?.Begin?.Invoke("Articles", await articles.CountWaitingAsync(cancel));
        await articles.RunAsync(progress?.Fetched, cancel);
        progress?.Begin?.Invoke("Sujets", 0);
        await stories.RunAsync(cancel);
        progress?.Begin?.Invoke("Édition", 0);
        var stamp = await editions.RunAsync(cancel);
        await retention.RunAsync(cancel);
        await backup.RunAsync(cancel);
        return new RoundReport(visited, await articles.CountWaitingAsync(cancel), visited.Visited > 0 && await feeds.AnyDueAsync(cancel), stamp);
    }
}

/// <summary>What a round came to.</summary>
/// <param name="Feeds">The visits to sources.</param>
/// <param name="PagesLeft">How many pages wait to be fetched now.</param>
/// <param name="SourcesLeft">Whether sources were visited and the time of others has come.</param>
/// <param name="Stamp">The stamp of today's edition; null where there is none.</param>
internal sealed record RoundReport(FeedReport Feeds, int PagesLeft, bool SourcesLeft, string? Stamp)
{
    /// <summary>Whether another turn has something to do at once.</summary>
    public bool IsUnfinished => PagesLeft > 0 || SourcesLeft;
}

/// <summary>Whom to tell how far a round is.</summary>
internal sealed record RoundProgress
{
    /// <summary>A step begins: its name in French, and how many pieces it has (0 where it has none).</summary>
    public Action<string, int>? Begin { get; init; }

    /// <summary>A source was visited.</summary>
    public Action<SourceVisit>? Visited { get; init; }

    /// <summary>A page was fetched.</summary>
    public Action<PageVisit>? Fetched { get; init; }
}
