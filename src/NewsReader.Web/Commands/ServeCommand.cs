using System.CommandLine;
using NewsReader.Web.Hosting;

namespace NewsReader.Web.Commands;

/// <summary><c>serve</c>, which is also what the program does without a command: pages and rounds.</summary>
internal static class ServeCommand
{
    private static readonly Option<string?> Urls = new("--urls") { Description = "Les adresses où répondre, séparées par des points-virgules.", HelpName = "ADRESSES" };
    private static readonly Option<bool> Demo = new("--demo") { Description = "Servir la rédaction de démonstration." };

    /// <summary>Options of the host that test frameworks pass.</summary>
    private static readonly string[] HostOptions = ["--environment=", "--contentRoot=", "--applicationName="];

    public static Command Build()
    {
        var serve = new Command("serve", "Suivre les sources et montrer les pages (par défaut).");
        Configure(serve);
        return serve;
    }

    /// <summary>Gives a command the options and the work of <c>serve</c>.</summary>
    public static void Configure(Command command)
    {
        command.Add(Urls);
        command.Add(Demo);
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(RunAsync);
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        if (parsed.UnmatchedTokens.FirstOrDefault(token => !HostOptions.Any(option => token.StartsWith(option, StringComparison.Ordinal))) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"Commande ou option inconnue : {unknown} (voir --help)");
            return 2;
        }

        var options = new ServerOptions(parsed.GetValue(CommandTree.Data), parsed.GetValue(Urls), parsed.GetValue(Demo), [.. parsed.UnmatchedTokens]);
        return await Server.RunAsync(options, cancel);
    }
}
