using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Playwright;
using NewsReader.Web.Adding;
using NewsReader.Web.Admin;
using NewsReader.Web.Rounds;
using NewsReader.Web.Tests.Adding;
using NewsReader.Web.Tests.Admin;
using NewsReader.Web.Tests.Fetching;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Xss;

/// <summary>Hostile fragments come in by the front door, a feed and its pages, and every page that shows them is opened in a real browser.</summary>
public sealed class XssTests(BrowserRun browser) : IClassFixture<BrowserRun>
{
    private const string Hostile = "<img src=x onerror=alert(1)>\"'><script>alert(2)</script>";

    private static readonly string[] Starts =
        ["/", "/en-continu", "/jours", "/sources", "/apparence", "/a-propos", "/nulle-part/%3Cscript%3Ealert(1)%3C/script%3E", "/admin", "/admin/ajouter", "/admin/regles", "/admin/sujets", "/admin/journal"];

    /// <summary>What must be among the pages that were opened.</summary>
    private static readonly string[] Kinds =
        ["/", "/rubriques/", "/en-continu?avant=", "/sujets/", "/articles/", "/jour/", "/jours", "/sources", "/apparence?retour=", "/admin/regles?redaction=", "/admin?id=", "/admin/sujets", "/admin/journal"];

    [ChromiumCorporaFact]
    public async Task Nothing_that_a_feed_or_a_page_carries_runs_in_any_page()
    {
        await using var outside = await LoopbackPaper.StartAsync();
        await using var site = await AdminSite.StartAsync(services => services.AddRounds(new ConfigurationBuilder().Build()));
        var paper = new HostilePaper(outside, XssCorpus.Read());
        foreach (var feed in HostilePaper.Feeds)
            await site.WithAsync<FollowedSources, FollowResult>(f => f.AddAsync(new SourceToFollow(outside.Home + feed, $"{feed} {Hostile}") { Owners = [Hostile] }, Hostile));
        await PrintAndReadAsync(site, paper);
        // The outlet edits each article, so that there is a page of changes.
        site.Clock.Advance(TimeSpan.FromMinutes(20));
        await PrintAndReadAsync(site, paper);
        (await site.WithDbAsync(db => db.Articles.CountAsync(a => a.IsFullText))).ShouldBeGreaterThan(paper.Entries / 2);

        var watch = await BrowserWatch.StartAsync(await browser.PageAsync(BrowserRun.Desk), site.Address);
        await SignInAsync(watch, await site.WithDbAsync(db => AdministratorCode.IssueAsync(db)));
        await AddAndTryAsync(watch, outside.Home + HostilePaper.NewFeed);
        var opened = await OpenEverythingAsync(watch);

        watch.Seen.ShouldBeEmpty();
        foreach (var kind in Kinds) opened.ShouldContain(path => path.StartsWith(kind, StringComparison.Ordinal), kind);
        opened.ShouldContain(path => path.EndsWith("/modifications", StringComparison.Ordinal));
        opened.Count(path => path.StartsWith("/articles/", StringComparison.Ordinal)).ShouldBeGreaterThan(paper.Entries / 2);
        await watch.Page.Context.CloseAsync();
    }

    [ChromiumTheory]
    [InlineData("<script>alert(1)</script>", "alert(1)")]
    [InlineData("<img src=/images/1 onerror=alert(1)>", "attribute img onerror")]
    [InlineData("<svg onload=alert(1)>", "element svg")]
    [InlineData("<a href='java&Tab;script:alert(1)'>Lire</a>", "address a")]
    [InlineData("<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>", "element iframe")]
    [InlineData("<img src=http://127.0.0.1:9/pixel.png>", "request image http://127.0.0.1:9/pixel.png")]
    [InlineData("<p style='background:url(http://127.0.0.1:9/fond.png)'>x</p>", "request image http://127.0.0.1:9/fond.png")]
    [InlineData("<link rel=stylesheet href=http://127.0.0.1:9/a.css>", "request stylesheet")]
    [InlineData("<meta http-equiv=refresh content='60;url=http://127.0.0.1:9/'>", "meta refresh")]
    [InlineData("<form action=http://127.0.0.1:9/><button>Envoyer</button></form>", "address form")]
    [InlineData("<img src=/admin/deconnexion>", "request image")]
    [InlineData("<script src=/comfort.js></script><script>open('/')</script>", "open(/)")]
    public async Task The_same_watch_sees_what_an_unsafe_page_does(string fragment, string sight)
    {
        foreach (var policy in new[] { null, "default-src 'none'; script-src 'self'; img-src 'self'; style-src 'self'" })
        {
            await using var unsafePage = await LoopbackSite.StartAsync(context =>
            {
                if (policy is not null) context.Response.Headers.ContentSecurityPolicy = policy;
                context.Response.ContentType = "text/html; charset=utf-8";
                return context.Response.WriteAsync($"<!doctype html><title>x</title><main>{fragment}</main>");
            });
            var watch = await BrowserWatch.StartAsync(await browser.PageAsync(BrowserRun.Desk), unsafePage.Origin.ToString());

            await watch.OpenAsync("/");

            // Where our own policy stands before it, that it had to act is seen.
            watch.Seen.ShouldNotBeEmpty(policy);
            if (policy is null) watch.Seen.ShouldContain(s => s.Contains(sight, StringComparison.Ordinal));
            await watch.Page.Context.CloseAsync();
        }
    }

