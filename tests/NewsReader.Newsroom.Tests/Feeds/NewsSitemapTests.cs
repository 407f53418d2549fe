using System.Text;
using NewsReader.Newsroom.Feeds;

namespace NewsReader.Newsroom.Tests.Feeds;

public sealed class NewsSitemapTests
{
    private const string Spaces = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:n=\"http://www.google.com/schemas/sitemap-news/0.9\" xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\"";

    private const string News = $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset {Spaces}>
          <url>
            <loc>https://journal.example/budget</loc>
            <lastmod>2025-02-10T13:00:00+01:00</lastmod>
            <n:news>
              <n:publication><n:name>Le Journal</n:name><n:language>fr</n:language></n:publication>
              <n:publication_date>2025-02-10T12:40:00+01:00</n:publication_date>
              <n:title>Le budget est voté</n:title>
              <n:keywords>Budget, Ville, Budget</n:keywords>
            </n:news>
            <image:image><image:loc>https://journal.example/i.jpg</image:loc><image:caption>Le conseil</image:caption></image:image>
          </url>
          <url><loc>https://journal.example/mentions</loc></url>
        </urlset>
        """;

    private static FeedReading Read(string text) => FeedReader.Read(Encoding.UTF8.GetBytes(text), "application/xml", "https://journal.example/sitemap.xml");

    [Fact]
    public void The_news_of_a_sitemap_are_entries_and_its_other_pages_are_not()
    {
        ParsedFeed feed = Read(News).Feed.ShouldNotBeNull();
        feed.Format.ShouldBe(FeedFormat.NewsSitemap);
        feed.Title.ShouldBe("Le Journal");
        feed.Language.ShouldBe("fr");
        feed.Repairs.ShouldBeEmpty();
        ParsedEntry entry = feed.Entries.ShouldHaveSingleItem();
        entry.Title.ShouldBe("Le budget est voté");
        entry.Link.ShouldBe("https://journal.example/budget");
        entry.Published.ShouldBe(new DateTimeOffset(2025, 2, 10, 11, 40, 0, TimeSpan.Zero));
        entry.Updated.ShouldBe(new DateTimeOffset(2025, 2, 10, 12, 0, 0, TimeSpan.Zero));
        entry.Categories.ShouldBe(["Budget", "Ville"]);
        entry.MediaImage.ShouldBe("https://journal.example/i.jpg");
        entry.Summary.ShouldBeNull();
    }

    [Fact]
    public void A_sitemap_without_news_is_no_feed()
    {
        FeedReading reading = Read($"<urlset {Spaces}><url><loc>https://journal.example/</loc></url></urlset>");
        reading.Failure.ShouldBe(FeedFailure.NotAFeed);
        reading.Detail.ShouldBe("the body is a sitemap without news");
    }

    [Fact]
    public void An_index_of_sitemaps_tells_what_to_read_instead_news_first()
    {
        FeedReading reading = Read($"<sitemapindex {Spaces}><sitemap><loc>/pages.xml</loc></sitemap><sitemap><loc>https://journal.example/sitemap-news.xml</loc></sitemap><sitemap><loc>javascript:a</loc></sitemap></sitemapindex>");
        reading.Feed.ShouldBeNull();
        reading.NextAddresses.ShouldBe(["https://journal.example/sitemap-news.xml", "https://journal.example/pages.xml"]);
    }

    [Fact]
    public void A_damaged_sitemap_keeps_its_complete_news() =>
        Read(News[..News.IndexOf("mentions", StringComparison.Ordinal)]).Feed.ShouldNotBeNull().Entries.Count.ShouldBe(1);
}
