using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using NewsReader.Web.Fetching;
using static NewsReader.Web.Tests.Fetching.LoopbackSite;

namespace NewsReader.Web.Tests.Fetching;

public sealed class BodyTests
{
    private static readonly byte[] Feed = Encoding.UTF8.GetBytes("<rss>" + string.Concat(Enumerable.Range(0, 20_000)) + "</rss>");

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_compressed_body_comes_whole(string encoding)
    {
        var packed = Pack(encoding, Feed);
        await using var site = await StartAsync(context => SendAsync(context, encoding, packed));
        using var client = Client();

        var result = await VisitAsync(client, site.At("/rss.xml"));

        result.State.ShouldBe(FetchState.Ok);
        result.Body.ToArray().ShouldBe(Feed);
    }

    [Theory]
    [InlineData("gzip", 1)]
    [InlineData("gzip", 5000)]
    [InlineData("br", 5000)]
    [InlineData("deflate", 5000)]
    public async Task A_compressed_body_that_ends_early_is_not_taken_for_whole(string encoding, int missing)
    {
        var packed = Pack(encoding, Feed)[..^missing];
        await using var site = await StartAsync(context => SendAsync(context, encoding, packed));
        using var client = Client();

        var result = await VisitAsync(client, site.At("/rss.xml"));

        (result.State, result.Cause).ShouldBe((FetchState.TransientError, FetchCause.Truncated));
        result.Body.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task A_deflated_body_without_its_wrapper_is_read_and_said()
    {
        using var packed = new MemoryStream();
        await using (var stream = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true)) await stream.WriteAsync(Feed);
        await using var site = await StartAsync(context => SendAsync(context, "deflate", packed.ToArray()));
        using var client = Client();

        var result = await VisitAsync(client, site.At("/rss.xml"));

        result.Body.ToArray().ShouldBe(Feed);
        result.Repair.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_coding_that_was_not_asked_for_is_a_passing_error()
    {
        await using var site = await StartAsync(context => SendAsync(context, "zstd", [0x28, 0xB5, 0x2F, 0xFD, 0]));
        using var client = Client();

        var result = await VisitAsync(client, site.At("/rss.xml"));

        (result.State, result.Cause).ShouldBe((FetchState.TransientError, FetchCause.Encoding));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_plain_body_under_a_compressed_label_is_a_passing_error(string encoding)
    {
        await using var site = await StartAsync(context => SendAsync(context, encoding, Feed));
        using var client = Client();

        var result = await VisitAsync(client, site.At("/rss.xml"));

        (result.State, result.Cause).ShouldBe((FetchState.TransientError, FetchCause.Encoding));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_bomb_is_too_large_however_small_it_travels(string encoding)
    {
        var bomb = Pack(encoding, new byte[64 * 1024 * 1024]);
        bomb.Length.ShouldBeLessThan(1024 * 1024);
        await using var site = await StartAsync(context => SendAsync(context, encoding, bomb));
        using var client = Client();

        var result = await VisitAsync(client, site.At("/rss.xml"));

        (result.State, result.Cause, result.Status).ShouldBe((FetchState.TooLarge, FetchCause.Size, 200));
    }

    [Fact]
    public async Task A_body_without_end_is_too_large()
    {
        await using var site = await StartAsync(async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(Feed, context.RequestAborted);
        });
        using var client = Client();

        (await VisitAsync(client, site.At("/rss.xml"))).State.ShouldBe(FetchState.TooLarge);
    }

    [Theory]
    [InlineData(0, FetchState.Ok)]
    [InlineData(1, FetchState.TooLarge)]
    public async Task The_limit_itself_is_allowed(int more, FetchState state)
    {
        await using var site = await StartAsync(context => context.Response.Body.WriteAsync(Feed).AsTask());
        using var client = Client(Settings(feedBytes: Feed.Length - more));

        (await VisitAsync(client, site.At("/rss.xml"))).State.ShouldBe(state);
    }

    [Fact]
    public async Task A_body_shorter_than_announced_is_a_passing_error()
    {
        await using var site = await StartAsync(async context =>
        {
            context.Response.ContentLength = Feed.Length + 5000;
            await context.Response.Body.WriteAsync(Feed);
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        using var client = Client();

        (await VisitAsync(client, site.At("/rss.xml"))).State.ShouldBe(FetchState.TransientError);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    public async Task An_empty_body_is_a_passing_error(string body)
    {
        await using var site = await StartAsync(context => context.Response.WriteAsync(body));
        using var client = Client();

        var result = await VisitAsync(client, site.At("/rss.xml"));

        (result.State, result.Cause).ShouldBe((FetchState.TransientError, FetchCause.Empty));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_host_that_stalls_is_left_at_the_deadline(bool afterSomeBytes)
    {
        await using var site = await StartAsync(async context =>
        {
            if (afterSomeBytes)
            {
                await context.Response.Body.WriteAsync(Feed, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }

            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var client = Client(Settings(TimeSpan.FromMilliseconds(300)));

        var result = await VisitAsync(client, site.At("/rss.xml"));

        (result.State, result.Cause).ShouldBe((FetchState.Timeout, FetchCause.Time));
    }

    [Fact]
    public async Task A_body_that_drips_and_redirects_that_dawdle_share_one_deadline()
    {
        await using var site = await StartAsync(async context =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(120), context.RequestAborted);
            context.Response.Redirect(context.Request.Path + "/x");
        });
        using var client = Client(Settings(TimeSpan.FromMilliseconds(300)));

        (await VisitAsync(client, site.At("/rss"))).State.ShouldBe(FetchState.Timeout);
        site.Visits.Count.ShouldBeLessThan(5);
    }

    [Theory]
    [InlineData("GIF89a…", FetchState.Ok)]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", FetchState.Refused)]
    [InlineData("<!doctype html><script>alert(1)</script>", FetchState.Refused)]
    public async Task A_picture_is_known_by_its_bytes(string body, FetchState state)
    {
        await using var site = await StartAsync(context =>
        {
            context.Response.ContentType = "image/png";
            return context.Response.WriteAsync(body);
        });
        using var client = Client();

        (await VisitAsync(client, site.At("/une.png"), FetchKind.Image)).State.ShouldBe(state);
    }

    private static Task SendAsync(HttpContext context, string encoding, byte[] body)
    {
        context.Response.Headers.ContentEncoding = encoding;
        return context.Response.Body.WriteAsync(body).AsTask();
    }

    private static byte[] Pack(string encoding, byte[] body)
    {
        using var packed = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        })
            stream.Write(body);
        return packed.ToArray();
    }
}
