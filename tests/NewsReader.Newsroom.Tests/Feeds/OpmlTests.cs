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
        list.Failure.ShouldBeNull();
        list.Entries.ShouldBe(
        [
            new OpmlEntry("Le Journal", "https://journal.example/rss", "Monde & Europe"),
            new OpmlEntry("http://autre.example/rss", "http://autre.example/rss", "Sans nom plus bas"),
            new OpmlEntry("Seul", "https://seul.example/feed", "Espace"),
        ]);
    }

    [Theory]
    [InlineData("", OpmlFailure.Empty)]
    [InlineData("<html><body>Erreur</body></html>", OpmlFailure.NotOpml)]
    [InlineData("<opml><body><outline text='vide'/></body></opml>", OpmlFailure.NoFeed)]
    public void What_holds_no_feed_is_refused_with_a_reason(string text, OpmlFailure reason) => Read(text).Failure.ShouldBe(reason);

    [Fact]
    public void A_list_that_is_too_large_is_not_read() => Opml.Read(new byte[Opml.LargestList + 1]).Failure.ShouldBe(OpmlFailure.TooLarge);

    [Theory]
    [InlineData("Monde/Europe", "Monde")]
    [InlineData("Veille/Sport/Europe", "Sport")]
    [InlineData("Veille/Amis", "Amis")]
    [InlineData("À la une", "À la une")]
    [InlineData("International", "International")]
    public void The_section_is_the_outermost_group_that_names_one_else_the_innermost_and_a_category_says_the_same(string path, string section)
    {
        string[] groups = path.Split('/');
        string nested = string.Concat(groups.Select(g => $"<outline text='{g}'>")) + "<outline xmlUrl='https://a.example/'/>" + string.Concat(groups.Select(_ => "</outline>"));
        foreach (string list in new[] { nested, $"<outline xmlUrl='https://a.example/' category='/{path}'/>", $"<outline xmlUrl='https://a.example/' category='/{path},/Autre/Suite'/>" })
            Opml.Read(Encoding.UTF8.GetBytes($"<opml><body>{list}</body></opml>"), NewsReader.Newsroom.Editions.Sections.Names).Entries.ShouldHaveSingleItem().Section.ShouldBe(section);
    }

    [Fact]
    public void A_later_category_that_names_a_section_goes_before_one_that_names_none() =>
        Opml.Read("<opml><body><outline xmlUrl='https://a.example/' category='amis,/Culture/Livres'/></body></opml>"u8.ToArray(), name => name == "Culture")
            .Entries.ShouldHaveSingleItem().Section.ShouldBe("Culture");

    [Fact]
    public void What_gave_no_entry_is_told_with_its_cause() => Read("""
        <opml version="2.0"><body>
          <outline type="rss" text="Sans adresse"/>
          <outline type="rss" text="Script" xmlUrl="javascript:alert(1)"/>
          <outline text="Fichier" xmlUrl="file:///etc/passwd"/><outline text="Relatif" xmlUrl="/rss"/>
          <outline text="Une" xmlUrl="https://journal.example/rss"/>
          <outline text="Encore" xmlUrl="https://JOURNAL.example/rss?utm_source=liste#haut"/>
          <outline text="Groupe vide"/>
        </body></opml>
        """).Refusals.ShouldBe(
        [
            new OpmlRefusal("Sans adresse", OpmlRefusalCause.NoAddress),
            new OpmlRefusal("javascript:alert(1)", OpmlRefusalCause.NotOfTheWeb),
            new OpmlRefusal("file:///etc/passwd", OpmlRefusalCause.NotOfTheWeb),
            new OpmlRefusal("/rss", OpmlRefusalCause.NotOfTheWeb),
            new OpmlRefusal("https://JOURNAL.example/rss?utm_source=liste#haut", OpmlRefusalCause.Duplicate),
        ]);

    [Fact]
    public void A_list_of_version_1_is_read() =>
        Read("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><opml version=\"1.0\"><body><outline text=\"Une\" type=\"rss\" url=\"feed:https://journal.example/rss\"/></body></opml>")
            .Entries.ShouldBe([new OpmlEntry("Une", "https://journal.example/rss", null)]);

    [Fact]
    public void Entities_of_a_list_expand_to_nothing() =>
        Read("<!DOCTYPE opml [<!ENTITY a \"haha\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]><opml><body><outline text=\"&a;&x;\" xmlUrl=\"https://journal.example/rss\"/></body></opml>")
            .Entries.ShouldHaveSingleItem().Title.ShouldBe("&a;&x;");

    [Fact]
    public void Feeds_that_are_never_closed_are_each_read()
    {
        string feeds = string.Concat(Enumerable.Range(1, 3000).Select(n => $"<outline text='{n}' xmlUrl='https://journal{n}.example/rss'>"));
        Read($"<opml><body><outline text='Culture'>{feeds}</outline></body></opml>").Entries.Count.ShouldBe(3000);
    }

    [Fact]
    public void Groups_nested_without_end_are_no_list()
    {
        string groups = string.Concat(Enumerable.Repeat("<outline text='g'>", 50_000));
        Read($"<opml><body><outline text='Une' xmlUrl='https://journal.example/rss'/>{groups}<outline xmlUrl='https://journal.example/b'/>").Failure.ShouldBe(OpmlFailure.NotOpml);
    }

    [Fact]
    public void Ten_thousand_feeds_are_read_and_written()
    {
        OpmlEntry[] entries = [.. Enumerable.Range(1, 10_000).Select(i => new OpmlEntry($"Journal {i}", $"https://journal{i}.example/rss", $"Section {i / 1000}"))];
        Opml.Read(Opml.Write("Sources", entries)).Entries.ShouldBe(entries);
    }

    [Fact]
    public void What_lies_beyond_the_limit_is_told()
    {
        string list = string.Concat(Enumerable.Range(1, Opml.MostEntries + 1).Select(i => $"<outline xmlUrl='https://journal{i}.example/'/>"));
        Read($"<opml><body>{list}</body></opml>").Refusals.ShouldBe([new OpmlRefusal($"https://journal{Opml.MostEntries + 1}.example/", OpmlRefusalCause.TooMany)]);
    }

    [Fact]
    public void More_refusals_than_a_person_would_read_are_counted()
    {
        OpmlReading reading = Read($"<opml><body>{string.Concat(Enumerable.Repeat("<outline xmlUrl='https://a.example/'/>", 1_501))}</body></opml>");
        (reading.Entries.Count, reading.Refusals.Count, reading.MoreRefusals).ShouldBe((1, 1_000, 500));
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        OpmlEntry[] entries =
        [
            new("Le « Journal » & Cie <3", "https://journal.example/rss?a=1&b=2", null),
            new("Été", "https://ete.example/feed", "Société"),
            new("Été bis", "https://ete.example/feed2", "Société") { FeedTitle = "L’été \"bis\"", Owners = "Dupont; Durand & fils", Weight = 0.1 + 0.2, IsFront = true, IsPaused = true },
        ];
        OpmlReading again = Opml.Read(Opml.Write("Sources", entries));
        again.Entries.ShouldBe(entries);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("1e300")]
    [InlineData("lourd")]
    public void A_weight_that_is_none_is_not_taken(string weight) =>
        Read($"<opml xmlns:newsreader='urn:newsreader:source'><body><outline xmlUrl='https://a.example/' newsreader:weight='{weight}'/></body></opml>").Entries.ShouldHaveSingleItem().Weight.ShouldBeNull();

    [Fact]
    public void Any_name_can_be_written() => Prop.ForAll<string, string>((title, section) =>
        Opml.Read(Opml.Write(title ?? "", [new OpmlEntry(title ?? "", "https://a.example/", section)])).Entries.Count == 1).QuickCheckThrowOnFailure();

    [Fact]
    public void No_bytes_make_it_throw() => Prop.ForAll<byte[], string>((bytes, noise) =>
        Opml.Read(bytes ?? []) is not null && Read($"<opml><body><outline {noise}") is not null).QuickCheckThrowOnFailure();
}