    private static async Task PrintAndReadAsync(AdminSite site, HostilePaper paper)
    {
        paper.Print(site.Clock.GetUtcNow());
        for (var isForced = true; (await site.WithAsync<Round, RoundReport>(r => r.RunAsync(isForced, null, CancellationToken.None))).IsUnfinished; isForced = false)
        {
        }
    }

    private static async Task SignInAsync(BrowserWatch watch, string code)
    {
        await watch.OpenAsync("/admin/bienvenue");
        await watch.Page.GetByLabel("Code du terminal").FillAsync(code);
        await watch.Page.GetByLabel("Votre nom").FillAsync("Hélène " + Hostile);
        await watch.Page.GetByLabel("Mot de passe").FillAsync(AdminSite.Password);
        await watch.Page.GetByRole(AriaRole.Button, new() { Name = "Créer l’administrateur" }).ClickAsync();
        await watch.InspectAsync("the administration, just made");
        (await watch.Page.Locator("body").TextContentAsync())!.ShouldContain("Se déconnecter (Hélène " + Hostile);
    }

    /// <summary>The steps that take a form: an address with markup in it, the preview of the feed, its proposal, and rules tried on kept pages.</summary>
    private static async Task AddAndTryAsync(BrowserWatch watch, string feed)
    {
        foreach (var address in new[] { "http://127.0.0.1:9/" + Hostile, feed })
        {
            await watch.OpenAsync("/admin/ajouter");
            await watch.Page.GetByLabel("Adresse").FillAsync(address);
            await watch.Page.GetByRole(AriaRole.Button, new() { Name = "Chercher" }).ClickAsync();
            await watch.InspectAsync("the preview of " + address);
        }

        (await watch.Page.Locator("main").TextContentAsync())!.ShouldContain("Un flux trouvé");
        await watch.Page.GetByRole(AriaRole.Button, new() { Name = "Choisir" }).ClickAsync();
        await watch.InspectAsync("the proposal");
        (await watch.Page.Locator("main").TextContentAsync())!.ShouldContain("Étape 3 sur 3");
        await watch.OpenAsync("/admin/regles?redaction=1");
        await watch.Page.GetByLabel("Règles").FillAsync("remove: figcaption");
        await watch.Page.GetByRole(AriaRole.Button, new() { Name = "Essayer" }).ClickAsync();
        await watch.InspectAsync("rules, tried");
        (await watch.Page.Locator("main").TextContentAsync())!.ShouldContain("Ce que ces règles donneraient");
    }

    /// <summary>Opens every page of ours that pages of ours lead to, several at once.</summary>
    private static async Task<IReadOnlyCollection<string>> OpenEverythingAsync(BrowserWatch first)
    {
        BrowserWatch[] watches = [first, await first.BesideAsync(), await first.BesideAsync()];
        var known = new HashSet<string>(Starts, StringComparer.Ordinal);
        var waiting = new ConcurrentQueue<string>(Starts);
        while (!waiting.IsEmpty)
        {
            var links = await Task.WhenAll(watches.Select(async watch =>
            {
                var found = new List<string>();
                while (waiting.TryDequeue(out var path)) found.AddRange(await watch.OpenAsync(path));
                return found;
            }));
            foreach (var link in links.SelectMany(l => l).Where(l => IsOther(l, known)))
                if (known.Add(link))
                    waiting.Enqueue(link);
        }

        return known;
    }

    /// <summary>The way to the page of themes is on each page, and differs by nothing but the way back; a file to download opens no page.</summary>
    private static bool IsOther(string link, HashSet<string> known) =>
        !link.Contains("handler=Exporter", StringComparison.Ordinal) && !link.Contains("handler=Telecharger", StringComparison.Ordinal)
        && (!link.StartsWith("/apparence?", StringComparison.Ordinal) || !known.Any(k => k.StartsWith("/apparence?", StringComparison.Ordinal)));
}
