using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NewsReader.Storage;
using NewsReader.Web.Admin;
using NewsReader.Web.Backups;
using NewsReader.Web.Fetching;
using NewsReader.Web.Hosting;
using NewsReader.Web.Rounds;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Admin;

/// <summary>The administration on a port of its own, with a database in a folder of its own, and a browser that keeps cookies.</summary>
internal sealed class AdminSite : IAsyncDisposable
{
    public const string Password = "quatre mots faciles à retenir";

    private readonly string _folder = Directory.CreateTempSubdirectory("newsreader-admin-").FullName;
    private readonly WebApplication _app;

    private AdminSite(Action<IServiceCollection>? register)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(AdminSetup).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Fetching:AllowedNetworks:0"] = "127.0.0.1/32",
            ["Fetching:HostPause"] = "00:00:00",
            ["Fetching:Deadline"] = "00:00:05",
        });
        register?.Invoke(builder.Services);
        builder.Services.AddSingleton<IStartupFilter>(Connection).AddSingleton<TimeProvider>(Clock);
        builder.Services.AddStorage(StorageProvider.Sqlite, null, _folder).AddFetching(builder.Configuration).AddSingleton<RoundQueue>().AddBackups(builder.Configuration, new DataFolder(_folder));
        builder.Services.AddAdmin().AddSite(builder.Configuration, _folder, StorageProvider.Sqlite);
        _app = builder.Build();
        _app.UseSite();
        _app.UseAdmin();
    }

    /// <summary>Where requests seem to come from.</summary>
    public PretendedConnection Connection { get; } = new();

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    public Browser Browser { get; private set; } = null!;

    public string Address => _app.Urls.Single();

    /// <summary>What the running program knows of itself.</summary>
    public SiteState State => _app.Services.GetRequiredService<SiteState>();

    /// <summary>The data folder.</summary>
    public string Folder => _folder;

    /// <summary>A site; what the test registers comes before what the program does.</summary>
    public static async Task<AdminSite> StartAsync(Action<IServiceCollection>? register = null)
    {
        var site = new AdminSite(register);
        await site.WithDbAsync(db => db.MigrateAsync(site._folder));
        await site._app.StartAsync();
        site.Browser = site.NewBrowser();
        return site;
    }

    /// <summary>A site whose browser is signed in as Hélène.</summary>
    public static async Task<AdminSite> StartSignedInAsync(Action<IServiceCollection>? register = null)
    {
        var site = await StartAsync(register);
        await site.BecomeAdministratorAsync();
        return site;
    }

    public async Task BecomeAdministratorAsync()
    {
        var code = await WithDbAsync(db => AdministratorCode.IssueAsync(db));
        var page = await Browser.PostAsync("/admin/bienvenue", ("code", code), ("nom", "Hélène"), ("motDePasse", Password));
        page.Address.ShouldBe("/admin");
    }

    public Browser NewBrowser(params (string Name, string Value)[] headers) => new(Address, headers);

    public async Task<T> WithDbAsync<T>(Func<NewsDb, Task<T>> use) => await WithAsync<NewsDb, T>(use);

    public async Task WithDbAsync(Func<NewsDb, Task> use) => await WithAsync<NewsDb, int>(async db =>
    {
        await use(db);
        return 0;
    });

    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        Browser?.Dispose();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>A browser without JavaScript: cookies, redirects, and the hidden token of the form that is posted.</summary>
internal sealed partial class Browser : IDisposable
{
    // Kept by hand: a jar would not send a secure cookie back to a test's plain http.
    private readonly Dictionary<string, string> _jar = new(StringComparer.Ordinal);
    private readonly HttpClient _http;

    public Browser(string home, IEnumerable<(string Name, string Value)> headers)
    {
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(home) };
        foreach (var (name, value) in headers) _http.DefaultRequestHeaders.Add(name, value);
    }

    public Task<BrowserPage> GetAsync(string path) => FollowAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Opens the form's own page for its token, then posts.</summary>
    public async Task<BrowserPage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var form = await GetAsync(path.Split('?')[0]);
        var token = Token().Match(form.Html).Groups["token"].Value;
        return await PostWithoutTokenAsync(path, [.. fields, ("jeton", token)]);
    }

    public Task<BrowserPage> PostWithoutTokenAsync(string path, params (string Name, string Value)[] fields) => FollowAsync(
        new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) });

    /// <summary>Opens the form's own page for its token, then posts a file.</summary>
    public async Task<BrowserPage> UploadAsync(string path, string field, string fileName, byte[] file)
    {
        var token = Token().Match((await GetAsync(path)).Html).Groups["token"].Value;
        var form = new MultipartFormDataContent { { new StringContent(token), "jeton" }, { new ByteArrayContent(file), field, fileName } };
        return await FollowAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = form });
    }

    /// <summary>The value of a cookie that it holds; null where it holds none of this name.</summary>
    public string? Cookie(string name) => _jar.GetValueOrDefault(name);

    /// <summary>Puts a cookie into the jar, as somebody else who used this browser did.</summary>
    public void Plant(string name, string value) => _jar[name] = value;

    public void Dispose() => _http.Dispose();

    private async Task<BrowserPage> FollowAsync(HttpRequestMessage request)
    {
        var response = await SendAsync(request);
        var path = request.RequestUri!;
        string? firstLocation = null;
        string[] cookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [];
        while (response.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther && response.Headers.Location is { } location)
        {
            firstLocation ??= location.OriginalString;
            path = new Uri(_http.BaseAddress!, location);
            if (!path.Authority.Equals(_http.BaseAddress!.Authority, StringComparison.Ordinal)) break;
            response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
        }

        var address = path.IsAbsoluteUri ? path.PathAndQuery : path.OriginalString;
        return new BrowserPage((int)response.StatusCode, address, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), response, firstLocation, cookies);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (_jar.Count > 0) request.Headers.Add("Cookie", string.Join("; ", _jar.Select(c => $"{c.Key}={c.Value}")));
        var response = await _http.SendAsync(request);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            if (pair[1].Length == 0) _jar.Remove(pair[0]);
            else _jar[pair[0]] = pair[1];
        }

        return response;
    }

    [GeneratedRegex("name=\"jeton\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}

/// <summary>Where a browser arrived, and what the first answer on the way said.</summary>
internal sealed record BrowserPage(int Status, string Address, string Html, HttpResponseMessage Response, string? FirstLocation, IReadOnlyList<string> Cookies);
