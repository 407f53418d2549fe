using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsReader.Storage;
using NewsReader.Web.Adding;
using NewsReader.Web.Fetching;
using NewsReader.Web.Hosting;
using NewsReader.Web.Rounds;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Rounds;

/// <summary>The newsroom without its pages, over a real SQLite file, at 8 h 05 in Paris on 22 November 2026, for as long as a test lasts.</summary>
internal sealed class TestRounds : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newsreader-").FullName;
    private readonly ServiceProvider _services;

    private TestRounds(Dictionary<string, string?> settings, ResolveHost? resolve)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(Time);
        if (resolve is not null) services.AddSingleton(resolve);
        services.AddLogging(logging => logging.ClearProviders());
        services.AddProgram(configuration, new DataFolder(_folder));
        _services = services.BuildServiceProvider();
    }

    public TestClock Time { get; } = new(new DateTimeOffset(2026, 11, 22, 7, 5, 0, TimeSpan.Zero));

    /// <summary>Settings as « Section:Name » and a value; pages are fetched and hosts are not paced unless they say so.</summary>
    public static Task<TestRounds> StartAsync(params (string Name, string Value)[] settings) => StartAsync(null, settings);

    /// <summary>With names that <paramref name="resolve"/> looks up.</summary>
    public static async Task<TestRounds> StartAsync(ResolveHost? resolve, params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Fetching:AllowedNetworks:0"] = "127.0.0.1/32", ["Fetching:HostPause"] = "00:00:00" };
        foreach (var (name, value) in settings) all[name] = value;
        var rounds = new TestRounds(all, resolve);
        await using var db = rounds.Open();
        await db.MigrateAsync(rounds._folder);
        return rounds;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public NewsDb Open() => Get<IDbContextFactory<NewsDb>>().CreateDbContext();

    public async Task FollowAsync(string address, string outlet = "Le Papier", string? section = null, bool isFront = false, params string[] owners)
    {
        await using var scope = _services.CreateAsyncScope();
        var wanted = new SourceToFollow(address, outlet) { Section = section, IsFront = isFront, Owners = owners };
        (await scope.ServiceProvider.GetRequiredService<FollowedSources>().AddAsync(wanted, "test")).Trouble.ShouldBeNull();
    }

    /// <summary>Runs full rounds until no page waits.</summary>
    public async Task<RoundReport> RunAsync(bool force = false)
    {
        var first = await Get<Round>().RunAsync(force, null, CancellationToken.None);
        for (var last = first; last.IsUnfinished;) last = await Get<Round>().RunAsync(false, null, CancellationToken.None);
        return first;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
