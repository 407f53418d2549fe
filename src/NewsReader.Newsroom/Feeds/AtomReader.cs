using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>Reads Atom 1.0 (RFC 4287) and 0.3.</summary>
internal static class AtomReader
{
    public static ParsedFeed Read(FeedElement feed, string encoding) => new()
    {
        Format = FeedFormat.Atom,
        Encoding = encoding,
        Title = AtomText.First(feed, "title", "dc:title"),
        Link = Link(feed),
        Description = AtomText.First(feed, "subtitle", "tagline", "info", "dc:description"),
        Language = feed.Attribute("xml:lang") ?? feed.ChildText("language", "dc:language"),
        Author = People.AtomAuthors(feed, "author") ?? People.Of(feed, "dc:creator"),
        Id = Id(feed),
        Published = FeedDates.First(feed, "published", "issued", "dc:date"),
        Updated = FeedDates.First(feed, "updated", "modified", "dcterms:modified"),
        Image = Address(feed, "logo") ?? Address(feed, "icon"),
        Entries = feed.Descendants("entry").Where(entry => entry.IsComplete).Take(FeedReader.MostEntries).Select(entry => Entry(entry, feed)).ToList(),
    };

    private static ParsedEntry Entry(FeedElement entry, FeedElement feed)
    {
        MediaOfEntry media = MediaOfEntry.Read(entry);
        return new ParsedEntry
        {
            Guid = Id(entry),
            Title = AtomText.First(entry, "title", "dc:title", "media:title"),
            Link = Link(entry) ?? (Id(entry) is { } id ? WebAddress.Resolve(null, id) : null),
            Published = FeedDates.First(entry, "published", "issued", "created", "dcterms:issued", "dc:date", "pubdate"),
            Updated = FeedDates.First(entry, "updated", "modified", "dcterms:modified"),
            Author = Authors(entry, feed),
            Summary = AtomText.First(entry, "summary", "dc:description", "description") ?? entry.Child("media:group")?.ChildText("media:description"),
            Content = AtomText.First(entry, "content", "content:encoded"),
            Categories = Categories(entry).ToList(),
            Enclosures = media.Enclosures,
            Media = media.Addresses,
            MediaImage = media.Image,
        };
    }

    /// <summary>Who wrote an entry: itself, the source it came from, or the whole feed (RFC 4287, 4.2.1).</summary>
    private static string? Authors(FeedElement entry, FeedElement feed) =>
        People.AtomAuthors(entry, "author")
        ?? People.Of(entry, "dc:creator")
        ?? (entry.Child("source") is { } source ? People.AtomAuthors(source, "author") : null)
        ?? People.AtomAuthors(feed, "author");

    private static string? Id(FeedElement parent)
    {
        if (parent.Child("id") is not { } id || id.Value() is not { } value)
            return parent.ChildText("guid", "dc:identifier");
        return value.StartsWith('/') ? WebAddress.Resolve(id.Base, value) ?? value : value;
    }

    /// <summary>The first alternate link, an HTML page before anything else; a link without <c>rel</c> is one (RFC 4287, 4.2.7.2).</summary>
    private static string? Link(FeedElement parent)
    {
        var links = parent.Children("link").Where(link => link.Attribute("rel") is null or "" or "alternate"
            or "http://www.iana.org/assignments/relation/alternate").ToList();
        FeedElement? best = links.Find(link => link.Attribute("type") is "text/html" or "application/xhtml+xml")
            ?? links.Find(link => link.Attribute("type") is null) ?? links.FirstOrDefault();
        if (best is null || (best.Attribute("href") ?? best.Value()) is not { } address)
            return null;
        return WebAddress.Resolve(best.Base, address) ?? (WebAddress.HasScheme(address) ? null : address.Trim());
    }

    private static string? Address(FeedElement parent, string name) =>
        parent.Child(name) is { } element && element.Value() is { } address ? WebAddress.Resolve(element.Base, address) ?? address : null;

    private static IEnumerable<string> Categories(FeedElement entry) =>
        entry.Elements.Where(child => child.Name is "category" or "dc:subject")
            .Select(child => child.Attribute("term") ?? child.Attribute("label") ?? child.Value())
            .Select(category => PlainText.FromHtml(category ?? ""))
            .Where(category => category.Length > 0)
            .Distinct(StringComparer.Ordinal);
}
