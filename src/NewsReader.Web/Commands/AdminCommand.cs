using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using NewsReader.Web.Admin;
using Spectre.Console;

namespace NewsReader.Web.Commands;

/// <summary><c>admin</c>: a new one-time code, or a new password.</summary>
internal static class AdminCommand
{
    private static readonly Argument<string?> Name = new("NOM") { Description = "Le nom de l'administrateur ; inutile s'il n'y en a qu'un.", Arity = ArgumentArity.ZeroOrOne };

    public static Command Build()
    {
        var code = new Command("code", "Donner un nouveau code à usage unique, qui crée un administrateur.");
        code.SetAction(CodeAsync);
        var password = new Command("password", "Changer le mot de passe d'un administrateur (demandé, ou lu sur l'entrée standard).") { Name };
        password.SetAction(PasswordAsync);
        return new Command("admin", "L'accès à l'administration.") { code, password };
    }

    private static async Task<int> CodeAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var host = await CommandHost.OpenAsync(parsed, cancel);
        await using var db = await host.OpenStoreAsync(cancel);
        Console.WriteLine(await AdministratorCode.IssueAsync(db, cancel));
        return 0;
    }

    private static async Task<int> PasswordAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var host = await CommandHost.OpenAsync(parsed, cancel);
        await using var scope = host.CreateScope();
        await using var db = await host.OpenStoreAsync(cancel);
        var names = await db.Users.Select(u => u.UserName!).ToListAsync(cancel);
        var name = parsed.GetValue(Name) ?? (names.Count == 1 ? names[0] : null);
        if (name is null)
        {
            await Console.Error.WriteLineAsync(names.Count == 0 ? "Il n'y a pas encore d'administrateur : voir « admin code »." : $"Lequel ? {string.Join(", ", names)}");
            return 1;
        }

        var password = Console.IsInputRedirected ? Console.ReadLine() ?? "" : AnsiConsole.Prompt(new TextPrompt<string>("Nouveau mot de passe :").Secret());
        var errors = await scope.ServiceProvider.GetRequiredService<Administrators>().SetPasswordAsync(name, password, SourcesCommand.By, cancel);
        foreach (var error in errors) await Console.Error.WriteLineAsync(error);
        if (errors.Count == 0) Console.WriteLine("Le mot de passe est changé.");
        return errors.Count == 0 ? 0 : 1;
    }
}
