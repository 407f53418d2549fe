using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsReader.Storage.Admin;
using NewsReader.Web.Admin;

namespace NewsReader.Web.Tests.Admin;

/// <summary>What guessing at the door, and what a planted or stolen cookie, comes to.</summary>
public sealed class SignInGuardTests
{
    [Fact]
    public async Task Wrong_codes_are_throttled()
    {
        await using var site = await AdminSite.StartAsync();
        var code = await site.WithDbAsync(db => AdministratorCode.IssueAsync(db));
        for (int i = 0; i < 10; i++)
            (await site.Browser.PostAsync("/admin/bienvenue", ("code", "AAAA"), ("nom", "Hélène"), ("motDePasse", AdminSite.Password))).Status.ShouldBe(200);

        var refused = await site.Browser.PostAsync("/admin/bienvenue", ("code", code), ("nom", "Hélène"), ("motDePasse", AdminSite.Password));

        refused.Status.ShouldBe(429);
        refused.Html.ShouldContain("Attendez");
        (await site.WithDbAsync(db => db.Users.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_name_out_even_for_the_right_one()
    {
        await using var site = await AdminSite.StartSignedInAsync();
        using var stranger = site.NewBrowser();
        for (int i = 0; i < 5; i++)
            (await stranger.PostAsync("/admin/connexion", ("nom", "Hélène"), ("motDePasse", "au hasard"))).Html.ShouldContain("ne vont pas ensemble");

        (await stranger.PostAsync("/admin/connexion", ("nom", "Hélène"), ("motDePasse", AdminSite.Password))).Address.ShouldBe("/admin/connexion");
        (await stranger.GetAsync("/admin")).Address.ShouldStartWith("/admin/connexion");
    }

    [Fact]
    public async Task An_unknown_name_and_a_wrong_password_get_the_same_answer()
    {
        await using var site = await AdminSite.StartSignedInAsync();
        using var stranger = site.NewBrowser();
        var unknown = await stranger.PostAsync("/admin/connexion", ("nom", "Personne"), ("motDePasse", "au hasard"));
        var wrong = await stranger.PostAsync("/admin/connexion", ("nom", "Hélène"), ("motDePasse", "au hasard"));
        Said(unknown).ShouldBe(Said(wrong));

        static string Said(BrowserPage page) => page.Html[page.Html.IndexOf("role=\"alert\"", StringComparison.Ordinal)..page.Html.IndexOf("<form", page.Html.IndexOf("role=\"alert\"", StringComparison.Ordinal), StringComparison.Ordinal)];
    }

    [Fact]
    public async Task Whatever_is_wrong_takes_the_work_of_one_check()
    {
        var counted = new CountedHasher();
        await using var site = await AdminSite.StartSignedInAsync(services => services.AddSingleton<IPasswordHasher<Administrator>>(counted));
        using var stranger = site.NewBrowser();

        foreach (var (name, password) in new[] { ("Personne", "au hasard"), ("Hélène", "au hasard"), ("", ""), ("Hélène", "") })
        {
            counted.Checks = 0;
            (await stranger.PostAsync("/admin/connexion", ("nom", name), ("motDePasse", password))).Html.ShouldContain("ne vont pas ensemble");
            counted.Checks.ShouldBe(1, $"« {name} » « {password} »");
        }

        // Locked out: the right password and a wrong one alike.
        for (var i = 0; i < 3; i++) await stranger.PostAsync("/admin/connexion", ("nom", "Hélène"), ("motDePasse", "au hasard"));
        counted.Checks = 0;
        await stranger.PostAsync("/admin/connexion", ("nom", "Hélène"), ("motDePasse", AdminSite.Password));
        counted.Checks.ShouldBe(1);
    }

    [Fact]
    public async Task A_session_that_was_planted_before_does_not_become_the_administrators()
    {
        await using var site = await AdminSite.StartSignedInAsync();
        var planted = site.Browser.Cookie("newsreader-admin")!;
        using var victim = site.NewBrowser();
        victim.Plant("newsreader-admin", "choisi-par-un-autre");
        await victim.PostAsync("/admin/connexion", ("nom", "Hélène"), ("motDePasse", AdminSite.Password));
        var first = victim.Cookie("newsreader-admin")!;
        first.ShouldNotBe("choisi-par-un-autre");

        victim.Plant("newsreader-admin", planted);
        await victim.PostAsync("/admin/connexion", ("nom", "Hélène"), ("motDePasse", AdminSite.Password));

        victim.Cookie("newsreader-admin").ShouldNotBeOneOf(planted, first, "choisi-par-un-autre");
        using var other = site.NewBrowser();
        other.Plant("newsreader-admin", "choisi-par-un-autre");
        (await other.GetAsync("/admin")).Address.ShouldStartWith("/admin/connexion");
    }

    [Fact]
    public async Task Behind_a_proxy_on_this_machine_one_who_guesses_locks_out_himself_alone()
    {
        await using var site = await AdminSite.StartSignedInAsync();
        // What stands first in the list is what the guesser wrote himself; the proxy's own word comes last.
        for (var i = 0; i < 10; i++) (await GuessAsync($"198.51.100.{i}, 203.0.113.9")).ShouldBe(200);

        (await GuessAsync("198.51.100.77, 203.0.113.9")).ShouldBe(429);
        (await GuessAsync("203.0.113.10")).ShouldBe(200);

        async Task<int> GuessAsync(string forwarded)
        {
            using var browser = site.NewBrowser(("X-Forwarded-For", forwarded));
            return (await browser.PostAsync("/admin/connexion", ("nom", "Personne"), ("motDePasse", "au hasard"))).Status;
        }
    }

    [Fact]
    public async Task From_elsewhere_nobody_says_who_he_is()
    {
        await using var site = await AdminSite.StartSignedInAsync();
        site.Connection.From = IPAddress.Parse("203.0.113.9");
        for (var i = 0; i < 10; i++) (await GuessAsync(i)).Status.ShouldBe(200);

        var refused = await GuessAsync(10);
        refused.Status.ShouldBe(429);
        refused.Response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(5));
        refused.Cookies.ShouldAllBe(c => !c.Contains("__Host-", StringComparison.Ordinal));

        async Task<BrowserPage> GuessAsync(int i)
        {
            using var browser = site.NewBrowser(("X-Forwarded-For", $"198.51.100.{i}"), ("X-Forwarded-Proto", "https"));
            return await browser.PostAsync("/admin/connexion", ("nom", "Personne"), ("motDePasse", "au hasard"));
        }
    }

    [Theory]
    [InlineData("http", "", false)]
    [InlineData("https", "__Host-", true)]
    public async Task Every_cookie_is_as_strict_as_the_connection_allows(string scheme, string prefix, bool secure)
    {
        await using var site = await AdminSite.StartSignedInAsync();
        using var other = site.NewBrowser(("X-Forwarded-Proto", scheme));
        var form = await other.GetAsync("/admin/connexion");
        var signedIn = await other.PostAsync("/admin/connexion", ("nom", "Hélène"), ("motDePasse", AdminSite.Password));
        var signedOut = await other.PostAsync("/admin/deconnexion");

        signedIn.Address.ShouldBe("/admin");
        signedOut.Html.ShouldContain("Vous êtes déconnecté");
        form.Cookies.ShouldContain(c => c.StartsWith(prefix + "jeton=", StringComparison.Ordinal) && c.Contains("samesite=strict", StringComparison.Ordinal));
        signedIn.Cookies.ShouldContain(c => c.StartsWith(prefix + "newsreader-admin=", StringComparison.Ordinal));
        foreach (var cookie in (string[])[.. form.Cookies, .. signedIn.Cookies, .. signedOut.Cookies])
        {
            cookie.ShouldStartWith(prefix);
            cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase).ShouldBe(secure, cookie);
            cookie.ShouldContain("; path=/;");
            cookie.ShouldContain("httponly");
            cookie.ShouldContain("samesite=");
            cookie.ShouldNotContain("domain=");
        }
    }

    [Fact]
    public async Task On_https_a_cookie_that_is_not_bound_to_this_host_counts_for_nothing()
    {
        await using var site = await AdminSite.StartSignedInAsync();
        using var other = site.NewBrowser(("X-Forwarded-Proto", "https"));
        other.Plant("newsreader-admin", site.Browser.Cookie("newsreader-admin")!);
        (await other.GetAsync("/admin")).Address.ShouldStartWith("/admin/connexion");
        other.Plant("__Host-newsreader-admin", site.Browser.Cookie("newsreader-admin")!);
        (await other.GetAsync("/admin")).Address.ShouldBe("/admin");
    }

    private sealed class CountedHasher : IPasswordHasher<Administrator>
    {
        private readonly PasswordHasher<Administrator> _real = new();

        public int Checks { get; set; }

        public string HashPassword(Administrator user, string password) => _real.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Administrator user, string hashedPassword, string providedPassword)
        {
            Checks++;
            return _real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
