using System.Globalization;
using System.Xml.Linq;

namespace NewsReader.Benchmarks;

/// <summary>The plain way to read a feed, to measure against: the whole document as a tree, then each field of each entry looked up in it.</summary>
internal static class FeedTreeReading
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Rss1 = "http://purl.org/rss/1.0/";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Core = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Media = "http://search.yahoo.com/mrss/";

    /// <summary>One entry's fields.</summary>
    private sealed record Entry(
        string? Title, string? Link, string? Guid, DateTimeOffset? Published, string? Author, string? Summary, string? Content, IReadOnlyList<string> Categories, IReadOnlyList<string> Files);

    /// <summary>How many entries the feed has.</summary>
    /// <exception cref="System.Xml.XmlException">The feed is not well-formed.</exception>
    public static int Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        var root = XDocument.Load(stream).Root!;
        var entries = root.Descendants("item").Concat(root.Descendants(Rss1 + "item")).Select(Rss).Concat(root.Descendants(Atom + "entry").Select(AtomEntry)).ToList();
        return entries.Count;
    }

    private static Entry Rss(XElement item)
    {
        var own = item.Name.Namespace;
        return new Entry(
            Text(item, own + "title"), Text(item, own + "link"), Text(item, own + "guid"), Date(Text(item, own + "pubDate") ?? Text(item, Core + "date")),
            Text(item, own + "author") ?? Text(item, Core + "creator"), Text(item, own + "description"), Text(item, Content + "encoded"),
            [.. item.Elements(own + "category").Select(category => category.Value)],
            [.. item.Elements(own + "enclosure").Concat(item.Descendants(Media + "content")).Concat(item.Descendants(Media + "thumbnail")).Select(file => (string?)file.Attribute("url") ?? "")]);
    }

    private static Entry AtomEntry(XElement entry) => new(
        Text(entry, Atom + "title"), (string?)entry.Elements(Atom + "link").FirstOrDefault(link => (string?)link.Attribute("rel") is null or "alternate")?.Attribute("href"),
        Text(entry, Atom + "id"), Date(Text(entry, Atom + "published") ?? Text(entry, Atom + "updated")), entry.Element(Atom + "author")?.Element(Atom + "name")?.Value,
        Markup(entry.Element(Atom + "summary")), Markup(entry.Element(Atom + "content")),
        [.. entry.Elements(Atom + "category").Select(category => (string?)category.Attribute("term") ?? "")],
        [.. entry.Elements(Atom + "link").Where(link => (string?)link.Attribute("rel") == "enclosure").Select(link => (string?)link.Attribute("href") ?? "")]);

    private static string? Text(XElement parent, XName name) => parent.Element(name)?.Value.Trim();

    private static string? Markup(XElement? element) => element is null ? null : element.HasElements ? string.Concat(element.Nodes()) : element.Value.Trim();

    private static DateTimeOffset? Date(string? text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var date) ? date : null;
}
