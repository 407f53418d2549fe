using NewsReader.Newsroom.Feeds;
using static NewsReader.Newsroom.Feeds.FeedCandidateOrigin;

namespace NewsReader.Newsroom.Tests.Feeds;

/// <summary>The shapes of pages that people paste the addresses of, and the candidate that must come first of its origin.</summary>
public sealed class FeedFinderShapesTests
{
    private const string Site = "https://www.journal.example/";

    public static TheoryData<string, string, string, FeedCandidateOrigin, string, string?> Programs() => new()
    {
        // WordPress
        { "a WordPress that announces its feed", Site, "<link rel='alternate' type='application/rss+xml' title='Journal &raquo; Flux' href='https://www.journal.example/feed/' /><link rel='alternate' type='application/rss+xml' title='Journal &raquo; Flux des commentaires' href='https://www.journal.example/comments/feed/' />", Announced, Site + "feed/", "Journal » Flux" },
        { "a WordPress that names the comments first", Site, "<link rel='alternate' type='application/rss+xml' title='Commentaires' href='/comments/feed/'><link rel='alternate' type='application/rss+xml' title='Flux' href='/feed/'>", Announced, Site + "feed/", "Flux" },
        { "a WordPress that hides its feed", Site, "<link rel='stylesheet' href='/wp-content/themes/une/style.css'>", WellKnown, Site + "feed/", null },
        { "a WordPress known by its generator", Site, "<meta name=\"generator\" content=\"WordPress 6.7\">", WellKnown, Site + "feed/", null },
        { "a section of a WordPress", Site + "category/politique/", "<script src='/wp-includes/js/x.js'></script>", WellKnown, Site + "category/politique/feed/", null },
        { "an author of a WordPress", Site + "auteur/zoe-martin", "<script src='/wp-includes/js/x.js'></script>", WellKnown, Site + "auteur/zoe-martin/feed/", null },
        { "an article of a WordPress, whose own feed is of comments", Site + "2025/02/le-budget/", "<script src='/wp-includes/js/x.js'></script>", WellKnown, Site + "feed/", null },
        { "the interfaces of a WordPress, which are no feeds", Site, "<link rel='alternate' type='application/json' href='/wp-json/wp/v2/pages/2'><link rel='alternate' type='text/xml+oembed' href='/wp-json/oembed/1.0/embed?format=xml'><link rel='alternate' type='application/rss+xml' href='/feed/'>", Announced, Site + "feed/", null },

        // SPIP
        { "a SPIP that announces its feed", Site, "<link rel=\"alternate\" type=\"application/rss+xml\" title=\"Syndiquer tout le site\" href=\"spip.php?page=backend\" />", Announced, Site + "spip.php?page=backend", "Syndiquer tout le site" },
        { "a SPIP that hides its feed", Site, "<a href='spip.php?article12'>Le budget</a>", WellKnown, Site + "spip.php?page=backend", null },
        { "a SPIP known by its generator", Site, "<meta name=\"generator\" content=\"SPIP 4.3.2\">", WellKnown, Site + "spip.php?page=backend", null },
        { "a section of a SPIP", Site + "spip.php?rubrique12", "<div class=\"spip\">", WellKnown, Site + "spip.php?page=backend&id_rubrique=12", null },
        { "a section of a SPIP by its parameter", Site + "spip.php?page=rubrique&id_rubrique=7", "<div class=\"spip\">", WellKnown, Site + "spip.php?page=backend&id_rubrique=7", null },
        { "a SPIP that only links to its feed", Site, "<a href='spip.php?page=backend' rel='alternate'><img src='rss.png' alt=''></a>", Linked, Site + "spip.php?page=backend", null },

        // Other programs
        { "a Drupal", Site, "<script src='/sites/default/files/js/js_1.js'></script>", WellKnown, Site + "rss.xml", null },
        { "a Drupal of version 10", Site, "<script data-drupal-selector='drupal-settings-json'>{}</script>", WellKnown, Site + "rss.xml", null },
        { "a Hugo", Site, "<meta name=generator content=\"Hugo 0.140\">", WellKnown, Site + "index.xml", null },
        { "a section of a Hugo", Site + "billets/", "<meta name=generator content=\"Hugo 0.140\">", WellKnown, Site + "billets/index.xml", null },
        { "a Ghost", Site, "<meta name=\"generator\" content=\"Ghost 5.1\">", WellKnown, Site + "rss/", null },
        { "a Joomla", Site + "actualites", "<meta name=\"generator\" content=\"Joomla! - Open Source\">", WellKnown, Site + "actualites?format=feed&type=rss", null },
        { "a Jekyll", Site, "<meta name=\"generator\" content=\"Jekyll v4.3\">", WellKnown, Site + "feed.xml", null },
        { "a Dotclear", Site, "<meta name=\"generator\" content=\"Dotclear\">", WellKnown, Site + "feed/atom", null },
        { "an OverBlog", "https://billets.over-blog.com/", "<link href='https://assets.over-blog-kiwi.com/x.css'>", WellKnown, "https://billets.over-blog.com/rss", null },
        { "a Blogger", "https://billets.blogspot.com/", "<meta content='blogger' name='generator'><a href='https://billets.blogspot.com/2025/'>", WellKnown, "https://billets.blogspot.com/feeds/posts/default?alt=rss", null },
        { "a Substack", "https://lettre.substack.com/", "<img src='https://substackcdn.com/i.png'>", WellKnown, "https://lettre.substack.com/feed", null },
        { "a Wix", Site, "<img src='https://static.wixstatic.com/media/x.png'>", WellKnown, Site + "blog-feed.xml", null },
    };

