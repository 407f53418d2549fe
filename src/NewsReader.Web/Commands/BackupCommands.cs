using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsReader.Storage;
using NewsReader.Web.Backups;
using NewsReader.Web.Hosting;

namespace NewsReader.Web.Commands;

/// <summary><c>backup</c> and <c>restore</c>: a whole copy of the database, and the way back.</summary>
internal static class BackupCommands
{
    private static readonly Argument<FileInfo?> Target = new("FICHIER") { Description = "Où écrire la copie ; par défaut parmi les sauvegardes.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Argument<FileInfo> Copy = new("FICHIER") { Description = "La sauvegarde à remettre en place." };

    public static IEnumerable<Command> Build()
    {
        var backup = new Command("backup", "Faire une sauvegarde de la base de données, même pendant que le serveur tourne.") { Target };
        backup.SetAction(BackupAsync);
        var restore = new Command("restore", "Remettre une sauvegarde en place, serveur arrêté ; la base actuelle est mise de côté.") { Copy };
        restore.SetAction(RestoreAsync);
        return [backup, restore];
    }

    private static async Task<int> BackupAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var host = await CommandHost.OpenAsync(parsed, cancel, migrate: false);
        try
        {
            var made = await host.Get<BackupShelf>().MakeAsync(parsed.GetValue(Target)?.FullName, cancel);
            Console.WriteLine($"{made.Copy.Path} ({Backup.Size(made.Copy.Bytes)}, {made.Articles} articles, relue sans faute)");
            return 0;
        }
        catch (BackupFailedException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
    }

    private static async Task<int> RestoreAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var host = await CommandHost.OpenAsync(parsed, cancel, migrate: false);
        var (folder, copy) = (host.Get<DataFolder>(), parsed.GetRequiredValue(Copy).FullName);
        using var alone = ServerLock.Take(folder, out var holder);
        var refusal = alone is null ? $"Un serveur utilise le dossier {folder.Path} : {holder}. Arrêtez-le d'abord." : await RefusalAsync(host, copy, cancel);
        if (refusal is not null)
        {
            await Console.Error.WriteLineAsync(refusal);
            return 1;
        }

        var aside = folder.Of(string.Create(CultureInfo.InvariantCulture, $"avant-restauration-{host.Get<TimeProvider>().GetUtcNow():yyyyMMdd-HHmmss}"));
        SqliteFile.Restore(copy, folder.Of(StorageSetup.FileName), aside);
        await host.MigrateAsync(cancel);
        Console.WriteLine($"La sauvegarde est en place ({SqliteFile.Contents(folder.Of(StorageSetup.FileName))?.Articles} articles).");
        if (Directory.Exists(aside)) Console.WriteLine($"L'ancienne base est dans {aside} : effacez ce dossier quand tout va bien.");
        return 0;
    }

    private static async Task<string?> RefusalAsync(CommandHost host, string copy, CancellationToken cancel)
    {
        if (host.Get<IOptions<StorageSettings>>().Value.Provider != StorageProvider.Sqlite) return "Cette base est sur PostgreSQL : remettez-la en place avec pg_restore.";
        if (!File.Exists(copy)) return $"Il n'y a pas de fichier {copy}.";
        if (SqliteFile.Fault(copy, thorough: true) is { } fault) return $"Cette sauvegarde est abîmée : {fault}.";
        if (SqliteFile.Contents(copy) is not { } contents) return "Ce fichier n'est pas une sauvegarde de NewsReader.";
        await using var db = await host.OpenStoreAsync(cancel);
        return string.CompareOrdinal(contents.Migration, db.Database.GetMigrations().Last()) > 0 ? "Cette sauvegarde vient d'une version plus récente de NewsReader." : null;
    }
}
