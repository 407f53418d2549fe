using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using NewsReader.Web.Fetching;
using static NewsReader.Web.Tests.Fetching.LoopbackSite;

namespace NewsReader.Web.Tests.Fetching;

public sealed class RobotsTests
{
    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /prive", "/prive-de-tout", false)]
    [InlineData("User-agent: *\nDisallow: /prive/", "/prive", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/doc/x.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/doc/x.pdf?page=2", true)]
    [InlineData("User-agent: *\nDisallow: /*?*imprimer", "/a?x=1&imprimer", false)]
    [InlineData("User-agent: *\nDisallow: /été", "/%C3%A9t%c3%a9/1", false)]
    [InlineData("User-agent: *\nDisallow: /%7Emoi", "/~moi", false)]
    [InlineData("User-agent: GPTBot\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: newsreader\nDisallow: /prive", "/a", true)]
    [InlineData("User-agent: autre\nUser-agent: NewsReader\n# tous deux\nDisallow: / # rien", "/a", false)]
    [InlineData("User-agent: NewsReader\nDisallow: /a\nUser-agent: x\nDisallow: /b\nUser-agent: NewsReader\nDisallow: /c", "/c", false)]
    [InlineData("User-agent: NewsReader\nSitemap: https://gazette.fr/plan.xml\nUser-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\r\nCrawl-delay: 10\r\nDisallow: /a\r\n", "/a", false)]
    [InlineData("<!doctype html><title>404</title>", "/a", true)]
    public void The_longest_rule_for_this_program_decides(string text, string path, bool allowed) =>
        RobotsRules.Read(text).Allow(path).ShouldBe(allowed);

    [Fact]
    public void A_pattern_full_of_stars_is_read_in_no_time() =>
        RobotsRules.Read("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 2000)) + "b$")
            .Allow("/" + new string('a', 4000)).ShouldBeTrue();

    [Fact]
    public async Task The_file_is_asked_for_once_a_day()
    {
        await using var site = await StartAsync(context => context.Response.WriteAsync("User-agent: *\nDisallow: /prive"));
        var time = new FakeTimeProvider();
        using var client = Client();
        var robots = new Robots(client, time);

        (await robots.AllowsAsync(site.At("/prive/1"), CancellationToken.None)).ShouldBe(false);
        (await robots.AllowsAsync(site.At("/public/1"), CancellationToken.None)).ShouldBe(true);
        time.Advance(TimeSpan.FromHours(23));
        await robots.AllowsAsync(site.At("/public/2"), CancellationToken.None);
        site.Visits.ShouldBe(["/robots.txt"]);

        time.Advance(TimeSpan.FromHours(2));
        await robots.AllowsAsync(site.At("/public/3"), CancellationToken.None);
        site.Visits.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(403, true)]
    [InlineData(404, true)]
    [InlineData(429, false)]
    [InlineData(500, false)]
    public async Task A_host_without_the_file_is_open_and_one_in_trouble_is_left_alone(int status, bool allowed)
    {
        await using var site = await StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        using var client = Client();

        (await new Robots(client, TimeProvider.System).AllowsAsync(site.At("/a"), CancellationToken.None) ?? false).ShouldBe(allowed);
    }

    [Fact]
    public async Task A_host_in_trouble_is_asked_again_after_a_quarter_of_an_hour()
    {
        var broken = true;
        await using var site = await StartAsync(context =>
        {
            context.Response.StatusCode = broken ? 503 : 404;
            return Task.CompletedTask;
        });
        var time = new FakeTimeProvider();
        using var client = Client();
        var robots = new Robots(client, time);
        (await robots.AllowsAsync(site.At("/a"), CancellationToken.None)).ShouldBeNull();

        broken = false;
        time.Advance(TimeSpan.FromMinutes(16));

        (await robots.AllowsAsync(site.At("/a"), CancellationToken.None)).ShouldBe(true);
    }

    [Fact]
    public async Task What_is_no_address_of_the_web_is_not_allowed()
    {
        using var client = Client();
        (await new Robots(client, TimeProvider.System).AllowsAsync("mailto:a@b.fr", CancellationToken.None)).ShouldBe(false);
    }
}
