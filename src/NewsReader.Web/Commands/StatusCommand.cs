using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;
using Spectre.Console;

namespace NewsReader.Web.Commands;

/// <summary><c>status</c>: how much there is, and how fresh.</summary>
internal static class StatusCommand
{
    public static Command Build()
    {
        var status = new Command("status", "Dire ce qui est gardé, et de quand date l'édition.") { CommandTree.Json };
        status.SetAction(RunAsync);
        return status;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var host = await CommandHost.OpenAsync(parsed, cancel);
        await using var db = await host.OpenStoreAsync(cancel);
        var status = await CountAsync(db, cancel);
        if (parsed.GetValue(CommandTree.Json)) Console.WriteLine(CommandJson.Of(status));
        else Show(status);
        return 0;
    }

    private static async Task<StatusAnswer> CountAsync(NewsDb db, CancellationToken cancel)
    {
        var edition = await db.Editions.AsNoTracking().Where(e => e.Part == Storage.Editions.EditionPart.Day).OrderBy(e => e.IsDemo).ThenByDescending(e => e.Day).FirstOrDefaultAsync(cancel);
        return new StatusAnswer(
            await db.Sources.CountAsync(cancel),
            await db.Sources.CountAsync(s => s.Failures > 0, cancel),
            await db.Entries.CountAsync(cancel),
            await db.Articles.CountAsync(cancel),
            await db.Articles.CountAsync(a => a.NextFetch != null, cancel),
            await db.Stories.CountAsync(s => s.MergedInto == null && !s.IsRemoved, cancel),
            edition is null ? null : new EditionAnswer(edition.Day.ToString("O", null), edition.Stamp, CommandHost.Iso(edition.DrawnAt)!, edition.IsDemo));
    }

    private static void Show(StatusAnswer status)
    {
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumns("", "");
        table.AddRow("Sources", $"{status.Sources} ({status.Failing} en échec)");
        table.AddRow("Entrées", $"{status.Entries}");
        table.AddRow("Articles", $"{status.Articles} ({status.Waiting} en attente)");
        table.AddRow("Sujets", $"{status.Stories}");
        table.AddRow("Édition", status.Edition is { } edition ? $"{edition.Day}, {edition.Stamp}{(edition.Demo ? " (démonstration)" : "")}" : "aucune");
        AnsiConsole.Write(table);
    }
}

/// <summary>What <c>status --json</c> answers.</summary>
internal sealed record StatusAnswer(int Sources, int Failing, int Entries, int Articles, int Waiting, int Stories, EditionAnswer? Edition);

/// <summary>The edition in <c>status --json</c>.</summary>
internal sealed record EditionAnswer(string Day, string Stamp, string DrawnAt, bool Demo);
