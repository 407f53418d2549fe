using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NewsReader.Newsroom.Feeds;

namespace NewsReader.Newsroom.Tests.Feeds;

public sealed class OpmlTests
{
    private static OpmlReading Read(string text) => Opml.Read(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void A_list_of_another_reader_is_read_with_its_sections()
    {
        OpmlReading list = Read("""
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="1.0"><head><title>Abonnements</title></head><body>
              <outline text="Monde & Europe"><outline text="t" title="Le Journal" type="rss" xmlUrl="https://journal.example/rss" htmlUrl="https://journal.example/"/>
                <outline text="Sans nom plus bas"><outline xmlurl="feed://autre.example/rss"/></outline></outline>
              <outline text="Seul" xmlUrl="https://seul.example/feed" category="/Sciences/Espace"/>
              <outline text="Deux fois" xmlUrl="https://SEUL.example/feed"/>
              <outline text="Courrier" xmlUrl="mailto:a@b.example"/>
            </body></opml>
            """);
        list.Refused.ShouldBeNull();
        list.Entries.ShouldBe(
        [
            new OpmlEntry("Le Journal", "https://journal.example/rss", "Monde & Europe"),
            new OpmlEntry("http://autre.example/rss", "http://autre.example/rss", "Sans nom plus bas"),
            new OpmlEntry("Seul", "https://seul.example/feed", "Sciences"),
        ]);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("<html><body>Erreur</body></html>", "the file is not OPML")]
    [InlineData("<opml><body><outline text='vide'/></body></opml>", "the list holds no feed")]
    public void What_holds_no_feed_is_refused_with_a_reason(string text, string reason) => Read(text).Refused.ShouldBe(reason);

    [Fact]
    public void What_is_written_is_read_again()
    {
        OpmlEntry[] entries =
        [
            new("Le « Journal » & Cie <3", "https://journal.example/rss?a=1&b=2", null),
            new("Été", "https://ete.example/feed", "Société"),
            new("Été bis", "https://ete.example/feed2", "Société"),
        ];
        OpmlReading again = Opml.Read(Opml.Write("Sources", entries));
        again.Entries.ShouldBe(entries);
    }

    [Fact]
    public void Any_name_can_be_written() => Prop.ForAll<string, string>((title, section) =>
        Opml.Read(Opml.Write(title ?? "", [new OpmlEntry(title ?? "", "https://a.example/", section)])).Entries.Count == 1).QuickCheckThrowOnFailure();

    [Fact]
    public void No_bytes_make_it_throw() => Prop.ForAll<byte[], string>((bytes, noise) =>
        Opml.Read(bytes ?? []) is not null && Read($"<opml><body><outline {noise}") is not null).QuickCheckThrowOnFailure();
}
