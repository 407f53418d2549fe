using System.CommandLine;
using NewsReader.Storage;

namespace NewsReader.Web.Commands;

/// <summary><c>migrate</c>: brings the database up to date, where a start does not.</summary>
internal static class MigrateCommand
{
    public static Command Build()
    {
        var migrate = new Command("migrate", "Mettre la base de données à jour.");
        migrate.SetAction(RunAsync);
        return migrate;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var host = await CommandHost.OpenAsync(parsed, cancel, migrate: false);
        await using var db = await host.OpenStoreAsync(cancel);
        var pending = await db.HasPendingMigrationsAsync(cancel);
        if (pending) await host.MigrateAsync(cancel);
        Console.WriteLine(pending ? "La base de données est mise à jour." : "La base de données était déjà à jour.");
        return 0;
    }
}
