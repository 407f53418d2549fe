using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NewsReader.Storage;
using NewsReader.Web.Fetching;
using NewsReader.Web.Hosting;

namespace NewsReader.Web.Tests.Support;

/// <summary>The real pages on a real SQLite file, at 7 h 05 in Paris on 22 November 2026, started as a build is: content beside the program.</summary>
public sealed class SeededSite : IAsyncLifetime, IAsyncDisposable
{
    /// <summary>7 h 05 in Paris.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 6, 5, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("newsreader-").FullName;
    private readonly LineLog _log = new();
    private WebApplication? _app;

    /// <summary>Settings beside the usual ones; set before the start.</summary>
    public IDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Whether the paper has its seed; otherwise it is empty.</summary>
    public bool IsSeeded { get; init; } = true;

    /// <summary>Where requests seem to come from.</summary>
    internal PretendedConnection Connection { get; } = new();

    /// <summary>The clock of the site.</summary>
    public FakeTimeProvider Time { get; } = new(Now);

    /// <summary>A client that follows no redirect and unpacks nothing.</summary>
    public HttpClient Client { get; private set; } = new();

    /// <summary>Where the site stands.</summary>
    public Uri Address => Client.BaseAddress!;

    /// <summary>What was logged.</summary>
    public IReadOnlyList<string> Lines => _log.Lines;

    /// <summary>The site's own state.</summary>
    public SiteState State => _app!.Services.GetRequiredService<SiteState>();

    /// <summary>A site of its own for a test that changes it.</summary>
    public static async Task<SeededSite> StartAsync(bool isSeeded = true, params (string Key, string Value)[] settings)
    {
        var site = new SeededSite { IsSeeded = isSeeded };
        foreach (var (key, value) in settings) site.Settings[key] = value;
        await site.InitializeAsync();
        return site;
    }

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(SiteSettings).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(_log);
        builder.Services.AddSingleton<IStartupFilter>(Connection).AddSingleton<TimeProvider>(Time);
        builder.Services.AddStorage(StorageProvider.Sqlite, null, _folder).AddFetching(builder.Configuration)
            .AddSite(builder.Configuration, _folder, StorageProvider.Sqlite);
        _app = builder.Build();
        _app.UseSite();
        await using (var db = Open())
        {
            await db.MigrateAsync(_folder);
            if (IsSeeded) await SeededPaper.FillAsync(db);
        }

        await _app.StartAsync();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    /// <summary>The store of the site.</summary>
    public NewsDb Open() => _app!.Services.GetRequiredService<IDbContextFactory<NewsDb>>().CreateDbContext();

    /// <summary>Tells the site that an edition was drawn.</summary>
    public void Drawn() => _app!.Services.GetRequiredService<EditionStamp>().Drawn();

    /// <summary>The text of a page that answers 200.</summary>
    public async Task<string> TextAsync(string path)
    {
        using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative));
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, path);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The answer to a request with these headers.</summary>
    public async Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request);
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    private sealed class LineLog : ILoggerProvider, ILogger
    {
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (_lines) return [.. _lines];
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lines) _lines.Add($"{logLevel}: {formatter(state, exception)} {exception}".TrimEnd());
        }

        public void Dispose()
        {
        }
    }
}
