using System.CommandLine;
using NewsReader.Web.Adding;
using NewsReader.Web.Rounds;

namespace NewsReader.Web.Commands;

/// <summary><c>sources import</c>: follows the feeds of an OPML file.</summary>
internal static class ImportCommand
{
    private const int VisitsAtOnce = 8;
    private static readonly Argument<FileInfo> OpmlFile = new("FICHIER.opml") { Description = "Le fichier OPML." };

    public static Command Build()
    {
        var import = new Command("import", "Suivre les sources d'un fichier OPML.") { OpmlFile.AcceptExistingOnly(), AddCommand.Unchecked };
        import.SetAction(RunAsync);
        return import;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var reading = OpmlLists.Read(await File.ReadAllBytesAsync(parsed.GetRequiredValue(OpmlFile).FullName, cancel));
        if (reading.Failure is { } failure)
        {
            await Console.Error.WriteLineAsync(OpmlWords.Of(failure));
            return 1;
        }

        foreach (var refusal in reading.Refusals) await Console.Error.WriteLineAsync($"{refusal.Text}\t{OpmlWords.Of(refusal.Cause)}");
        await using var host = await CommandHost.OpenAsync(parsed, cancel);
        var wanted = OpmlLists.Wanted(reading);
        if (!parsed.GetValue(AddCommand.Unchecked)) wanted = await AnsweringAsync(host, wanted, cancel);
        await using var scope = host.CreateScope();
        var result = await scope.ServiceProvider.GetRequiredService<FollowedSources>().ImportAsync(wanted, SourcesCommand.By, progress: null, cancel);
        foreach (var (address, trouble) in result.Refused) await Console.Error.WriteLineAsync($"{address}\t{trouble.Sentence}");
        Console.WriteLine($"{result.Added} sources ajoutées, {reading.Entries.Count - result.Added + reading.Refusals.Count + reading.MoreRefusals} refusées.");
        return result.Added > 0 || reading.Entries.Count == 0 ? 0 : 1;
    }

    /// <summary>Those of the sources that answer as a feed; the others are named with the reason.</summary>
    private static async Task<List<SourceToFollow>> AnsweringAsync(CommandHost host, IReadOnlyList<SourceToFollow> wanted, CancellationToken cancel)
    {
        var answering = new List<SourceToFollow>();
        await ManyReadOneWrites.RunAsync(
            wanted,
            VisitsAtOnce,
            async (source, token) =>
            {
                await using var scope = host.CreateScope();
                return (source, finding: await scope.ServiceProvider.GetRequiredService<SourceFinder>().FindAsync(source.Address, token));
            },
            async (found, _) =>
            {
                if (found.finding.Feeds.Count > 0) answering.Add(found.source);
                else await Console.Error.WriteLineAsync($"{found.source.Address}\t{found.finding.Trouble?.Sentence}");
            },
            cancel);
        return answering;
    }
}
