using System.CommandLine;
using NewsReader.Web.Adding;

namespace NewsReader.Web.Commands;

/// <summary><c>stories separate</c>, <c>merge</c>, <c>pin</c>, <c>hide</c>, <c>undo</c> and <c>export</c>: decisions about stories, which the next round applies.</summary>
internal static class CorrectionCommands
{
    private static readonly Argument<long[]> Articles = new("ARTICLE") { Description = "Les numéros des articles à sortir de leur sujet.", Arity = ArgumentArity.OneOrMore };
    private static readonly Argument<long> Story = new("SUJET") { Description = "Le numéro du sujet." };
    private static readonly Argument<long> Other = new("AUTRE") { Description = "Le numéro du sujet à réunir au premier." };
    private static readonly Argument<long> Number = new("CORRECTION") { Description = "Le numéro de la correction." };
    private static readonly Argument<string?> Target = new("FICHIER.jsonl") { Description = "Où écrire ; sur la sortie standard sinon.", Arity = ArgumentArity.ZeroOrOne };

    public static IEnumerable<Command> Build() =>
    [
        Decide("separate", "Sortir des articles de leur sujet.", [Articles], (stories, parsed, cancel) => stories.SeparateAsync(parsed.GetRequiredValue(Articles), SourcesCommand.By, cancel)),
        Decide("merge", "Réunir deux sujets.", [Story, Other], (stories, parsed, cancel) => stories.MergeAsync(parsed.GetRequiredValue(Story), parsed.GetRequiredValue(Other), SourcesCommand.By, cancel)),
        Decide("pin", "Mettre un sujet en tête de la une.", [Story], (stories, parsed, cancel) => stories.PinAsync(parsed.GetRequiredValue(Story), SourcesCommand.By, cancel)),
        Decide("hide", "Retirer un sujet du journal.", [Story], (stories, parsed, cancel) => stories.HideAsync(parsed.GetRequiredValue(Story), SourcesCommand.By, cancel)),
        Decide("undo", "Annuler une correction.", [Number], (stories, parsed, cancel) => stories.UndoAsync(parsed.GetRequiredValue(Number), SourcesCommand.By, cancel)),
        Export(),
    ];

    private static Command Decide(string name, string description, Argument[] arguments, Func<CorrectedStories, ParseResult, CancellationToken, Task<string?>> decide)
    {
        var command = new Command(name, description);
        foreach (var argument in arguments) command.Add(argument);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, cancel);
            await using var scope = host.CreateScope();
            if (await decide(scope.ServiceProvider.GetRequiredService<CorrectedStories>(), parsed, cancel) is not { } fault)
            {
                Console.WriteLine("C'est noté : le prochain tour en tient compte.");
                return 0;
            }

            await Console.Error.WriteLineAsync(fault);
            return 1;
        });
        return command;
    }

    private static Command Export()
    {
        var export = new Command("export", "Écrire les corrections comme cas étiquetés, un par ligne, en JSON.") { Target };
        export.SetAction(async (parsed, cancel) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, cancel);
            await using var scope = host.CreateScope();
            var cases = await scope.ServiceProvider.GetRequiredService<CorrectedStories>().ExportAsync(cancel);
            var lines = cases.Select(CommandJson.LineOf);
            if (parsed.GetValue(Target) is { } file) await File.WriteAllLinesAsync(file, lines, cancel);
            else foreach (var line in lines) Console.WriteLine(line);
            return 0;
        });
        return export;
    }
}
