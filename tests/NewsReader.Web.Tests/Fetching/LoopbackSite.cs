using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NewsReader.Web.Fetching;

namespace NewsReader.Web.Tests.Fetching;

/// <summary>A site of the outside world, on a free port of a loopback address, that answers as the test says and remembers who came.</summary>
internal sealed class LoopbackSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LoopbackSite(WebApplication app) => _app = app;

    /// <summary>The requests that came, each as path and query.</summary>
    public ConcurrentQueue<string> Visits { get; } = new();

    public Uri Origin { get; private set; } = new("http://127.0.0.1/");

    public IPEndPoint Place => new(IPAddress.Parse(Origin.Host), Origin.Port);

    public static async Task<LoopbackSite> StartAsync(RequestDelegate answer, string address = "127.0.0.1")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Parse(address), port: 0, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Limits.MinResponseDataRate = null;
        });
        var app = builder.Build();
        var site = new LoopbackSite(app);
        app.Run(context =>
        {
            site.Visits.Enqueue(context.Request.Path + context.Request.QueryString);
            return answer(context);
        });
        await app.StartAsync();
        site.Origin = new Uri(app.Urls.Single());
        return site;
    }

    public string At(string path) => new Uri(Origin, path).AbsoluteUri;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>A client that may visit 127.0.0.1 and nothing else that is not public; without pauses.</summary>
    public static PageClient Client(FetchingSettings? settings = null, HostMap? hosts = null, ResolveHost? resolve = null, TimeProvider? time = null) =>
        new(settings ?? Settings(), hosts ?? new HostMap(), time ?? TimeProvider.System, NullLogger<PageClient>.Instance, resolve);

    public static FetchingSettings Settings(TimeSpan? deadline = null, int feedBytes = 1024 * 1024) => new()
    {
        AllowedNetworks = ["127.0.0.1/32"],
        HostPause = TimeSpan.Zero,
        Deadline = deadline ?? TimeSpan.FromSeconds(20),
        FeedBytes = feedBytes,
    };

    public static Task<FetchResult> VisitAsync(PageClient client, string url, FetchKind kind = FetchKind.Feed) =>
        client.GetAsync(new FetchRequest(url, kind), CancellationToken.None);
}
