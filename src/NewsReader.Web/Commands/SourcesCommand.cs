using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage.Sources;
using NewsReader.Web.Adding;
using Spectre.Console;

namespace NewsReader.Web.Commands;

/// <summary><c>sources</c>: what is followed.</summary>
internal static class SourcesCommand
{
    /// <summary>Who a decision from here is signed by in the log.</summary>
    public const string By = "terminal";

    private static readonly Argument<string> Which = new("ID|ADRESSE") { Description = "Le numéro ou l'adresse de la source." };
    private static readonly Argument<string?> Target = new("FICHIER.opml") { Description = "Où écrire ; sur la sortie standard sinon.", Arity = ArgumentArity.ZeroOrOne };

    public static Command Build()
    {
        var list = new Command("list", "Montrer les sources et leur état.") { CommandTree.Json };
        list.SetAction(ListAsync);
        var export = new Command("export", "Écrire les sources en OPML.") { Target };
        export.SetAction(ExportAsync);
        var remove = new Command("remove", "Ne plus suivre une source. Ses articles restent.") { Which };
        remove.SetAction(RemoveAsync);
        return new Command("sources", "Les sources suivies.") { AddCommand.Build(), list, ImportCommand.Build(), export, remove };
    }

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var host = await CommandHost.OpenAsync(parsed, cancel);
        await using var db = await host.OpenStoreAsync(cancel);
        var sources = await db.Sources.AsNoTracking().Include(s => s.Outlet).OrderBy(s => s.Id).ToListAsync(cancel);
        var kept = await db.Entries.GroupBy(e => e.SourceId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var answers = sources.Select(s => Answer(s, kept.GetValueOrDefault(s.Id))).ToList();
        if (parsed.GetValue(CommandTree.Json)) Console.WriteLine(CommandJson.Of(answers));
        else Show(answers);
        return 0;
    }

    private static SourceAnswer Answer(Source source, int entries)
    {
        var condition = SourceCondition.Of(source);
        return new SourceAnswer(
            source.Id,
            source.Address,
            source.Outlet!.Name,
            source.Section,
            source.State,
            source.IsPaused,
            CommandHost.Iso(source.LastSuccess),
            source.IsPaused ? null : CommandHost.Iso(source.NextVisit),
            entries,
            condition.IsWell ? null : condition.Sentence);
    }

    private static void Show(List<SourceAnswer> sources)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("N°", "Rédaction", "Rubrique", "État", "Entrées", "Dernière erreur");
        foreach (var s in sources)
            table.AddRow(new Text($"{s.Id}"), new Text(s.Outlet), new Text(s.Section ?? ""), new Text(s.Paused ? "suspendue" : s.State ?? "à visiter"), new Text($"{s.Entries}"), new Text(s.LastError ?? ""));
        AnsiConsole.Write(table);
    }

    private static async Task<int> ExportAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var host = await CommandHost.OpenAsync(parsed, cancel);
        await using var db = await host.OpenStoreAsync(cancel);
        var opml = await OpmlLists.WriteAsync(db, cancel);
        if (parsed.GetValue(Target) is { } file) await File.WriteAllBytesAsync(file, opml, cancel);
        else await Console.OpenStandardOutput().WriteAsync(opml, cancel);
        return 0;
    }

    private static async Task<int> RemoveAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var host = await CommandHost.OpenAsync(parsed, cancel);
        var which = parsed.GetRequiredValue(Which);
        if (await FindAsync(host, which, cancel) is { } id)
        {
            await using var scope = host.CreateScope();
            if (await scope.ServiceProvider.GetRequiredService<FollowedSources>().RemoveAsync(id, By, cancel)) return 0;
        }

        await Console.Error.WriteLineAsync($"Aucune source n'a ce numéro ni cette adresse : {which}");
        return 1;
    }

    private static async Task<long?> FindAsync(CommandHost host, string which, CancellationToken cancel)
    {
        if (long.TryParse(which, CultureInfo.InvariantCulture, out var id)) return id;
        await using var db = await host.OpenStoreAsync(cancel);
        return await db.Sources.Where(s => s.Address == which).Select(s => (long?)s.Id).SingleOrDefaultAsync(cancel);
    }
}

/// <summary>A source in <c>sources list --json</c>. State is null before the first visit; <c>lastError</c> is in French.</summary>
internal sealed record SourceAnswer(
    long Id, string Address, string Outlet, string? Section, string? State, bool Paused, string? LastSuccess, string? NextVisit, int Entries, string? LastError);
