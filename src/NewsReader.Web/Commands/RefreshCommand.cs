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

    /// <summary>Runs turns until no page waits: the first visits the sources, the others only fetch on.</summary>
    private static async Task<RoundReport> RunAsync(Round round, bool force, CancellationToken cancel)
    {
        RoundReport? first = null;
        await AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn()).StartAsync(async progress =>
        {
            var shown = new ShownProgress(progress);
            first = await round.RunAsync(force, shown.Progress, cancel);
            for (var last = first; last.PagesLeft > 0;) last = await round.RunAsync(force: false, shown.Progress, cancel);
        });
        return first!;
    }

    private static int Tell(RoundReport report)
    {
        var feeds = report.Feeds;
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
