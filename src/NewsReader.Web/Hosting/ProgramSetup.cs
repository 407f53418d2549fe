using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewsReader.Storage;
using NewsReader.Web.Adding;
using NewsReader.Web.Admin;
using NewsReader.Web.Backups;
using NewsReader.Web.Fetching;
using NewsReader.Web.Rounds;

namespace NewsReader.Web.Hosting;

/// <summary>What the server and every command share: settings, the store, fetching, rounds.</summary>
internal static class ProgramSetup
{
    /// <summary>The settings: the file beside the program, then one in the data folder's place of choice, then the environment.</summary>
    public static void AddProgramSettings(this IConfigurationBuilder configuration) => configuration
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, reloadOnChange: false)
        .AddEnvironmentVariables();

    /// <summary>Registers everything but the pages.</summary>
    public static IServiceCollection AddProgram(this IServiceCollection services, IConfiguration configuration, DataFolder folder)
    {
        var storage = configuration.GetSection("Storage").Get<StorageSettings>() ?? new StorageSettings();
        services.AddSettings<StorageSettings, StorageSettingsValidator>(configuration, "Storage");
        services.AddSingleton(folder);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SiteState>();
        services.AddStorage(storage.Provider, storage.Connection, folder.Path);
        services.AddFetching(configuration);
        services.AddScoped<FollowedSources>().AddScoped<SourceFinder>().AddScoped<LaidDownRules>().AddScoped<CorrectedStories>();
        services.AddAdministrators();
        services.AddBackups(configuration, folder);
        return services.AddRounds(configuration);
    }

    /// <summary>Binds a section to its settings, checked at start.</summary>
    public static void AddSettings<TSettings, TValidator>(this IServiceCollection services, IConfiguration configuration, string section)
        where TSettings : class
        where TValidator : class, IValidateOptions<TSettings>
    {
        services.AddOptions<TSettings>().Bind(configuration.GetSection(section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TSettings>, TValidator>();
    }
}
