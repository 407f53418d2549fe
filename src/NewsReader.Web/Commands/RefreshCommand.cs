using System.CommandLine;
using NewsReader.Web.Rounds;
using Spectre.Console;

namespace NewsReader.Web.Commands;

/// <summary><c>refresh</c>: one full round in the foreground.</summary>
internal static class RefreshCommand
{
    private static readonly Option<bool> Force = new("--force") { Description = "Visiter aussi les sources dont l'heure n'est pas venue." };

    public static Command Build()
    {
        var refresh = new Command("refresh", "Faire un tour complet : sources, articles, sujets, édition.") { Force };
        refresh.SetAction(RunAsync);
        return refresh;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var host = await CommandHost.OpenAsync(parsed, cancel);
        var turn = host.Get<RoundTurn>();
        if (await turn.TakeAsync("refresh", cancel) is { } holder)
        {
            await turn.AskAsync(cancel);
            Terminal.Line($"Un autre processus fait les tours ({holder.Command}, processus {holder.ProcessId} sur {holder.Machine}) : la demande lui est transmise.");
            return 0;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var holding = turn.HoldAsync(asked: null, ending.Token);
        try
        {
            await host.Get<DemoRound>().ResumeAsync(chosen: false, cancel);
            return Tell(await RunAsync(host.Get<Round>(), parsed.GetValue(Force), cancel));
        }
        finally
        {
            await ending.CancelAsync();
            await holding;
            await turn.GiveBackAsync();
        }
    }

    /// <summary>Runs turns until no source and no page waits.</summary>
    private static async Task<FeedReport> RunAsync(Round round, bool force, CancellationToken cancel)
    {
        var visits = new FeedReport();
        await AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn()).StartAsync(async progress =>
        {
            var shown = new ShownProgress(progress);
            for (var all = force; ; all = false)
            {
                var last = await round.RunAsync(all, shown.Progress, cancel);
                visits = visits.With(last.Feeds);
                if (!last.IsUnfinished) return;
            }
        });
        return visits;
    }

    private static int Tell(FeedReport feeds)
    {
        Terminal.Line($"{feeds.Visited} sources visitées, {feeds.Failed} en échec, {feeds.Added} entrées nouvelles.");
        return feeds.Visited > 0 && feeds.Failed == feeds.Visited ? 1 : 0;
    }

    /// <summary>One bar a step, each filled as its pieces come in.</summary>
    private sealed class ShownProgress(ProgressContext context)
    {
        private ProgressTask? _step;

        public RoundProgress Progress => new() { Begin = Begin, Visited = _ => _step?.Increment(1), Fetched = _ => _step?.Increment(1) };

        private void Begin(string name, int pieces)
        {
            _step?.Value(_step.MaxValue);
            _step = context.AddTask(name, maxValue: Math.Max(pieces, 1));
        }
    }
}
