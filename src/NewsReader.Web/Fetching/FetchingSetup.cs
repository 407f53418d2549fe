using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace NewsReader.Web.Fetching;

/// <summary>Registers the room.</summary>
internal static class FetchingSetup
{
    /// <summary>Adds <see cref="PageClient"/>, <see cref="Robots"/> and <see cref="HostMap"/>; the settings are checked at start.</summary>
    public static IServiceCollection AddFetching(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FetchingSettings>().Bind(configuration.GetSection("Fetching")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<FetchingSettings>, FetchingSettingsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<HostMap>();
        services.AddSingleton(provider => new PageClient(
            provider.GetRequiredService<IOptions<FetchingSettings>>().Value,
            provider.GetRequiredService<HostMap>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<PageClient>>(),
            provider.GetService<ResolveHost>()));
        services.AddSingleton(provider => new Robots(
            provider.GetRequiredService<PageClient>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
