using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using NewsReader.Web.Fetching;
using static NewsReader.Web.Tests.Fetching.LoopbackSite;

namespace NewsReader.Web.Tests.Fetching;

public sealed class PageClientTests
{
    [Fact]
    public async Task A_visit_brings_the_bytes_and_what_the_headers_say_of_them()
    {
        await using var site = await StartAsync(context =>
        {
            context.Response.Headers.ContentType = "application/rss+xml; charset=iso-8859-1";
            context.Response.Headers.ContentLocation = "/flux/une.xml";
            context.Response.Headers.ETag = "W/\"7\"";
            context.Response.Headers.LastModified = "Mon, 02 Mar 2026 06:00:00 GMT";
            context.Response.Headers.CacheControl = "public, max-age=900";
            return context.Response.WriteAsync("<rss/>");
        });
        using var client = Client();

        var result = await VisitAsync(client, site.At("/rss.xml"));

        result.State.ShouldBe(FetchState.Ok);
        result.Status.ShouldBe(200);
        result.Address.ShouldBe(site.At("/rss.xml"));
        result.Body.ToArray().ShouldBe("<rss/>"u8.ToArray());
        result.ContentType.ShouldBe("application/rss+xml; charset=iso-8859-1");
        result.ContentLocation.ShouldBe("/flux/une.xml");
        result.ETag.ShouldBe("W/\"7\"");
        result.LastModified.ShouldBe("Mon, 02 Mar 2026 06:00:00 GMT");
        result.MaxAge.ShouldBe(TimeSpan.FromMinutes(15));
        result.Detail.ShouldBeNull();
    }

    [Fact]
    public async Task The_program_says_who_it_is_and_carries_no_cookie_and_no_trace()
    {
        var headers = new List<string>();
        await using var site = await StartAsync(context =>
        {
            headers.Add($"{context.Request.Headers.UserAgent}|{context.Request.Headers.Cookie}|{context.Request.Headers.TraceParent}|{context.Request.Headers.Accept}");
            context.Response.Cookies.Append("suivi", "1");
            return context.Response.WriteAsync("<rss/>");
        });
        using var client = Client(new FetchingSettings { AllowedNetworks = ["127.0.0.1/32"], ContactAddress = "https://moi.fr/robot", HostPause = TimeSpan.Zero });

        using var round = new Activity("round").Start();
        await VisitAsync(client, site.At("/1"));
        await VisitAsync(client, site.At("/2"), FetchKind.Page);

        headers[0].ShouldMatch(@"^NewsReader/\d+\.\d+\.\d+ \(\+https://moi\.fr/robot\)\|\|\|application/rss\+xml");
        headers[1].ShouldContain("|||text/html");
    }

    [Theory]
    [InlineData("\"v1\"", null)]
    [InlineData("sans-guillemets", "hier")]
    [InlineData(null, "Mon, 02 Mar 2026 06:00:00 GMT")]
    public async Task Validators_are_sent_back_letter_by_letter(string? tag, string? date)
    {
        await using var site = await StartAsync(context =>
        {
            var sent = (context.Request.Headers.IfNoneMatch.SingleOrDefault(), context.Request.Headers.IfModifiedSince.SingleOrDefault());
            context.Response.StatusCode = sent.Equals((tag, date)) ? 304 : 500;
            return Task.CompletedTask;
        });
        using var client = Client();

        var result = await client.GetAsync(new FetchRequest(site.At("/rss.xml"), FetchKind.Feed) { ETag = tag, LastModified = date }, CancellationToken.None);

        result.State.ShouldBe(FetchState.NotModified);
        (result.ETag, result.LastModified).ShouldBe((tag, date));
        result.HasBody.ShouldBeFalse();
    }

