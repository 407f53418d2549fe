using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsReader.Storage;
using NewsReader.Web.Hosting;
using Serilog;

namespace NewsReader.Web.Commands;

/// <summary>The program without its pages, for the time of one command.</summary>
internal sealed class CommandHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private CommandHost(ServiceProvider services) => _services = services;

    /// <summary>Builds the program over the data folder that the command line names, and brings its database up to date.</summary>
    public static async Task<CommandHost> OpenAsync(ParseResult parsed, CancellationToken cancel, bool migrate = true)
    {
        var configuration = new ConfigurationManager();
        configuration.AddProgramSettings();
        var folder = DataFolder.Resolve(parsed.GetValue(CommandTree.Data), configuration, isDemo: false);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging(logging => logging.AddSerilog(Logs.ForCommand(configuration, folder), dispose: true));
        services.AddProgram(configuration, folder);
        var host = new CommandHost(services.BuildServiceProvider());
        host.Get<IStartupValidator>().Validate();
        if (migrate && host.Get<IOptions<StorageSettings>>().Value.Migrates) await host.MigrateAsync(cancel);
        return host;
    }

    /// <summary>One of the program's parts.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A scope for parts that live as long as one piece of work.</summary>
    public AsyncServiceScope CreateScope() => _services.CreateAsyncScope();

    /// <summary>A short view of the store.</summary>
    public Task<NewsDb> OpenStoreAsync(CancellationToken cancel) => Get<IDbContextFactory<NewsDb>>().CreateDbContextAsync(cancel);

    /// <summary>Brings the database up to date.</summary>
    public async Task MigrateAsync(CancellationToken cancel)
    {
        await using var db = await OpenStoreAsync(cancel);
        await db.MigrateAsync(Get<DataFolder>().Path, cancel);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>A time in UTC as a script reads it.</summary>
    public static string? Iso(DateTime? utc) => utc?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
