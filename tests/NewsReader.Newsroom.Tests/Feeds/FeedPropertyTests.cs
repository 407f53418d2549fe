using System.Globalization;
using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using NewsReader.Newsroom.Feeds;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Tests.Feeds;

/// <summary>What holds for every feed, tried on many that chance makes.</summary>
public sealed class FeedPropertyTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static FeedReading Read(byte[] bytes) => FeedReader.Read(bytes, null, "https://base.example/");

    /// <summary>Text as a publisher may mean it: what XML cannot hold and what the reader repairs is left out.</summary>
    private static string Text(string? chance)
    {
        string text = PlainText.Clean(chance ?? "");
        return string.Concat(text.Where(c => c is not ('\uFFFE' or '\uFFFF' or 'Â' or 'Ã' or 'â' or 'Å'))).Trim();
    }

    private static string Rss(IEnumerable<ParsedEntry> entries) => new XElement("rss", new XAttribute("version", "2.0"), new XElement("channel", entries.Select(entry => new XElement("item",
        new XElement("title", entry.Title), new XElement("link", entry.Link), new XElement("pubDate", entry.Published?.ToString("r", CultureInfo.InvariantCulture)),
        new XElement("description", entry.Summary), entry.Categories.Select(category => new XElement("category", category)))))).ToString();

    private static string AtomFeed(IEnumerable<ParsedEntry> entries) => new XElement(Atom + "feed", entries.Select(entry => new XElement(Atom + "entry",
        new XElement(Atom + "title", entry.Title), new XElement(Atom + "link", new XAttribute("href", entry.Link!)),
        new XElement(Atom + "published", entry.Published?.ToString("O", CultureInfo.InvariantCulture)), new XElement(Atom + "summary", entry.Summary),
        entry.Categories.Select(category => new XElement(Atom + "category", new XAttribute("term", category)))))).ToString();

    private static List<ParsedEntry> Entries((string? Title, string? Summary, DateTime Date)[]? chance) => [.. (chance ?? []).Select((one, i) => new ParsedEntry
    {
        Title = Text(one.Title) is { Length: > 0 } title ? title : null,
        Summary = Text(one.Summary) is { Length: > 0 } summary ? summary : null,
        Link = $"https://journal.example/{i}?a=1&b=2",
        Published = new DateTimeOffset(one.Date.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero),
        Categories = ["Société", $"n° {i}"],
    })];

    private static bool AreSame(IEnumerable<ParsedEntry> written, IEnumerable<ParsedEntry> read) => written.Select(Told).SequenceEqual(read.Select(Told), StringComparer.Ordinal);

    private static string Told(ParsedEntry entry) => $"{entry.Title}|{entry.Link}|{entry.Published:O}|{entry.Summary}|{string.Join(';', entry.Categories)}";

    [Fact]
    public void A_feed_that_was_written_is_read_as_it_was_meant() => Prop.ForAll<(string?, string?, DateTime)[]>(chance =>
    {
        List<ParsedEntry> entries = Entries(chance);
        return AreSame(entries, Read(Encoding.UTF8.GetBytes(Rss(entries))).Feed!.Entries) && AreSame(entries, Read(Encoding.UTF8.GetBytes(AtomFeed(entries))).Feed!.Entries);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_feed_cut_at_any_byte_keeps_the_entries_before_the_cut() => Prop.ForAll<(string?, string?, DateTime)[], PositiveInt>((chance, at) =>
    {
        List<ParsedEntry> entries = Entries(chance);
        return IsKept(Rss(entries), "</item>") && IsKept(AtomFeed(entries), "</entry>");

        bool IsKept(string feed, string end)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(feed);
            byte[] cut = bytes[..(at.Get % (bytes.Length + 1))];
            int complete = Encoding.UTF8.GetString(cut).Split(end).Length - 1;
            return complete == 0 || AreSame(entries.Take(complete), Read(cut).Feed!.Entries);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_pieces_of_markup_in_any_order_are_read() => Prop.ForAll(Pieces(), feed => Read(Encoding.UTF8.GetBytes(feed)) is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void A_list_of_feeds_that_was_written_is_read_as_it_was_meant() => Prop.ForAll<(string?, string?)[]>(chance =>
    {
        OpmlEntry[] entries = [.. (chance ?? []).Select((one, i) => new OpmlEntry($"{i} {Text(one.Item1)}".Trim(), $"https://journal{i}.example/rss?a=1&b=2", Text(one.Item2) is { Length: > 0 } section ? section : null))];
        OpmlEntry[] grouped = [.. entries.GroupBy(entry => entry.Section ?? "", StringComparer.Ordinal).OrderBy(group => group.Key.Length > 0).SelectMany(group => group)];
        return Opml.Read(Opml.Write("Sources", entries)).Entries.SequenceEqual(grouped);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_passes_as_an_address_is_one() => Prop.ForAll<string, string>((host, path) =>
        WebAddress.Resolve(null, $"https://{host}.example/{path}") is not { } address || Uri.TryCreate(address, UriKind.Absolute, out _)).QuickCheckThrowOnFailure();

    private static Arbitrary<string> Pieces() => Gen.Elements(
        "<rss>", "<channel>", "<item>", "</item>", "<title>", "</title>", "<link>", "</link>", "<![CDATA[", "]]>", "<!--", "-->", "<?xml version='1.0'?>", "<!DOCTYPE a [", "]>",
        "&amp;", "&eacute", "&#x0;", "&#233;", "<", ">", "&", "\"", "'", "é", "Ã©", "\u0092", "\0", "\r\n", " xmlns='http://www.w3.org/1999/xhtml'", "<a b='", "<br>", "<feed xmlns='http://www.w3.org/2005/Atom'>",
        "<entry>", "</entry>", "<content type='xhtml'>", "<div>", "</div>", "<media:content url='/i.jpg'", "/>", "<urlset>", "<url>", "{\"items\":[", "]}")
        .ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();
}
