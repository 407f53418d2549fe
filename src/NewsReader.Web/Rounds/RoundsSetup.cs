using NewsReader.Web.Hosting;

namespace NewsReader.Web.Rounds;

/// <summary>Registers the newsroom's turns.</summary>
internal static class RoundsSetup
{
    /// <summary>Registers rounds; the worker that runs them in the background is the server's to add.</summary>
    public static IServiceCollection AddRounds(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<RoundSettings, RoundSettingsValidator>(configuration, "Rounds");
        services.AddSettings<ArticleSettings, ArticleSettingsValidator>(configuration, "Articles");
        return services
            .AddSingleton<RoundQueue>()
            .AddSingleton<RoundTurn>()
            .AddSingleton<FeedWriter>()
            .AddSingleton<FeedRound>()
            .AddSingleton<ArticleWriter>()
            .AddSingleton<ArticleReading>()
            .AddSingleton<TemplateRound>()
            .AddSingleton<KeptPages>()
            .AddSingleton<ArticleRound>()
            .AddSingleton<StoryRound>()
            .AddSingleton<EditionRound>()
            .AddSingleton<Retention>()
            .AddSingleton<DemoRound>()
            .AddSingleton<Round>();
    }
}