    public static TheoryData<string, string, string, FeedCandidateOrigin, string, string?> Platforms() => new()
    {
        { "a YouTube channel by its number", "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv", "", WellKnown, "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv", null },
        { "a YouTube channel by its name", "https://www.youtube.com/@journal", "<meta itemprop=\"identifier\" content=\"UCabcdefghijklmnopqrstuv\">", WellKnown, "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv", null },
        { "a YouTube video", "https://www.youtube.com/watch?v=abc", "{\"videoDetails\":{\"channelId\":\"UCabcdefghijklmnopqrstuv\"}}", WellKnown, "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv", null },
        { "a YouTube playlist", "https://www.youtube.com/playlist?list=PLabcdefghijkl", "", WellKnown, "https://www.youtube.com/feeds/videos.xml?playlist_id=PLabcdefghijkl", null },
        { "a profile of the fediverse", "https://social.example/@redaction", "<div id='mastodon'>", WellKnown, "https://social.example/@redaction.rss", null },
        { "a subject on Reddit", "https://www.reddit.com/r/france/", "", WellKnown, "https://www.reddit.com/r/france/.rss", null },
    };

    public static TheoryData<string, string, string, FeedCandidateOrigin, string, string?> Pages() => new()
    {
        { "Atom beside other languages", Site, "<link rel=alternate hreflang=en href=/en/><link rel=alternate type=application/atom+xml href=/atom.xml title=Une>", Announced, Site + "atom.xml", "Une" },
        { "a JSON Feed", Site, "<link rel=alternate type=application/feed+json href=/feed.json title=Une>", Announced, Site + "feed.json", "Une" },
        { "a JSON Feed announced as plain JSON", Site, "<link rel=alternate type=application/json href=/feed.json title=Une>", Announced, Site + "feed.json", "Une" },
        { "an announcement without a type", Site, "<link rel=alternate href=/rss.xml title=Une>", Announced, Site + "rss.xml", "Une" },
        { "an announcement of rel=feed", Site, "<link rel=feed href=/a/b title=Une>", Announced, Site + "a/b", "Une" },
        { "an announcement in capitals", Site, "<LINK REL=ALTERNATE TYPE=APPLICATION/RSS+XML HREF=/rss>", Announced, Site + "rss", null },
        { "an announcement of the feed: scheme", Site, "<link rel=alternate type=application/rss+xml href='feed:https://www.journal.example/rss'>", Announced, Site + "rss", null },
        { "an announcement of the feed:// scheme", Site, "<link rel=alternate type=application/rss+xml href='feed://www.journal.example/rss'>", Announced, "http://www.journal.example/rss", null },
        { "an announcement with trackers", Site, "<link rel=alternate type=application/rss+xml href='/rss.xml?utm_source=page'><link rel=alternate type=application/rss+xml href='/rss.xml'>", Announced, Site + "rss.xml?utm_source=page", null },
        { "an announcement in the body", Site, "<body><p>Une</p><link rel=alternate type=application/rss+xml href=/rss title='Fil &amp; une'>", Announced, Site + "rss", "Fil & une" },
        { "an announcement after a broken tag", Site, "<p <div <link rel=alternate type=application/rss+xml href=/rss>", Announced, Site + "rss", null },
        { "a page elsewhere with a base", Site + "a/b/c.html", "<base href='/flux/'><link rel=alternate type=application/rss+xml href=une.xml>", Announced, Site + "flux/une.xml", null },

        // What readers see
        { "a page of feeds", Site + "rss/", "<ul><li><a href='/rss/une.xml'>À la une</a><li><a href='/rss/sport.xml'>Sport</a></ul>", Linked, Site + "rss/une.xml", "À la une" },
        { "a link whose words say what it is", Site, "<footer><a href='/syndiquer/42'>Flux RSS</a></footer>", Linked, Site + "syndiquer/42", "Flux RSS" },
        { "a link whose type says what it is", Site, "<a type='application/rss+xml' href='/syndiquer/42'><img alt=''></a>", Linked, Site + "syndiquer/42", null },
        { "a link to a feed of feedburner", Site, "<a href='https://feeds.feedburner.com/journal'>S’abonner</a>", Linked, "https://feeds.feedburner.com/journal", "S’abonner" },
        { "a link to a podcast", Site, "<a href='itpc://podcast.journal.example/emission.rss'>L’émission</a>", Linked, "http://podcast.journal.example/emission.rss", "L’émission" },

        // News sitemaps
        { "a site that announces its sitemap", Site, "<link rel=sitemap type=application/xml href=/plan/actualites.xml>", NewsSitemap, Site + "plan/actualites.xml", null },
        { "a site that says nothing of its sitemap", Site, "<p>Bonjour", NewsSitemap, Site + "sitemap-news.xml", null },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    [MemberData(nameof(Platforms))]
    [MemberData(nameof(Pages))]
    public void The_first_candidate_is_the_feed_of_what_was_pasted(string shape, string page, string html, FeedCandidateOrigin origin, string address, string? title) =>
        FeedFinder.Find(html, page).First(candidate => candidate.Origin == origin).ShouldBe(new FeedCandidate(address, title, origin), shape);

    public static TheoryData<string, string, string[]> Robots() => new()
    {
        { "a robots.txt that names its news last", "User-agent: *\nDisallow: /admin\n\nSitemap: https://www.journal.example/sitemap.xml\nSitemap: https://www.journal.example/sitemap_actualites.xml", [Site + "sitemap_actualites.xml", Site + "sitemap.xml"] },
        { "one in capitals, with spaces, a remark and a byte order mark", "\uFEFFSITEMAP : /une.xml\r\n SITEMAP:   https://www.journal.example/News.xml   # les nouvelles\r\n", [Site + "News.xml", Site + "une.xml"] },
        { "one that names a path", "sitemap: /sitemap-news.xml", [Site + "sitemap-news.xml"] },
        { "one that names another host", "Sitemap: https://plans.example/journal/news.xml", ["https://plans.example/journal/news.xml"] },
        { "one that names a sitemap twice", "Sitemap: /news.xml\nSitemap: https://WWW.journal.example/news.xml#a", [Site + "news.xml"] },
        { "one that names an archive day by day", string.Concat(Enumerable.Range(1, 300).Select(day => $"Sitemap: /archive/{day}.xml\n")) + "Sitemap: /news.xml", [Site + "news.xml", Site + "archive/1.xml", Site + "archive/2.xml", Site + "archive/3.xml"] },
        { "one that names what is not of the web", "Sitemap: javascript:alert(1)\nSitemap: file:///etc/passwd\nSitemap:", [] },
        { "a page where the file should be", "<!doctype html><p>Sitemap: absent", [] },
    };

    [Theory]
    [MemberData(nameof(Robots))]
    public void The_sitemaps_of_a_robots_txt_are_those_of_the_news_first_and_few(string shape, string robots, string[] addresses)
    {
        IReadOnlyList<FeedCandidate> found = FeedFinder.FindInRobots(robots, Site + "robots.txt");
        found.Select(candidate => candidate.Address).ShouldBe(addresses, shape);
        found.ShouldAllBe(candidate => candidate.Origin == NewsSitemap);
    }

    [Fact]
    public void Candidates_come_in_the_order_of_their_certainty() =>
        FeedFinder.Find("<a href=/rss.xml>RSS</a><link rel=alternate type=application/rss+xml href=/une.xml>", Site)
            .Select(candidate => candidate.Origin).Distinct().ShouldBe([Announced, Linked, WellKnown, NewsSitemap]);

    [Fact]
    public void Buttons_of_other_sites_are_no_feeds_of_this_one() =>
        FeedFinder.Find("<a href='https://lecteur.example/abonner?flux=https://www.journal.example/rss'>RSS</a>", Site)
            .ShouldAllBe(candidate => candidate.Origin == WellKnown || candidate.Origin == NewsSitemap);
}
