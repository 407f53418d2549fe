using System.Net;
using Microsoft.AspNetCore.Http;
using NewsReader.Web.Fetching;
using static NewsReader.Web.Tests.Fetching.LoopbackSite;

namespace NewsReader.Web.Tests.Fetching;

public sealed class ConnectionTests
{
    private static readonly FetchingSettings Closed = new() { HostPause = TimeSpan.Zero };

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1", "9.9.9.9")]
    [InlineData("9.9.9.9", "::ffff:127.0.0.1")]
    public async Task A_name_with_one_private_answer_is_refused_and_nothing_is_dialled(params string[] answers)
    {
        await using var site = await StartAsync(context => context.Response.WriteAsync("secret"));
        using var client = Client(Closed, resolve: (_, _) => Task.FromResult(answers.Select(IPAddress.Parse).ToArray()));

        var result = await VisitAsync(client, $"http://www.gazette-du-rhone.fr:{site.Origin.Port}/rss.xml");

        result.State.ShouldBe(FetchState.Refused);
        result.Cause.ShouldBe(FetchCause.Address);
        result.Detail!.ShouldContain("not a public address");
        site.Visits.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_that_nobody_knows_is_told_as_such()
    {
        using var client = Client(Closed, resolve: (_, _) => Task.FromResult<IPAddress[]>([]));

        var result = await VisitAsync(client, "https://www.gazette-disparue.fr/rss.xml");

        (result.State, result.Cause).ShouldBe((FetchState.TransientError, FetchCause.Name));
    }

    [Fact]
    public async Task The_next_answer_is_dialled_where_the_first_one_is_dead()
    {
        await using var site = await StartAsync(context => context.Response.WriteAsync("<rss/>"));
        var settings = new FetchingSettings { AllowedNetworks = ["127.0.0.0/8", "::1/128"], HostPause = TimeSpan.Zero };
        using var client = Client(settings, resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("127.0.0.9"), IPAddress.Loopback]));

        (await VisitAsync(client, $"http://gazette:{site.Origin.Port}/")).State.ShouldBe(FetchState.Ok);
    }

    [Fact]
    public async Task An_opened_network_opens_itself_and_nothing_beside_it()
    {
        await using var inside = await StartAsync(context => context.Response.WriteAsync("<rss/>"));
        await using var beside = await StartAsync(context => context.Response.WriteAsync("secret"), "127.0.0.2");
        using var client = Client();

        (await VisitAsync(client, inside.At("/rss.xml"))).State.ShouldBe(FetchState.Ok);
        (await VisitAsync(client, beside.At("/rss.xml"))).State.ShouldBe(FetchState.Refused);
        (await VisitAsync(client, $"http://127.0.0.2.:{beside.Origin.Port}/")).State.ShouldBe(FetchState.Refused);
        beside.Visits.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_of_one_word_is_allowed_where_it_leads_into_an_opened_network()
    {
        await using var site = await StartAsync(context => context.Response.WriteAsync("<rss/>"));
        using var inside = Client(resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        using var outside = Client(resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("9.9.9.9")]));

        (await VisitAsync(inside, $"http://intranet:{site.Origin.Port}/rss.xml")).State.ShouldBe(FetchState.Ok);
        (await VisitAsync(outside, "http://intranet/rss.xml")).State.ShouldBe(FetchState.Refused);
    }

    [Fact]
    public async Task A_name_of_the_demo_reaches_its_listener_and_opens_nothing_else()
    {
        await using var demo = await StartAsync(context => context.Response.WriteAsync("<rss/>"));
        var hosts = new HostMap();
        using var client = Client(Closed, hosts, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        const string Paper = "http://gazette.demo.invalid/rss.xml";
        (await VisitAsync(client, Paper)).State.ShouldBe(FetchState.Refused);

        hosts.Set("gazette.demo.invalid", demo.Place);

        (await VisitAsync(client, Paper)).State.ShouldBe(FetchState.Ok);
        foreach (var other in (string[])["http://autre.demo.invalid/", "https://gazette.demo.invalid/", demo.At("/"), $"http://www.gazette.fr:{demo.Origin.Port}/"])
            (await VisitAsync(client, other)).State.ShouldBe(FetchState.Refused, other);
        demo.Visits.ShouldBe(["/rss.xml"]);
    }

    [Fact]
    public void A_real_site_cannot_be_given_a_place_of_our_own() =>
        Should.Throw<ArgumentException>(() => new HostMap().Set("www.lemonde.fr", new IPEndPoint(IPAddress.Loopback, 80)));
}
