using System.Collections.Frozen;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace NewsReader.Web.Demo;

/// <summary>
/// The invented papers as a small web server of their own on the loopback interface, so that the demo goes through
/// the program's ordinary fetching. It answers for its papers' host names only (they end in <c>.invalid</c>, which
/// RFC 6761 keeps out of the real web), and all that it serves is a pure function of the anchor: a restart with the
/// same anchor serves the same bytes.
/// </summary>
public sealed class DemoNewsroom : IAsyncDisposable
{
    private readonly IReadOnlyList<DemoPaper> _papers;
    private readonly FrozenDictionary<string, Func<Answer>> _answers;
    private WebApplication? _server;

    /// <summary>Reads the papers; nothing listens yet.</summary>
    /// <param name="anchor">When the demo was first started: articles appear some hours before it.</param>
    public DemoNewsroom(DateTimeOffset anchor)
    {
        _papers = DemoPapers.Read(anchor);
        _answers = _papers.SelectMany(Answers).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        Hosts = _papers.Select(paper => paper.Host).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Sources = [.. _papers.SelectMany(paper => paper.Feeds.Select(feed => new DemoSource(
            paper.Section, paper.Name, paper.Owners, paper.Weight, feed.Front, paper.Site + feed.Path[1..], paper.Site)))];
    }

    /// <summary>The host names that lead here.</summary>
    public IReadOnlyCollection<string> Hosts { get; }

    /// <summary>The feeds to follow, those of one paper next to one another.</summary>
    public IReadOnlyList<DemoSource> Sources { get; }

    /// <summary>Where the papers answer, on 127.0.0.1; port 0 until started.</summary>
    public IPEndPoint Endpoint { get; private set; } = new(IPAddress.Loopback, 0);

    /// <summary>The papers with their articles, for tests.</summary>
    internal IReadOnlyList<DemoPaper> Papers => _papers;

    /// <summary>Starts to answer on a free port.</summary>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        _server = builder.Build();
        _server.Run(AnswerAsync);
        await _server.StartAsync(cancellationToken);
        var addresses = _server.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        Endpoint = new IPEndPoint(IPAddress.Loopback, new Uri(addresses.Addresses.First()).Port);
    }

    /// <summary>Stops answering.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (!_answers.TryGetValue(request.Host.Host + request.Path + request.QueryString, out var make))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var answer = make();
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(answer.Body).AsSpan(0, 8))}\"");
        var headers = response.GetTypedHeaders();
        headers.ETag = tag;
        headers.LastModified = answer.Modified;
        response.ContentType = answer.ContentType;
        if (IsFresh(request.GetTypedHeaders(), tag, answer.Modified))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentLength = answer.Body.Length;
        if (!HttpMethods.IsHead(request.Method))
            await response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    // If-None-Match overrides If-Modified-Since (RFC 9110, section 13.1.3).
    private static bool IsFresh(Microsoft.AspNetCore.Http.Headers.RequestHeaders request, EntityTagHeaderValue tag, DateTimeOffset modified) =>
        request.IfNoneMatch is { Count: > 0 } known
            ? known.Any(one => one.Compare(tag, useStrongComparison: false))
            : request.IfModifiedSince >= modified;

    private static IEnumerable<KeyValuePair<string, Func<Answer>>> Answers(DemoPaper paper)
    {
        var encoding = paper.Charset is "utf-8" ? new UTF8Encoding(false) : CodePagesEncodingProvider.Instance.GetEncoding(paper.Charset)!;
        var newest = paper.Articles.Max(article => article.Modified);
        KeyValuePair<string, Func<Answer>> At(string path, string type, DateTimeOffset modified, Func<byte[]> make) =>
            new(paper.Host + path, () => new Answer(make(), type, modified));

        var html = $"text/html; charset={paper.Charset}";
        yield return At("/", html, newest, () => encoding.GetBytes(DemoPages.Home(paper)));
        yield return At("/robots.txt", "text/plain", newest, () => "User-agent: *\nDisallow: /recherche\n"u8.ToArray());
        foreach (var feed in paper.Feeds)
            yield return At(feed.Path, DemoFeeds.MediaType(feed), newest, () => DemoFeeds.Render(paper, feed, encoding));
        foreach (var article in paper.Articles)
        {
            yield return At(article.Path, html, article.Modified, () => encoding.GetBytes(DemoPages.Article(paper, article)));
            if (article.Picture is not { } picture)
                continue;
            foreach (var width in DemoPictures.Widths)
                yield return At(DemoAddress.PicturePath(article, width), "image/png", article.Published, () => DemoPictures.Draw(picture, width));
        }
    }

    private sealed record Answer(byte[] Body, string ContentType, DateTimeOffset Modified);

    /// <summary>The program that the demo is part of listens to signals, not the demo.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>A feed of the demo, with what a person would say of it when adding it.</summary>
/// <param name="Section">The section of the reader's paper that it is filed under; its entries' categories are such sections too.</param>
/// <param name="Outlet">The name of the paper.</param>
/// <param name="Owners">Who owns the paper; two papers share one.</param>
/// <param name="Weight">The paper's editorial weight, 1 for an ordinary daily.</param>
/// <param name="Front">Whether it is the paper's « à la une » feed.</param>
/// <param name="Address">The feed's address, http, on one of the demo's hosts.</param>
/// <param name="Site">The paper's home page.</param>
public sealed record DemoSource(
    string Section,
    string Outlet,
    IReadOnlyList<string> Owners,
    double Weight,
    bool Front,
    string Address,
    string Site);
