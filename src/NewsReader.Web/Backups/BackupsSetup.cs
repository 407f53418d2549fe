using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsReader.Storage;
using NewsReader.Web.Hosting;

namespace NewsReader.Web.Backups;

/// <summary>Registers the room.</summary>
internal static class BackupsSetup
{
    /// <summary>Adds <see cref="BackupShelf"/> and <see cref="NightlyBackup"/> over a data folder; wants storage beside it.</summary>
    public static IServiceCollection AddBackups(this IServiceCollection services, IConfiguration configuration, DataFolder folder)
    {
        services.AddSettings<BackupSettings, BackupSettingsValidator>(configuration, "Backups");
        services.AddSingleton(s => new BackupShelf(
            s.GetRequiredService<IDbContextFactory<NewsDb>>(), folder, s.GetRequiredService<IOptions<BackupSettings>>(), s.GetRequiredService<TimeProvider>()));
        return services.AddSingleton<NightlyBackup>();
    }
}
