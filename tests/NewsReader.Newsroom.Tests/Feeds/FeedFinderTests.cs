using FsCheck;
using FsCheck.Fluent;
using NewsReader.Newsroom.Feeds;

namespace NewsReader.Newsroom.Tests.Feeds;

public sealed class FeedFinderTests
{
    private const string Page = "https://www.journal.example/actu/";

    private static List<FeedCandidate> Find(string html, FeedCandidateOrigin origin) =>
        FeedFinder.Find(html, Page).Where(candidate => candidate.Origin == origin).ToList();

    [Fact]
    public void Announced_feeds_come_first_and_those_of_comments_last()
    {
        const string Head = """
            <head><link rel="alternate" type="application/rss+xml" title="Commentaires &amp; avis" href="/comments/feed/">
            <LINK href='une.xml' rel="alternate home" type="application/RSS+xml; charset=utf-8" title="À la une">
            <link rel="alternate" hreflang="en" href="/en/"><link rel="stylesheet" href="/rss.xml"></head>
            """;
        Find(Head, FeedCandidateOrigin.Announced).ShouldBe(
        [
            new FeedCandidate("https://www.journal.example/actu/une.xml", "À la une", FeedCandidateOrigin.Announced),
            new FeedCandidate("https://www.journal.example/comments/feed/", "Commentaires & avis", FeedCandidateOrigin.Announced),
        ]);
    }

    [Fact]
    public void Links_that_readers_see_are_found_on_the_own_site_alone()
    {
        const string Body = """
            <a href="/rss/sport.xml"><b>Sport</b></a> <a href="/plan.xml">Plan</a> <a href="https://feedly.example/i/https://www.journal.example/rss">Feedly</a>
            <a href="https://feeds.feedburner.com/journal">Flux</a> <a href="https://flux.journal.example/rss">Flux</a>
            """;
        Find(Body, FeedCandidateOrigin.Linked).Select(found => (found.Address, found.Title)).ShouldBe(
        [
            ("https://www.journal.example/rss/sport.xml", "Sport"), ("https://feeds.feedburner.com/journal", "Flux"), ("https://flux.journal.example/rss", "Flux"),
        ]);
    }

    [Fact]
    public void A_page_that_says_nothing_leaves_the_usual_addresses_to_try()
    {
        IReadOnlyList<FeedCandidate> found = FeedFinder.Find("<p>Bonjour", Page);
        found.ShouldAllBe(candidate => candidate.Origin == FeedCandidateOrigin.WellKnown || candidate.Origin == FeedCandidateOrigin.NewsSitemap);
        found.ShouldContain(new FeedCandidate("https://www.journal.example/feed/", null, FeedCandidateOrigin.WellKnown));
        found.ShouldContain(new FeedCandidate("https://www.journal.example/spip.php?page=backend", null, FeedCandidateOrigin.WellKnown));
    }

    [Fact]
    public void Links_start_from_the_base_of_the_page() =>
        Find("<base href=\"https://cdn.journal.example/x/\"><link rel=alternate type=application/atom+xml href=a.atom>", FeedCandidateOrigin.Announced)
            .ShouldHaveSingleItem().Address.ShouldBe("https://cdn.journal.example/x/a.atom");

    [Fact]
    public void An_address_is_offered_once() =>
        Find("<link rel=alternate type=application/rss+xml href=/rss.xml><link rel=alternate type=application/rss+xml href='https://WWW.journal.example/rss.xml#a'>", FeedCandidateOrigin.Announced)
            .Count.ShouldBe(1);

    [Fact]
    public void No_page_and_no_address_make_it_throw() => Prop.ForAll<string, string>((html, address) =>
        FeedFinder.Find($"<a {html}<link rel=alternate {html}", address ?? "") is not null).QuickCheckThrowOnFailure();
}
