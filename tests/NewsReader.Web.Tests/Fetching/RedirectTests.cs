using Microsoft.AspNetCore.Http;
using NewsReader.Web.Fetching;
using static NewsReader.Web.Tests.Fetching.LoopbackSite;

namespace NewsReader.Web.Tests.Fetching;

public sealed class RedirectTests
{
    [Fact]
    public async Task A_feed_that_moved_for_good_says_where_to()
    {
        await using var site = await StartAsync(context => context.Request.Path.Value switch
        {
            "/rss" => To(context, 301, "/rss/"),
            "/rss/" => To(context, 308, "/flux.xml"),
            _ => context.Response.WriteAsync("<rss/>"),
        });
        using var client = Client();

        var result = await VisitAsync(client, site.At("/rss"));

        result.State.ShouldBe(FetchState.Moved);
        result.MovedTo.ShouldBe(site.At("/flux.xml"));
        result.HasBody.ShouldBeTrue();
    }

    [Theory]
    [InlineData(302, 301)]
    [InlineData(301, 307)]
    [InlineData(303, 303)]
    public async Task One_temporary_redirect_leaves_the_address_as_it_was(int first, int second)
    {
        await using var site = await StartAsync(context => context.Request.Path.Value switch
        {
            "/rss" => To(context, first, "milieu"),
            "/milieu" => To(context, second, context.Request.Scheme + "://" + context.Request.Host + "/flux.xml"),
            _ => context.Response.WriteAsync("<rss/>"),
        });
        using var client = Client();

        var result = await VisitAsync(client, site.At("/rss"));

        result.State.ShouldBe(FetchState.Ok);
        result.Address.ShouldBe(site.At("/flux.xml"));
        result.MovedTo.ShouldBeNull();
    }

    [Fact]
    public async Task What_the_old_address_said_is_not_asked_of_the_new_one()
    {
        await using var site = await StartAsync(context =>
        {
            if (context.Request.Path == "/rss")
                return To(context, 301, "/flux.xml");
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch.Count > 0 ? 304 : 200;
            return context.Response.StatusCode == 304 ? Task.CompletedTask : context.Response.WriteAsync("<rss/>");
        });
        using var client = Client();

        var result = await client.GetAsync(new FetchRequest(site.At("/rss"), FetchKind.Feed) { ETag = "\"1\"" }, CancellationToken.None);

        result.State.ShouldBe(FetchState.Moved);
    }

    [Fact]
    public async Task A_redirect_to_a_private_address_is_refused_before_anyone_is_dialled()
    {
        await using var inside = await StartAsync(context => context.Response.WriteAsync("secret"), "127.0.0.2");
        string[] spellings = [$"127.0.0.2:{inside.Origin.Port}", $"2130706434:{inside.Origin.Port}", $"0177.0.0.2:{inside.Origin.Port}", $"[::ffff:127.0.0.2]:{inside.Origin.Port}", $"127.0.0.2.:{inside.Origin.Port}", $"127.2:{inside.Origin.Port}"];
        await using var site = await StartAsync(context => To(context, 302, $"http://{context.Request.Query["to"]}/secret"));
        using var client = Client();

        foreach (var spelling in spellings)
        {
            var result = await VisitAsync(client, site.At("/?to=" + Uri.EscapeDataString(spelling)));
            (result.State, result.Cause).ShouldBe((FetchState.Refused, FetchCause.Address), spelling);
        }

        inside.Visits.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("file:///etc/hosts")]
    [InlineData("ftp://ftp.gazette.fr/rss.xml")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/xml,<rss/>")]
    [InlineData("http://abonne:secret@gazette.fr/")]
    public async Task A_redirect_out_of_the_web_is_refused(string location)
    {
        await using var site = await StartAsync(context => To(context, 301, location));
        using var client = Client();

        (await VisitAsync(client, site.At("/rss"))).State.ShouldBe(FetchState.Refused);
    }

    [Theory]
    [InlineData("/rss", 1)]
    [InlineData("/autre", 2)]
    public async Task Redirects_in_a_circle_end_at_once(string location, int visits)
    {
        await using var site = await StartAsync(context => To(context, 301, context.Request.Path == "/rss" ? location : "/rss"));
        using var client = Client();

        var result = await VisitAsync(client, site.At("/rss"));

        (result.State, result.Cause).ShouldBe((FetchState.TransientError, FetchCause.Redirects));
        site.Visits.Count.ShouldBe(visits);
    }

    [Theory]
    [InlineData(5, FetchState.Ok)]
    [InlineData(6, FetchState.TransientError)]
    public async Task Five_redirects_are_followed_and_not_one_more(int redirects, FetchState state)
    {
        await using var site = await StartAsync(context =>
        {
            var n = int.Parse(context.Request.Path.Value![1..], System.Globalization.CultureInfo.InvariantCulture);
            return n < redirects ? To(context, 302, $"/{n + 1}") : context.Response.WriteAsync("<rss/>");
        });
        using var client = Client();

        (await VisitAsync(client, site.At("/0"))).State.ShouldBe(state);
        site.Visits.Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_redirect_that_leads_nowhere_is_a_passing_error()
    {
        await using var site = await StartAsync(context => To(context, 302, null));
        using var client = Client();

        var result = await VisitAsync(client, site.At("/rss"));

        (result.State, result.Cause).ShouldBe((FetchState.TransientError, FetchCause.Redirects));
    }

    [Fact]
    public void A_redirect_never_gives_up_a_secure_connection()
    {
        Redirect.Follow(new Uri("https://gazette.fr/rss"), "http://gazette.fr/flux", out var why).ShouldBeNull();
        why!.ShouldContain("https to http");
        Redirect.Follow(new Uri("https://gazette.fr/rss"), "/flux", out _)!.AbsoluteUri.ShouldBe("https://gazette.fr/flux");
    }

    private static Task To(HttpContext context, int status, string? location)
    {
        context.Response.StatusCode = status;
        if (location is not null)
            context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}
