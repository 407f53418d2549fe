using System.Net;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Hosting;

public sealed class AnswerTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/rien-de-tel")]
    [InlineData("/health/live")]
    [InlineData("/articles/1")]
    [InlineData("/images/99999")]
    [InlineData("/images/10")]
    [InlineData("/site.css")]
    [InlineData("/icon.svg")]
    [InlineData("/erreur/500")]
    public async Task Every_answer_lets_nothing_but_our_own_files_run(string path)
    {
        using var answer = await site.SendAsync(path);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith(path.StartsWith("/images/", StringComparison.Ordinal)
            ? "default-src 'none'; frame-ancestors 'none'; sandbox"
            : "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex"]);
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
        answer.Headers.GetValues("Permissions-Policy").Single().ShouldContain("camera=()");
        answer.Headers.GetValues("Cross-Origin-Opener-Policy").ShouldBe(["same-origin"]);
        answer.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["same-origin"]);
        answer.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    [Theory]
    [InlineData("https", "journal.example", true)]
    [InlineData("http", "journal.example", false)]
    [InlineData("https", "localhost:5080", false)]
    [InlineData("https", "[::1]", false)]
    public async Task On_https_browsers_are_told_to_come_by_https_from_then_on(string scheme, string host, bool isTold)
    {
        using var answer = await site.SendAsync("/", ("X-Forwarded-Proto", scheme), ("Host", host));

        answer.Headers.Contains("Strict-Transport-Security").ShouldBe(isTold);
    }

    [Fact]
    public async Task Nobody_from_elsewhere_says_that_he_came_by_https()
    {
        await using var other = await SeededSite.StartAsync(isSeeded: false);
        other.Connection.From = IPAddress.Parse("203.0.113.9");

        using var answer = await other.SendAsync("/apparence", ("X-Forwarded-Proto", "https"), ("Host", "journal.example"));

        answer.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        answer.Headers.GetValues("Set-Cookie").ShouldAllBe(c => c.StartsWith("jeton=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_page_carries_a_style_or_a_script_of_its_own()
    {
        foreach (var path in new[] { "/", "/en-continu", "/apparence", "/sources", "/jours" })
        {
            var html = await site.TextAsync(path);
            html.ShouldNotContain(" style=");
            html.ShouldNotContain("<style");
            html.ShouldNotContain(" onclick=");
            html.Split("<script").Length.ShouldBe(2, path);
        }
    }

    [Fact]
    public async Task The_log_has_one_line_a_request_without_query_and_without_the_reader()
    {
        (await site.SendAsync("/en-continu?avant=secret-du-lecteur", ("User-Agent", "Navigateur du lecteur"), ("Referer", "http://ailleurs.example/"))).Dispose();

        var lines = site.Lines.Where(l => l.Contains("GET /en-continu ", StringComparison.Ordinal)).ToList();
        lines.ShouldNotBeEmpty();
        lines[^1].ShouldMatch(@"^Information: GET /en-continu 200 in \d+ ms$");
        site.Lines.ShouldNotContain(l => l.Contains("secret-du-lecteur", StringComparison.Ordinal) || l.Contains("Navigateur du lecteur", StringComparison.Ordinal));
        site.Lines.ShouldNotContain(l => l.Contains("Request starting", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_break_in_a_path_starts_no_line_in_the_log()
    {
        (await site.SendAsync("/rien%0AGET%20/admin%20200")).Dispose();

        site.Lines.ShouldNotContain(l => l.Contains('\n') && l.Contains("GET /admin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_forged_host_changes_nothing()
    {
        foreach (var path in new[] { "/", "/sujets/1", "/en-continu" })
        {
            using var answer = await site.SendAsync(path, ("Host", "mechant.example"), ("X-Forwarded-Host", "mechant.example"));
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("mechant");
            answer.Headers.ToString().ShouldNotContain("mechant");
        }
    }

    [Fact]
    public async Task The_stylesheet_is_served_whole_from_beside_the_program()
    {
        var html = await site.TextAsync("/");
        var path = html.Split("rel=\"stylesheet\" href=\"")[1].Split('"')[0];

        foreach (var encoding in new[] { "identity", "gzip, br" })
        {
            using var answer = await site.SendAsync(path, ("Accept-Encoding", encoding));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            var length = (await answer.Content.ReadAsByteArrayAsync()).Length;
            length.ShouldBeGreaterThan(1000);
            if (encoding != "identity") length.ShouldBeLessThan(10 * 1024);
            answer.Headers.ETag.ShouldNotBeNull();
        }

        path.ShouldMatch(@"^/site\.\w+\.css$");
    }

    [Fact]
    public async Task The_site_lives_and_is_ready()
    {
        (await site.TextAsync("/health/live")).ShouldBe("ok");
        (await site.TextAsync("/health/ready")).ShouldBe("ok");
    }

    [Fact]
    public async Task An_address_that_is_none_of_a_site_is_refused_at_start()
    {
        var start = () => SeededSite.StartAsync(false, ("Site:Address", "journal.example/lire"));

        (await start.ShouldThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>()).Message.ShouldContain("journal.example/lire");
    }

    [Fact]
    public async Task The_settings_give_the_name_and_the_absolute_addresses()
    {
        await using var named = await SeededSite.StartAsync(true, ("Site:Address", "https://journal.example"), ("Site:Name", "Le Matin d’ici"));

        var html = await named.TextAsync("/");

        html.ShouldContain(">Le Matin d’ici</a>");
        html.ShouldContain("<link rel=\"canonical\" href=\"https://journal.example/\">");
    }
}
