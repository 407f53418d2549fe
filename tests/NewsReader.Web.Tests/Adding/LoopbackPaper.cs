using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsReader.Web.Tests.Adding;

/// <summary>A newspaper on this machine: what it answers is set path by path, and everything else is 404.</summary>
internal sealed class LoopbackPaper : IAsyncDisposable
{
    private readonly Dictionary<string, Func<HttpContext, Task>> _answers = new(StringComparer.Ordinal);
    private readonly WebApplication _app;

    private LoopbackPaper()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(context =>
        {
            Asked.Add(context.Request.Path);
            if (HangsUp) context.Response.Headers.Connection = "close";
            if (_answers.TryGetValue(context.Request.Path.Value!, out var answer)) return answer(context);
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
    }

    /// <summary>Whether each visit needs a connection of its own, and with it the name once more.</summary>
    public bool HangsUp { get; set; }

    public string Home => _app.Urls.Single();

    public System.Collections.Concurrent.ConcurrentBag<string> Asked { get; } = [];

    public static async Task<LoopbackPaper> StartAsync()
    {
        var paper = new LoopbackPaper();
        await paper._app.StartAsync();
        return paper;
    }

    public LoopbackPaper Page(string path, string body) => Answer(path, "text/html; charset=utf-8", body);

    public LoopbackPaper Feed(string path, string body) => Answer(path, "application/rss+xml; charset=utf-8", body);

    public LoopbackPaper Answer(string path, string contentType, string body) => Set(path, context =>
    {
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body);
    });

    public LoopbackPaper Picture(string path, byte[] png) => Set(path, context =>
    {
        context.Response.ContentType = "image/png";
        return context.Response.Body.WriteAsync(png).AsTask();
    });

    public LoopbackPaper Status(string path, int status, string? retryAfter = null) => Set(path, context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    });

    public LoopbackPaper Redirect(string path, string to) => Set(path, context =>
    {
        context.Response.Redirect(to);
        return Task.CompletedTask;
    });

    public LoopbackPaper Moved(string path, string to) => Set(path, context =>
    {
        context.Response.Redirect(to, permanent: true);
        return Task.CompletedTask;
    });

    /// <summary>A feed whose validator never changes, and counts more than what it holds.</summary>
    public LoopbackPaper Stuck(string path, string body) => Set(path, context =>
    {
        context.Response.Headers.ETag = "\"1\"";
        if (context.Request.Headers.IfNoneMatch != "\"1\"") return context.Response.WriteAsync(body);
        context.Response.StatusCode = 304;
        return Task.CompletedTask;
    });

    public LoopbackPaper Silence(string path) => Set(path, context => Task.Delay(Timeout.Infinite, context.RequestAborted));

    public static string Rss(string title, DateTimeOffset newest, int entries = 6) =>
        $"<rss version=\"2.0\"><channel><title>{title}</title><link>http://papier.example/</link>" +
        string.Concat(Enumerable.Range(0, entries).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"<item><title>{title} {i + 1}</title><link>http://papier.example/{i}</link><pubDate>{newest.AddHours(-8 * i):r}</pubDate></item>"))) +
        "</channel></rss>";

    public static string HomeWith(params string[] feeds) =>
        "<!doctype html><html lang=\"fr\"><head><title>Le Papier</title>" +
        string.Concat(feeds.Select(f => $"<link rel=\"alternate\" type=\"application/rss+xml\" title=\"{f}\" href=\"{f}\">")) +
        "</head><body><h1>Le Papier</h1><p>Toutes les nouvelles du jour.</p></body></html>";

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private LoopbackPaper Set(string path, Func<HttpContext, Task> answer)
    {
        _answers[path] = answer;
        return this;
    }
}
