using System.Net;
using NewsReader.Web.Hosting;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Hosting;

public sealed class VisitorPaceTests
{
    private static readonly (string, string) One = ("X-Forwarded-For", "203.0.113.9");

    [Fact]
    public async Task Who_takes_pages_faster_than_a_person_waits_and_nobody_else_does()
    {
        await using var site = await SeededSite.StartAsync();
        for (var i = 0; i < VisitorPace.AtOnce; i++) (await StatusAsync(site, i % 2 == 0 ? "/" : "/nulle-part", One)).ShouldBeOneOf(200, 404);

        using var refused = await site.SendAsync("/", One);

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
        refused.Headers.CacheControl!.NoStore.ShouldBeTrue();
        refused.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Attendez quelques secondes");
        (await StatusAsync(site, "/", ("X-Forwarded-For", "203.0.113.10"))).ShouldBe(200);
        // One page asks for many files and pictures.
        (await StatusAsync(site, "/images/10", One)).ShouldBe(200);
        (await StatusAsync(site, "/site.css", One)).ShouldBe(200);
        (await StatusAsync(site, "/health/live", One)).ShouldBe(200);

        site.Time.Advance(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 20; i++) (await StatusAsync(site, "/", One)).ShouldBe(200);
        (await StatusAsync(site, "/", One)).ShouldBe(429);
    }

    [Fact]
    public async Task A_household_is_one_visitor()
    {
        await using var site = await SeededSite.StartAsync();
        for (var i = 0; i < VisitorPace.AtOnce; i++) (await StatusAsync(site, "/", ("X-Forwarded-For", $"[2001:db8:1:2::{i:x}]"))).ShouldBe(200);
        (await StatusAsync(site, "/", ("X-Forwarded-For", "2001:db8:1:2:ffff::1"))).ShouldBe(429);
        (await StatusAsync(site, "/", ("X-Forwarded-For", "2001:db8:1:3::1"))).ShouldBe(200);
    }

    [Fact]
    public async Task From_elsewhere_one_does_not_change_who_one_is()
    {
        await using var site = await SeededSite.StartAsync();
        site.Connection.From = IPAddress.Parse("203.0.113.9");
        for (var i = 0; i < VisitorPace.AtOnce; i++) (await StatusAsync(site, "/", ("X-Forwarded-For", $"198.51.100.{i}"))).ShouldBe(200);
        (await StatusAsync(site, "/", ("X-Forwarded-For", "127.0.0.1"))).ShouldBe(429);
    }

    [Fact]
    public async Task A_program_on_this_machine_may_ask_as_much_as_it_likes()
    {
        await using var site = await SeededSite.StartAsync();
        for (var i = 0; i < 2 * VisitorPace.AtOnce; i++) (await StatusAsync(site, "/")).ShouldBe(200);
    }

    private static async Task<int> StatusAsync(SeededSite site, string path, params (string, string)[] headers)
    {
        using var answer = await site.SendAsync(path, headers);
        return (int)answer.StatusCode;
    }
}
