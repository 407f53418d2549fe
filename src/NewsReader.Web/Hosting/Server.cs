using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsReader.Storage;
using NewsReader.Web.Adding;
using NewsReader.Web.Admin;
using NewsReader.Web.Rounds;
using Serilog;

namespace NewsReader.Web.Hosting;

/// <summary>What a server is started with.</summary>
/// <param name="Data">The data folder, where one was named.</param>
/// <param name="Urls">The addresses to answer at, where they were named.</param>
/// <param name="Demo">Whether to serve the demonstration papers.</param>
/// <param name="HostArguments">Arguments for the web host itself.</param>
internal sealed record ServerOptions(string? Data, string? Urls, bool Demo, string[] HostArguments);

/// <summary>Starts the program as a server, and ends it.</summary>
internal static class Server
{
    /// <summary>The address where a server answers that was told none: this machine alone.</summary>
    private const string DefaultUrls = "http://localhost:5080";

    /// <summary>Serves until stopped; returns the exit code.</summary>
    public static async Task<int> RunAsync(ServerOptions options, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = options.HostArguments, ContentRootPath = AppContext.BaseDirectory });
        var folder = DataFolder.Resolve(options.Data, builder.Configuration, options.Demo);
        using var only = ServerLock.Take(folder, out var holder);
        if (only is null)
        {
            await Console.Error.WriteLineAsync($"Un serveur utilise déjà le dossier {folder.Path} : {holder}. Arrêtez-le, ou nommez un autre dossier avec --data.");
            return 1;
        }

        if (only.WasKilled && await RefuseDamageAsync(folder)) return 1;
        await using var app = Build(builder, folder, options);
        await PrepareAsync(app, options, cancel);
        await app.StartAsync(cancel);
        await GreetAsync(app, folder, cancel);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    /// <summary>After a stop that was none, looks whether the database came through it; a damaged one is not written to.</summary>
    private static async Task<bool> RefuseDamageAsync(DataFolder folder)
    {
        var store = folder.Of(StorageSetup.FileName);
        if (!File.Exists(store) || SqliteFile.Fault(store, thorough: false) is not { } fault) return false;
        await Console.Error.WriteLineAsync($"La base de données {store} est abîmée ({fault}). Remettez une sauvegarde en place avec la commande restore ; voir docs/operations.md.");
        return true;
    }

    private static WebApplication Build(WebApplicationBuilder builder, DataFolder folder, ServerOptions options)
    {
        builder.WebHost.UseKestrelHttpsConfiguration();
        if (options.Urls is not null) builder.WebHost.UseUrls(options.Urls);
        else if (builder.Configuration["urls"] is null) builder.WebHost.UseUrls(DefaultUrls);
        builder.Logging.ClearProviders().AddSerilog(Logs.ForServer(builder.Configuration, folder), dispose: true);
        builder.Services.AddProgram(builder.Configuration, folder);
        builder.Services.AddSite(builder.Configuration, folder.Path, builder.Configuration.GetValue("Storage:Provider", StorageProvider.Sqlite));
        builder.Services.AddAdmin();
        if (builder.Configuration.GetValue("Rounds:Enabled", true)) builder.Services.AddHostedService<RoundWorker>();
        var app = builder.Build();
        app.UseSite();
        app.UseAdmin();
        return app;
    }

    /// <summary>What must be done before the first request: the database, the starter sources, the demonstration papers.</summary>
    private static async Task PrepareAsync(WebApplication app, ServerOptions options, CancellationToken cancel)
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            if (app.Services.GetRequiredService<IOptions<StorageSettings>>().Value.Migrates)
                await scope.ServiceProvider.GetRequiredService<NewsDb>().MigrateAsync(app.Services.GetRequiredService<DataFolder>().Path, cancel);
            var starter = options.Demo ? [] : StarterSources.Load(app.Configuration["Sources:Starter"]);
            await scope.ServiceProvider.GetRequiredService<FollowedSources>().SaveStarterAsync(starter, cancel);
        }

        await app.Services.GetRequiredService<DemoRound>().ResumeAsync(options.Demo, cancel);
    }

    /// <summary>Says on standard output, and there alone, where the pages are and how to become the administrator.</summary>
    private static async Task GreetAsync(WebApplication app, DataFolder folder, CancellationToken cancel)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var address = string.Join(" ", addresses);
        ServerLock.Say(folder, address);
        Console.WriteLine($"NewsReader répond à {address}");
        Console.WriteLine($"Données : {folder.Path}");
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<NewsDb>>().CreateDbContextAsync(cancel);
        if (!await AdministratorCode.IsWantedAsync(db, cancel)) return;
        try
        {
            var code = await AdministratorCode.IssueAsync(db, cancel);
            Console.WriteLine($"Pour devenir administrateur : {addresses.FirstOrDefault()}/admin/bienvenue avec le code {code}");
        }
        catch (Exception error) when (error is DbUpdateException or System.Data.Common.DbException)
        {
            await Console.Error.WriteLineAsync(StoreTrouble.Of(error));
        }
    }
}