    [Fact]
    public async Task A_validator_that_could_break_a_request_is_neither_kept_nor_sent()
    {
        await using var site = await StartAsync(context =>
        {
            context.Response.Headers.ETag = "\"" + new string('x', 60_000) + "\"";
            return context.Response.WriteAsync(context.Request.Headers.IfNoneMatch.Count + " sent");
        });
        using var client = Client();

        var result = await client.GetAsync(new FetchRequest(site.At("/"), FetchKind.Feed) { ETag = "\"é\r\nX: y\"" }, CancellationToken.None);

        result.ETag.ShouldBeNull();
        result.Body.ToArray().ShouldBe("0 sent"u8.ToArray());
    }

    [Theory]
    [InlineData(204, FetchState.NoFeed)]
    [InlineData(206, FetchState.TransientError)]
    [InlineData(304, FetchState.TransientError)]
    [InlineData(401, FetchState.AuthRequired)]
    [InlineData(403, FetchState.TransientError)]
    [InlineData(404, FetchState.TransientError)]
    [InlineData(410, FetchState.Gone)]
    [InlineData(429, FetchState.RateLimited)]
    [InlineData(451, FetchState.TransientError)]
    [InlineData(503, FetchState.TransientError)]
    public async Task Each_status_has_its_state(int status, FetchState state)
    {
        await using var site = await StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        using var client = Client();

        var result = await VisitAsync(client, site.At("/rss.xml"));

        (result.State, result.Status, result.Cause).ShouldBe((state, status, FetchCause.Status));
        result.Detail.ShouldBe(string.Create(CultureInfo.InvariantCulture, $"the host answered {status}"));
    }

    [Theory]
    [InlineData("120", 2)]
    [InlineData("99999999", 24 * 60)]
    [InlineData("Mon, 02 Mar 2026 08:00:00 GMT", 60)]
    [InlineData("Sun, 01 Mar 2026 08:00:00 GMT", 0)]
    [InlineData("bientot", null)]
    public async Task Retry_After_is_read_as_seconds_or_as_a_date_and_lasts_a_day_at_most(string header, int? minutes)
    {
        await using var site = await StartAsync(context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = header;
            return Task.CompletedTask;
        });
        using var client = Client(time: new FixedTime(new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.Zero)));

        var result = await VisitAsync(client, site.At("/rss.xml"));

        result.RetryAfter.ShouldBe(minutes is { } wait ? TimeSpan.FromMinutes(wait) : null);
    }

    [Fact]
    public async Task Only_the_callers_own_cancellation_is_thrown()
    {
        await using var site = await StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var client = Client();
        using var caller = new CancellationTokenSource();

        var visit = client.GetAsync(new FetchRequest(site.At("/"), FetchKind.Page), caller.Token);
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(visit);
    }

    [Fact]
    public async Task A_host_that_does_not_listen_is_a_passing_error()
    {
        var site = await StartAsync(_ => Task.CompletedTask);
        var address = site.At("/rss.xml");
        await site.DisposeAsync();
        using var client = Client();

        var result = await VisitAsync(client, address);

        (result.State, result.Cause, result.Status).ShouldBe((FetchState.TransientError, FetchCause.Connection, null));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n<rss/>")]
    [InlineData("SSH-2.0-OpenSSH_9.9\r\n")]
    public async Task What_is_not_sound_HTTP_is_a_passing_error(string answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = Client();

        var visit = VisitAsync(client, $"http://{listener.LocalEndpoint}/rss.xml");
        using (var caller = await listener.AcceptTcpClientAsync())
        {
            (await caller.GetStream().ReadAtLeastAsync(new byte[4096], 1)).ShouldBePositive();
            await caller.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer));
        }

        var result = await visit;
        (result.State, result.Cause).ShouldBe((FetchState.TransientError, FetchCause.NotHttp));
    }

    [Fact]
    public void Every_state_has_a_word_of_its_own() =>
        Enum.GetValues<FetchState>().Select(state => state.Word()).ShouldBe(
            ["ok", "not_modified", "moved", "degraded", "transient_error", "parse_error", "no_feed", "refused",
             "too_large", "timeout", "rate_limited", "auth_required", "gone"]);

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
