using NewsReader.Web.Adding;
using NewsReader.Web.Tests.Admin;

namespace NewsReader.Web.Tests.Adding;

public sealed class SourceFinderTests
{
    [Theory]
    [InlineData("{0}/une.xml")]
    [InlineData("feed:{0}/une.xml")]
    [InlineData("  <{0}/une.xml>  ")]
    [InlineData("À lire : {0}/une.xml?utm_medium=social, vite !")]
    [InlineData("{0}/un-article")]
    public async Task Whatever_is_typed_around_an_address_leads_to_the_feed(string typed)
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var site = await AdminSite.StartAsync();
        paper.Page("/", LoopbackPaper.HomeWith("/une.xml")).Page("/un-article", "<!doctype html><html><body><h1>Un article</h1></body></html>")
            .Feed("/une.xml", LoopbackPaper.Rss("Une", site.Clock.GetUtcNow()));

        var finding = await FindAsync(site, string.Format(System.Globalization.CultureInfo.InvariantCulture, typed, paper.Home));

        finding.Trouble.ShouldBeNull();
        var feed = finding.Feeds.ShouldHaveSingleItem();
        (feed.Title, feed.Entries, feed.LatestTitle, feed.IsRecommended).ShouldBe(("Une", 6, "Une 1", true));
        feed.ArticlesPerDay!.Value.ShouldBe(3.6, 0.1);
    }

    [Fact]
    public async Task A_bare_host_is_tried_on_https_first_and_then_on_http()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var site = await AdminSite.StartAsync();
        paper.Feed("/une.xml", LoopbackPaper.Rss("Une", site.Clock.GetUtcNow()));
        var finding = await FindAsync(site, $"{new Uri(paper.Home).Authority}/une.xml");
        finding.Feeds.ShouldHaveSingleItem().Address.ShouldBe(paper.Home + "/une.xml");
    }

    [Fact]
    public async Task A_forgotten_feed_is_not_the_recommended_one()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var site = await AdminSite.StartAsync();
        paper.Page("/", LoopbackPaper.HomeWith("/vieux.xml", "/neuf.xml"))
            .Feed("/vieux.xml", LoopbackPaper.Rss("Vieux", site.Clock.GetUtcNow().AddYears(-2)))
            .Feed("/neuf.xml", LoopbackPaper.Rss("Neuf", site.Clock.GetUtcNow()));
        (await FindAsync(site, paper.Home)).Feeds.Select(f => (f.Title, f.IsRecommended)).ShouldBe([("Neuf", true), ("Vieux", false)]);
    }

    [Fact]
    public async Task A_site_without_a_feed_is_followed_by_the_news_sitemap_that_its_robots_txt_names()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var site = await AdminSite.StartAsync();
        const string Spaces = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\"";
        var archive = string.Concat(Enumerable.Range(1, 100).Select(day => $"Sitemap: {paper.Home}/archives/{day}.xml\n"));
        paper.Page("/", "<!doctype html><html><body><h1>Rien ici</h1></body></html>")
            .Answer("/robots.txt", "text/plain", $"User-agent: *\n{archive}Sitemap: {paper.Home}/plans/actu.xml")
            .Answer("/archives/1.xml", "application/xml", $"<urlset {Spaces}><url><loc>{paper.Home}/a</loc></url></urlset>")
            .Answer("/plans/actu.xml", "application/xml", $"<sitemapindex {Spaces}><sitemap><loc>{paper.Home}/plans/a.xml</loc></sitemap><sitemap><loc>{paper.Home}/plans/news-1.xml</loc></sitemap></sitemapindex>")
            .Answer("/plans/news-1.xml", "application/xml", $"<urlset {Spaces}><url><loc>{paper.Home}/une</loc><news:news><news:publication><news:name>Le Papier</news:name></news:publication><news:title>Crue de la Vire</news:title></news:news></url></urlset>");

        var feed = (await FindAsync(site, paper.Home)).Feeds.ShouldHaveSingleItem();

        (feed.Address, feed.Title, feed.LatestTitle).ShouldBe((paper.Home + "/plans/news-1.xml", "Le Papier", "Crue de la Vire"));
        paper.Asked.Count(path => path.StartsWith("/archives/", StringComparison.Ordinal)).ShouldBeLessThan(5);
        paper.Asked.ShouldNotContain("/sitemap-news.xml");
    }

    [Theory]
    [InlineData("/404", "n’existe pas, ou plus (404)")]
    [InlineData("/410", "retiré cette adresse pour toujours")]
    [InlineData("/401", "demande un mot de passe")]
    [InlineData("/403", "refuse les programmes (403)")]
    [InlineData("/429", "demande moins de visites (429)")]
    [InlineData("/503", "est en panne (503)")]
    [InlineData("/boucle", "sans fin")]
    [InlineData("/mur", "un mur contre les robots")]
    [InlineData("/sans-flux", "Aucun flux n’a été trouvé")]
    [InlineData("/image", "ni un flux ni une page")]
    [InlineData("/vide.xml", "Le flux est vide")]
    [InlineData("/rien", "réponse vide")]
    [InlineData("/enorme", "trop lourde")]
    public async Task Each_trouble_of_a_site_has_its_sentence(string path, string sentence)
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var site = await AdminSite.StartAsync();
        paper.Status("/410", 410).Status("/401", 401).Status("/403", 403).Status("/429", 429, "120").Status("/503", 503)
            .Redirect("/boucle", "/boucle")
            .Page("/mur", "<!doctype html><html><head><script src=\"https://geo.captcha-delivery.com/c.js\"></script></head><body>Un instant</body></html>")
            .Page("/sans-flux", "<!doctype html><html><body><h1>Rien ici</h1></body></html>")
            .Answer("/image", "application/octet-stream", "PNG et le reste")
            .Feed("/vide.xml", LoopbackPaper.Rss("Vide", site.Clock.GetUtcNow(), entries: 0))
            .Page("/rien", "")
            .Page("/enorme", new string('x', 6 * 1024 * 1024));

        var trouble = (await FindAsync(site, paper.Home + path)).Trouble.ShouldNotBeNull();

        trouble.Sentence.ShouldContain(sentence);
        trouble.Sentence.ShouldContain("en cause");
        trouble.Advice.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("", "n’est pas une adresse")]
    [InlineData("les nouvelles", "n’est pas une adresse")]
    [InlineData("ftp://papier.example/une", "n’est pas une adresse")]
    [InlineData("redaction@papier.example", "n’est pas une adresse")]
    [InlineData("https://moi:secret@papier.example/", "nom d’utilisateur")]
    [InlineData("http://192.168.1.1/", "n’est pas une adresse publique")]
    [InlineData("http://169.254.169.254/latest", "n’est pas une adresse publique")]
    public async Task What_cannot_be_visited_is_said_at_once(string typed, string sentence)
    {
        await using var site = await AdminSite.StartAsync();
        (await FindAsync(site, typed)).Trouble!.Sentence.ShouldContain(sentence);
    }

    [Fact]
    public async Task The_hour_until_which_a_host_wants_peace_is_said()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var site = await AdminSite.StartAsync();
        paper.Status("/une", 429, "3600");
        (await FindAsync(site, paper.Home + "/une")).Trouble!.Advice.ShouldBe($"Réessayez après {FrenchTimes.At(site.Clock.GetUtcNow().AddHours(1).UtcDateTime)}.");
    }

    [Fact]
    public async Task The_only_feed_is_refused_where_it_is_followed_already()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var site = await AdminSite.StartAsync();
        paper.Page("/", LoopbackPaper.HomeWith("/une.xml")).Feed("/une.xml", LoopbackPaper.Rss("Une", site.Clock.GetUtcNow()));
        await site.WithAsync<FollowedSources, FollowResult>(f => f.AddAsync(new SourceToFollow(paper.Home + "/une.xml", "Le Papier"), "terminal"));
        (await FindAsync(site, paper.Home)).Trouble!.Sentence.ShouldContain("déjà suivie comme « Le Papier »");
    }

    private static Task<SourceFinding> FindAsync(AdminSite site, string typed) => site.WithAsync<SourceFinder, SourceFinding>(f => f.FindAsync(typed));
}
