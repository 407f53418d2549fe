using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using NewsReader.Storage;

namespace NewsReader.Web.Hosting;

/// <summary>The web half of the program: what it registers and how a request goes through it.</summary>
public static class SiteSetup
{
    /// <summary>Registers pages, settings, keys and caches. <c>AddStorage</c> and <c>AddFetching</c> are called beside it.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="configuration">Section <c>Site</c> is read, and checked at start.</param>
    /// <param name="dataFolder">The data folder: the keys of cookies and forms are in it on SQLite.</param>
    /// <param name="provider">The database: on PostgreSQL the keys are in it, for all nodes.</param>
    public static IServiceCollection AddSite(this IServiceCollection services, IConfiguration configuration, string dataFolder, StorageProvider provider)
    {
        services.AddOptions<SiteSettings>().Bind(configuration.GetSection("Site")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SiteSettings>, SiteSettingsValidator>();
        services.AddSettings<ImagesSettings, ImagesSettingsValidator>(configuration, "Images");
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SiteState>();
        services.AddSingleton<EditionStamp>().AddSingleton<PictureCap>().AddSingleton<PictureShelf>().AddSingleton<Health>();
        services.AddRazorPages();
        services.Configure<KestrelServerOptions>(RequestLimits.Set);
        // Accents go out as they are. No-break spaces stay entities: the encoder lets no separator through, whatever it is told.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // A reverse proxy on this machine may say that the reader came by https, and from where (its last word: what stands before it is the reader's own).
        // Nobody else is believed, and never about the host.
        services.Configure<ForwardedHeadersOptions>(o => o.ForwardedHeaders = ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedFor);
        AddCompression(services);
        AddKeys(services, dataFolder, provider);
        // Their lines carry queries and addresses of readers.
        services.AddLogging(l => l.AddFilter("Microsoft.AspNetCore", LogLevel.Warning));
        return services;
    }

    /// <summary>Puts the parts of the site in the order in which a request meets them.</summary>
    public static WebApplication UseSite(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<HostCookies>();
        app.UseMiddleware<VisitorPace>();
        app.UseExceptionHandler("/erreur/500");
        app.UseStatusCodePagesWithReExecute("/erreur/{0}");
        app.UseMiddleware<RequestLimits>();
        app.UseResponseCompression();
        app.UseMiddleware<EditionPages>();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        PictureDoor.Map(app);
        Health.Map(app);
        return app;
    }

    private static void AddCompression(IServiceCollection services)
    {
        // Form tokens are encrypted anew in each answer, so their length betrays nothing over https.
        services.AddResponseCompression(o => o.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
    }

    private static void AddKeys(IServiceCollection services, string dataFolder, StorageProvider provider)
    {
        var keys = services.AddDataProtection().SetApplicationName("NewsReader");
        if (provider == StorageProvider.Postgres)
            keys.PersistKeysToDbContext<PostgresNewsDb>();
        else
            keys.PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(dataFolder, "keys")));
        services.AddLogging(l => l.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        // Secure on https, as every cookie is: see HostCookies.
        services.Configure<AntiforgeryOptions>(o =>
        {
            o.FormFieldName = "jeton";
            o.Cookie.Name = "jeton";
        });
    }
}
