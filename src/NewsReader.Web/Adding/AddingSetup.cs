using Microsoft.Extensions.DependencyInjection.Extensions;

namespace NewsReader.Web.Adding;

/// <summary>Registers the room.</summary>
internal static class AddingSetup
{
    /// <summary>Adds <see cref="FollowedSources"/> and <see cref="SourceFinder"/>, one a scope; wants storage and fetching beside it.</summary>
    public static IServiceCollection AddAdding(this IServiceCollection services)
    {
        services.TryAddScoped<FollowedSources>();
        services.TryAddScoped<SourceFinder>();
        return services;
    }
}
