using System.CommandLine;
using NewsReader.Web.Fetching;
using NewsReader.Web.Rounds;
using Spectre.Console;

namespace NewsReader.Web.Commands;

/// <summary><c>feed</c>: reads a feed from a file or an address, and shows what it says.</summary>
internal static class FeedCommand
{
    private static readonly Argument<string> Place = new("FICHIER|ADRESSE") { Description = "Le fichier ou l'adresse du flux." };

    public static Command Build()
    {
        var feed = new Command("feed", "Lire un flux et montrer ce qu'il dit.") { Place, CommandTree.Json };
        feed.SetAction(RunAsync);
        return feed;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var host = await CommandHost.OpenAsync(parsed, cancel);
        var client = host.Get<PageClient>();
        var answer = await Reach.GetAsync(parsed.GetRequiredValue(Place), FetchKind.Feed, client, cancel);
        var visit = SourceVisit.Of(new DueSource(0, answer.Address), answer, client.WhyRefused);
        if (parsed.GetValue(CommandTree.Json)) Console.WriteLine(CommandJson.Of(new { State = visit.State.Word(), visit.Detail, visit.Feed }));
        else Show(visit);
        return visit.Feed is null ? 1 : 0;
    }

    private static void Show(SourceVisit visit)
    {
        Terminal.Line($"{visit.State.Word()} {visit.Detail}");
        if (visit.Feed is not { } feed) return;
        Terminal.Line($"[bold]{feed.Title}[/] ({feed.Format}, {feed.Encoding}, {feed.Entries.Count} entrées)");
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Date", "Titre", "Adresse");
        foreach (var entry in feed.Entries)
            table.AddRow(new Text($"{entry.Published:yyyy-MM-dd HH:mm}"), new Text(ToStorage.Line(entry.Title) ?? ""), new Text(entry.Link ?? ""));
        AnsiConsole.Write(table);
    }
}
