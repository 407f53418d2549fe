using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NewsReader.Newsroom.Feeds;

namespace NewsReader.Newsroom.Tests.Feeds;

public sealed class FeedReaderTests
{
    private static FeedReading Read(string text) => FeedReader.Read(Encoding.UTF8.GetBytes(text), null, "https://base.example/");

    private static ParsedFeed Feed(string text) => Read(text).Feed.ShouldNotBeNull();

    private static string Rss(string items) => $"<rss version=\"2.0\"><channel><title>T</title>{items}</channel></rss>";

    [Theory]
    [InlineData("", FeedFailure.Empty)]
    [InlineData(" \n\uFEFF ", FeedFailure.Empty)]
    [InlineData("<!DOCTYPE html><html><head><title>Accueil</title></head></html>", FeedFailure.HtmlPage)]
    [InlineData("<html><body><p>Bienvenue sur <rss></p></body></html>", FeedFailure.HtmlPage)]
    [InlineData("Accès refusé", FeedFailure.NotAFeed)]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", FeedFailure.NotAFeed)]
    [InlineData("{\"error\": \"not found\"}", FeedFailure.NotAFeed)]
    [InlineData("[1, 2]", FeedFailure.NotAFeed)]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [", FeedFailure.Unreadable)]
    public void What_is_no_feed_is_refused_for_its_reason(string body, FeedFailure failure)
    {
        FeedReading reading = Read(body);
        reading.Feed.ShouldBeNull();
        reading.Failure.ShouldBe(failure);
        reading.Detail.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void A_feed_without_entries_is_a_feed() => Feed(Rss("")).Entries.ShouldBeEmpty();

    [Fact]
    public void A_feed_with_one_bare_ampersand_keeps_all_entries_and_says_what_was_repaired()
    {
        ParsedFeed feed = Feed(Rss("<item><title>R&D</title></item><item><title>B</title></item>"));
        feed.Entries.Select(entry => entry.Title).ShouldBe(["R&D", "B"]);
        feed.Repairs.ShouldHaveSingleItem().ShouldContain("not well-formed");
    }

    [Fact]
    public void A_sound_feed_needs_no_repair() => Feed(Rss("<item><title>A</title></item>")).Repairs.ShouldBeEmpty();

    [Fact]
    public void One_bad_date_costs_no_entry()
    {
        ParsedEntry entry = Feed(Rss("<item><title>A</title><pubDate>bientôt</pubDate></item>")).Entries.ShouldHaveSingleItem();
        entry.Published.ShouldBeNull();
    }

    [Fact]
    public void Gzip_that_nobody_announced_is_unpacked()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress))
            gzip.Write(Encoding.UTF8.GetBytes(Rss("<item><title>A</title></item>")));
        FeedReader.Read(packed.ToArray(), null, null).Feed.ShouldNotBeNull().Entries.Count.ShouldBe(1);
    }

    [Fact]
    public void The_charset_of_the_header_is_used() =>
        FeedReader.Read(Encoding.Latin1.GetBytes(Rss("<item><title>Été</title></item>")), "text/xml; charset=ISO-8859-1", null)
            .Feed.ShouldNotBeNull().Entries[0].Title.ShouldBe("Été");

    [Fact]
    public void A_prefix_that_was_never_declared_is_read_as_what_it_always_means() =>
        Feed(Rss("<item><title>A</title><dc:creator>Zoé</dc:creator><content:encoded><![CDATA[<p>x</p>]]></content:encoded></item>"))
            .Entries[0].ShouldSatisfyAllConditions(entry => entry.Author.ShouldBe("Zoé"), entry => entry.Content.ShouldBe("<p>x</p>"));

    [Fact]
    public void A_link_that_is_no_address_of_the_web_is_left_out() =>
        Feed(Rss("<item><title>A</title><link>javascript:alert(1)</link></item>")).Entries[0].Link.ShouldBeNull();

    [Fact]
    public void Without_a_link_a_permanent_guid_is_the_link()
    {
        ParsedFeed feed = Feed(Rss("<item><guid>https://a.example/1</guid></item><item><guid isPermaLink='false'>https://a.example/2</guid></item>"));
        feed.Entries.Select(entry => entry.Link).ShouldBe(["https://a.example/1", null]);
    }

    [Fact]
    public void The_links_of_a_picture_are_not_the_links_of_the_entry() =>
        Feed(Rss("<item><image><link>https://a.example/i</link><url>https://a.example/i.png</url></image><link>https://a.example/1</link></item>"))
            .Entries[0].Link.ShouldBe("https://a.example/1");

    [Fact]
    public void A_photos_caption_is_not_the_text_of_the_entry()
    {
        ParsedEntry entry = Feed("<rss xmlns:media='http://search.yahoo.com/mrss/'><channel><item><title>A</title><media:content url='https://a.example/i.jpg'><media:description>Légende</media:description></media:content></item></channel></rss>").Entries[0];
        entry.Content.ShouldBeNull();
        entry.Summary.ShouldBeNull();
        entry.MediaImage.ShouldBe("https://a.example/i.jpg");
    }

    [Theory]
    [InlineData("<!ENTITY a 'haha'><!ENTITY b '&a;&a;&a;&a;'>")]
    [InlineData("<!ENTITY co \"AT&amp;T &co;\">")]
    [InlineData("<!ENTITY c SYSTEM \"file:///etc/passwd\">")]
    [InlineData("<!ENTITY % p PUBLIC '-//X//Y' 'http://intranet.example/p.dtd'> %p;")]
    public void A_document_whose_entities_load_files_or_multiply_is_not_read(string declarations) =>
        Read($"<?xml version='1.0'?><!DOCTYPE rss [{declarations}]>{Rss("<item><title>&b;&c;</title></item>")}").Failure.ShouldBe(FeedFailure.Unreadable);

    [Theory]
    [InlineData("<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://my.netscape.com/publish/formats/rss-0.91.dtd\">")]
    [InlineData("<!DOCTYPE rss [<!ENTITY nbsp \"&#160;\"><!ENTITY co 'AT&amp;T'><!ENTITY c 'caf&eacute;'>]>")]
    [InlineData("<!DOCTYPE rss [<!ENTITY % HTMLlat1 PUBLIC \"-//W3C//ENTITIES Latin 1 for XHTML//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml-lat1.ent\">]>")]
    public void A_harmless_document_type_is_passed_over(string doctype)
    {
        ParsedFeed feed = Feed(doctype + Rss("<item><title>A</title></item>"));
        feed.Entries.Single().Title.ShouldBe("A");
        feed.Repairs.ShouldBeEmpty();
    }

    [Fact]
    public void Characters_that_are_none_go() =>
        Feed(Rss("<item><title>a\u0001b&#xD800;c&#x0;d\uFFFEe&#xFFFF;f\uFFFDg</title></item>")).Entries[0].Title.ShouldBe("abcdef\uFFFDg");

    [Fact]
    public void Paragraphs_that_are_never_closed_are_no_depth()
    {
        string text = string.Concat(Enumerable.Repeat("<p>ligne <b>grasse</b>", 5_000));
        Feed(Rss($"<item><title>A & b</title><description>{text}</description></item><item><title>B</title></item>")).Entries.Select(e => e.Title).ShouldBe(["A & b", "B"]);
    }

    [Fact]
    public void Elements_by_the_thousand_within_each_other_are_no_feed()
    {
        string deep = string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000));
        FeedReading reading = Read(Rss("<description>R&D</description>" + deep + "<item><title>A</title></item>"));
        reading.Failure.ShouldBe(FeedFailure.Unreadable);
        reading.Detail.ShouldNotBeNull().ShouldContain("nested");
    }

    [Fact]
    public void Thousands_of_line_breaks_that_are_never_closed_are_no_depth()
    {
        string text = string.Concat(Enumerable.Repeat("ligne<br>", 5_000));
        Feed(Rss($"<item><title>A</title><description>{text}</description></item><item><title>B</title></item>")).Entries.Select(e => e.Title).ShouldBe(["A", "B"]);
    }

    [Theory]
    [InlineData("<!-- generated in 0.2 s -->\n<?stylesheet ?>", false)]
    [InlineData("<script>track()</script>", true)]
    [InlineData("<!-- never ends", true)]
    public void What_follows_the_end_of_the_feed_is_passed_over_and_said(string junk, bool isSaid)
    {
        ParsedFeed feed = Feed(Rss("<item><title>A</title></item>") + junk);
        feed.Entries.Count.ShouldBe(1);
        feed.Repairs.Any().ShouldBe(isSaid);
    }

    [Theory]
    [InlineData("<item>")]
    [InlineData("<a>")]
    [InlineData("<title><![CDATA[")]
    [InlineData("<a b=\"")]
    [InlineData("<!--")]
    [InlineData("<")]
    [InlineData("&#x")]
    [InlineData("</a>")]
    [InlineData("<!DOCTYPE [")]
    public void A_megabyte_of_hostile_markup_is_read_at_once(string piece)
    {
        string hostile = Rss(string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)));
        var watch = Stopwatch.StartNew();
        Read(hostile);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), "a quadratic walk takes many minutes; a linear one a moment, even on a busy machine");
    }

    [Fact]
    public void No_bytes_make_the_reader_throw() => Prop.ForAll<byte[], string?>((bytes, contentType) =>
        FeedReader.Read(bytes ?? [], contentType, "https://base.example/") is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void No_damage_to_a_feed_makes_the_reader_throw() => Prop.ForAll<int, string>((at, noise) =>
    {
        string feed = Rss("<item><title>A &amp; b</title><link>https://a.example/</link><description><![CDATA[<p>x</p>]]></description></item>");
        int place = Math.Abs(at % feed.Length);
        return Read(feed.Insert(place, noise ?? "")) is not null && Read(feed.Remove(place)) is not null;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_feed_cut_anywhere_keeps_the_entries_that_were_complete() => Prop.ForAll<int>(at =>
    {
        string feed = Rss(string.Concat(Enumerable.Range(1, 9).Select(i => $"<item><title>T{i}</title><link>https://a.example/{i}</link></item>")));
        string cut = feed[..Math.Max("<rss version=\"2.0\">".Length, Math.Abs(at % feed.Length))];
        int complete = cut.Split("</item>").Length - 1;
        if (complete == 0)
            return Read(cut).Failure == FeedFailure.Unreadable;
        return Feed(cut).Entries.Select(entry => entry.Title).SequenceEqual(Enumerable.Range(1, complete).Select(i => $"T{i}"), StringComparer.Ordinal);
    }).QuickCheckThrowOnFailure();
}
