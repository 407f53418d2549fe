using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsReader.Storage;
using NewsReader.Storage.Admin;
using NewsReader.Web.Adding;
using NewsReader.Web.Hosting;

namespace NewsReader.Web.Admin;

/// <summary>Registers the administration: who may enter, and what its pages use.</summary>
internal static class AdminSetup
{
    /// <summary>The rate limit of the pages where a password or a code is typed.</summary>
    internal const string TypingPace = "admin-typing";

    private const string Folder = "/Admin";
    private const int TriesInAWindow = 10;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LockOut = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Session = TimeSpan.FromDays(14);

    /// <summary>Adds <see cref="Administrators"/> and what they rest on, for the pages and the terminal alike; wants storage beside it.</summary>
    public static IdentityBuilder AddAdministrators(this IServiceCollection services)
    {
        services.TryAddScoped<Administrators>();
        return services.AddIdentityCore<Administrator>(Configure).AddEntityFrameworkStores<NewsDb>().AddErrorDescriber<FrenchIdentityErrors>();
    }

    /// <summary>Adds sign-in, the pages' rules, and the room Adding. Wants storage, fetching and <c>RoundQueue</c> beside it.</summary>
    public static IServiceCollection AddAdmin(this IServiceCollection services)
    {
        services.TryAddScoped<FollowedSources>();
        services.TryAddScoped<LaidDownRules>();
        services.TryAddScoped<CorrectedStories>();
        services.TryAddScoped<SourceFinder>();
        services.AddSingleton<OpmlImport>().AddHostedService(all => all.GetRequiredService<OpmlImport>());
        services.AddAdministrators().AddSignInManager();
        services.AddScoped<SignIn>();
        // All of Identity's cookies, although one is used: to refuse a session it signs out of each, and throws where one is unknown.
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(Configure);
        // A password that was changed at the terminal ends the other sessions within a minute.
        services.AddOptions<SecurityStampValidatorOptions>().Configure<TimeProvider>((options, clock) =>
        {
            options.ValidationInterval = TimeSpan.FromMinutes(1);
            options.TimeProvider = clock;
        });
        services.AddAuthorization();
        services.AddRateLimiter(Configure);
        // Razor Pages replace the collection of conventions when they are set up, so that a rule given earlier would be lost without a word:
        // they are added here, which does no harm twice.
        services.AddRazorPages(options => options.Conventions
            .AuthorizeFolder(Folder).AllowAnonymousToPage($"{Folder}/Connexion").AllowAnonymousToPage($"{Folder}/Bienvenue"));
        return services;
    }

    /// <summary>Puts sign-in, the rate limit and <c>no-store</c> into the pipeline; after routing.</summary>
    public static IApplicationBuilder UseAdmin(this IApplicationBuilder app)
    {
        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase))
                context.Response.OnStarting(ForbidKeeping, context.Response);
            return next(context);
        });
        return app.UseAuthentication().UseAuthorization().UseRateLimiter();
    }

    private static Task ForbidKeeping(object response)
    {
        ((HttpResponse)response).Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private static void Configure(IdentityOptions options)
    {
        // Length is what makes a password strong, not the kinds of its characters (NIST SP 800-63B, 5.1.1.2).
        options.Password = new PasswordOptions
        {
            RequiredLength = 10,
            RequiredUniqueChars = 4,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
        // Names have accents and spaces.
        options.User.AllowedUserNameCharacters = "";
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = LockOut;
    }

    private static void Configure(CookieAuthenticationOptions options)
    {
        // On https with the prefix « __Host- »: see HostCookies.
        options.Cookie.Name = "newsreader-admin";
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.LoginPath = options.AccessDeniedPath = "/admin/connexion";
        // The framework would write an absolute address with the host that the request claims, which can be forged.
        options.Events.OnRedirectToLogin = options.Events.OnRedirectToAccessDenied = RedirectOnThisSite;
        // After sign-in our page sends on; the framework's own look at the return address is less strict.
        options.Events.OnRedirectToReturnUrl = _ => Task.CompletedTask;
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = Session;
        options.SlidingExpiration = true;
    }

    private static Task RedirectOnThisSite(RedirectContext<CookieAuthenticationOptions> context)
    {
        var wanted = context.Request.Path + context.Request.QueryString;
        context.Response.Redirect(context.Options.LoginPath + QueryString.Create(context.Options.ReturnUrlParameter, wanted).ToUriComponent());
        return Task.CompletedTask;
    }

    private static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(TypingPace, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(Visitor.Of(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = TriesInAWindow, Window = Window })
            : RateLimitPartition.GetNoLimiter(""));
        options.OnRejected = async (context, cancel) =>
        {
            var response = context.HttpContext.Response;
            response.Headers.RetryAfter = Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            response.ContentType = "text/plain; charset=utf-8";
            await response.WriteAsync("Trop d’essais. Attendez cinq minutes, puis revenez en arrière et recommencez.", cancel);
        };
    }
}
