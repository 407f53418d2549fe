using System.Text;
using NewsReader.Newsroom.Feeds;

namespace NewsReader.Newsroom.Tests.Feeds;

/// <summary>Who wrote an entry, which picture stands for it, what is a caption, which language it is in.</summary>
public sealed class EntryPartsTests
{
    private static ParsedFeed Feed(string text) => FeedReader.Read(Encoding.UTF8.GetBytes(text), null, "https://base.example/").Feed.ShouldNotBeNull();

    private static ParsedEntry Item(string parts, string channel = "") => Feed(
        "<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'>"
        + $"<channel>{channel}<item><title>A</title>{parts}</item></channel></rss>").Entries[0];

    [Theory]
    [InlineData("<author>no-reply@journal.example (Zoé Martin)</author>", "Zoé Martin")]
    [InlineData("<author>Zoé Martin &lt;zoe@journal.example&gt;</author>", "Zoé Martin")]
    [InlineData("<author>\"Zoé Martin\" (zoe@journal.example)</author>", "Zoé Martin")]
    [InlineData("<author>no-reply@journal.example</author><dc:creator>Zoé Martin</dc:creator>", "Zoé Martin")]
    [InlineData("<author>ne-pas-repondre@journal.example</author>", null)]
    [InlineData("<author>redaction@journal.example</author>", "redaction@journal.example")]
    [InlineData("<dc:creator><![CDATA[Zoé Martin]]></dc:creator><dc:creator>Léo Petit</dc:creator><dc:creator>Zoé Martin</dc:creator>", "Zoé Martin, Léo Petit")]
    [InlineData("<author><name>Zoé Martin</name><email>zoe@journal.example</email></author>", "Zoé Martin")]
    [InlineData("<media:credit>Agence photo</media:credit>", null)]
    public void The_author_is_who_is_named(string parts, string? author) => Item(parts).Author.ShouldBe(author);

    [Fact]
    public void The_author_of_a_podcast_is_that_of_each_episode_wherever_the_channel_says_so()
    {
        const string Items = "<item><title>A</title></item><item><title>B</title><itunes:author>Léo</itunes:author></item>";
        const string Root = "<rss xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel>";
        Feed($"{Root}{Items}<itunes:author>Zoé</itunes:author></channel></rss>").Entries.Select(entry => entry.Author).ShouldBe(["Zoé", "Léo"]);
    }

    [Theory]
    [InlineData("<enclosure url='https://a.example/e.jpg' type='image/jpeg'/><media:thumbnail url='https://a.example/t.jpg'/><media:content url='https://a.example/c.jpg' medium='image'/>", "c")]
    [InlineData("<enclosure url='https://a.example/e.jpg' type='image/jpeg'/><media:thumbnail url='https://a.example/t.jpg'/>", "t")]
    [InlineData("<enclosure url='https://a.example/son.mp3' type='audio/mpeg'/><enclosure url='https://a.example/e.jpg' length='0'/>", "e")]
    [InlineData("<media:group><media:content url='https://a.example/p.jpg' width='140'/><media:content url='https://a.example/g.jpg' width='1200'/><media:content url='https://a.example/m.jpg' width='600'/></media:group>", "g")]
    [InlineData("<media:content url='https://a.example/g.jpg' width='1200'/><media:content url='https://a.example/d.jpg' width='600' isDefault='true'/>", "d")]
    [InlineData("<media:content url='https://secure.gravatar.com/avatar/1.jpg' medium='image'/><media:content url='https://a.example/c.jpg' medium='image'/>", "c")]
    [InlineData("<media:content url='https://a.example/film.mp4' type='video/mp4'><media:thumbnail url='https://a.example/t.jpg'/></media:content>", "t")]
    [InlineData("<media:content url='https://a.example/un.jpg' width='1' height='1'/><description>&lt;p&gt;&lt;img src='https://a.example/d.jpg'&gt;</description>", "d")]
    [InlineData("<description><![CDATA[<img src='data:image/gif;base64,R0' /><img height='1' width='1' src='https://a.example/un.jpg'><img src='/d.jpg'>]]></description>", "base")]
    [InlineData("<description>Sans image</description>", null)]
    public void The_picture_is_the_one_that_stands_for_the_entry(string parts, string? name) =>
        Item(parts).MediaImage.ShouldBe(name is null ? null : name is "base" ? "https://base.example/d.jpg" : $"https://a.example/{name}.jpg");

    [Fact]
    public void A_caption_is_not_the_text_but_the_description_of_a_video_is()
    {
        ParsedEntry photo = Item("<media:content url='https://a.example/i.jpg'><media:title>Photo</media:title><media:description>Légende</media:description></media:content>");
        (photo.Summary, photo.Content, photo.Title).ShouldBe((null, null, "A"));
        Feed("<feed xmlns='http://www.w3.org/2005/Atom' xmlns:media='http://search.yahoo.com/mrss/'><entry><title>V</title><media:group><media:description>Le film</media:description></media:group></entry></feed>")
            .Entries[0].Summary.ShouldBe("Le film");
    }

    [Theory]
    [InlineData("<rss><channel><language> fr-FR </language></channel></rss>", "fr-FR")]
    [InlineData("<rss xml:lang='fr'><channel/></rss>", "fr")]
    [InlineData("<rss xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><dc:language>fr</dc:language></channel></rss>", "fr")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='fr-CA'/>", "fr-CA")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"language\":\"fr\",\"items\":[]}", "fr")]
    [InlineData("<rss><channel/></rss>", null)]
    public void The_language_is_as_published(string feed, string? language) => Feed(feed).Language.ShouldBe(language);
}
