using System.CommandLine;
using NewsReader.Web.Adding;

namespace NewsReader.Web.Commands;

/// <summary><c>rules</c>: how an outlet's pages are read, from a text file.</summary>
internal static class RulesCommand
{
    private static readonly Argument<string> Which = new("RÉDACTION") { Description = "Le nom, le site ou le numéro de la rédaction." };
    private static readonly Argument<string?> File = new("FICHIER") { Description = "Les règles à enregistrer ; « - » pour l'entrée standard. Sans fichier, les règles en vigueur sont montrées.", Arity = ArgumentArity.ZeroOrOne };

    public static Command Build()
    {
        var rules = new Command("rules", "Montrer ou enregistrer les règles de lecture d'une rédaction.") { Which, File };
        rules.SetAction(RunAsync);
        return rules;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var host = await CommandHost.OpenAsync(parsed, cancel);
        await using var scope = host.CreateScope();
        var rules = scope.ServiceProvider.GetRequiredService<LaidDownRules>();
        var which = parsed.GetRequiredValue(Which);
        if (await rules.FindAsync(which, cancel) is not { } outlet)
        {
            await Console.Error.WriteLineAsync($"Aucune rédaction n'a ce nom, ce site ni ce numéro : {which}");
            return 1;
        }

        if (parsed.GetValue(File) is not { } file)
        {
            Console.WriteLine(outlet.Rules);
            return 0;
        }

        if (file != "-" && !System.IO.File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"Ce fichier n'existe pas : {file}");
            return 1;
        }

        var text = file == "-" ? await Console.In.ReadToEndAsync(cancel) : await System.IO.File.ReadAllTextAsync(file, cancel);
        var faults = await rules.SaveAsync(outlet.Id, text, SourcesCommand.By, cancel);
        foreach (var fault in faults) await Console.Error.WriteLineAsync(fault);
        return faults.Count == 0 ? 0 : 1;
    }
}
