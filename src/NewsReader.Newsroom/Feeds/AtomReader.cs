using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>Reads Atom 1.0 (RFC 4287) and 0.3.</summary>
internal static class AtomReader
{
    /// <param name="feed">The document's root without its entries.</param>
    /// <param name="entries">The entries, as <see cref="Entry"/> read them.</param>
    public static ParsedFeed Feed(FeedElement feed, IReadOnlyList<ParsedEntry> entries)
    {
        // Who wrote an entry that does not say so: the whole feed (RFC 4287, 4.2.1).
        string? author = People.AtomAuthors(feed, "author");
        return Feed(feed) with { Entries = author is null ? entries : [.. entries.Select(entry => entry.Author is null ? entry with { Author = author } : entry)] };
    }

    private static ParsedFeed Feed(FeedElement feed) => new()
    {
        Format = FeedFormat.Atom,
        Title = AtomText.First(feed, "title", "dc:title"),
        Link = Link(feed),
        Description = AtomText.First(feed, "subtitle", "tagline", "info", "dc:description"),
        Language = feed.Attribute("xml:lang") ?? feed.ChildText("language", "dc:language"),
        Author = People.AtomAuthors(feed, "author") ?? People.Of(feed, "dc:creator"),
        Id = Id(feed),
        Published = FeedDates.First(feed, "published", "issued", "dc:date"),
        Updated = FeedDates.First(feed, "updated", "modified", "dcterms:modified"),
        Image = Address(feed, "logo") ?? Address(feed, "icon"),
    };

    public static ParsedEntry Entry(FeedElement entry)
    {
        MediaOfEntry media = MediaOfEntry.Read(entry);
        string? summary = AtomText.First(entry, "summary", "dc:description", "description") ?? entry.Child("media:group")?.ChildText("media:description");
        string? content = AtomText.First(entry, "content", "content:encoded");
        return new ParsedEntry
        {
            Guid = Id(entry),
            Title = AtomText.First(entry, "title", "dc:title", "media:title"),
            Link = Link(entry) ?? (Id(entry) is { } id ? WebAddress.Resolve(null, id) : null),
            Published = FeedDates.First(entry, "published", "issued", "created", "dcterms:issued", "dc:date", "pubdate"),
            Updated = FeedDates.First(entry, "updated", "modified", "dcterms:modified"),
            Author = Authors(entry),
            Summary = summary,
            Content = content,
            Categories = Categories(entry),
            Enclosures = media.Enclosures,
            Media = media.Addresses,
            MediaImage = media.Image ?? EntryPicture.First(content) ?? EntryPicture.First(summary),
        };
    }

    /// <summary>Who wrote an entry: itself or the source it came from (RFC 4287, 4.2.1).</summary>
    private static string? Authors(FeedElement entry) =>
        People.AtomAuthors(entry, "author")
        ?? People.Of(entry, "dc:creator")
        ?? (entry.Child("source") is { } source ? People.AtomAuthors(source, "author") : null);

    private static string? Id(FeedElement parent)
    {
        if (parent.Child("id") is not { } id || id.Value() is not { } value)
            return parent.ChildText("guid", "dc:identifier");
        return value.StartsWith('/') ? WebAddress.Resolve(id.Base, value) ?? value : value;
    }

    /// <summary>The first alternate link, an HTML page before anything else; a link without <c>rel</c> is one (RFC 4287, 4.2.7.2).</summary>
    private static string? Link(FeedElement parent)
    {
        FeedElement? page = null, untyped = null, first = null;
        foreach (FeedElement link in parent.Children("link"))
        {
            if (link.Attribute("rel") is not (null or "" or "alternate" or "http://www.iana.org/assignments/relation/alternate"))
                continue;
            first ??= link;
            string? type = link.Attribute("type");
            untyped ??= type is null ? link : null;
            page ??= type is "text/html" or "application/xhtml+xml" ? link : null;
        }
        FeedElement? best = page ?? untyped ?? first;
        if (best is null || (best.Attribute("href") ?? best.Value()) is not { } address)
            return null;
        return WebAddress.Resolve(best.Base, address) ?? (WebAddress.HasScheme(address) ? null : address.Trim());
    }

    private static string? Address(FeedElement parent, string name) =>
        parent.Child(name) is { } element && element.Value() is { } address ? WebAddress.Resolve(element.Base, address) ?? address : null;

    private static List<string> Categories(FeedElement entry)
    {
        List<string>? categories = null;
        foreach (FeedElement child in entry.Elements)
        {
            if (child.Name is not ("category" or "dc:subject"))
                continue;
            string category = PlainText.FromHtml(child.Attribute("term") ?? child.Attribute("label") ?? child.Value() ?? "");
            if (category.Length > 0 && categories?.Contains(category, StringComparer.Ordinal) != true)
                (categories ??= []).Add(category);
        }
        return categories ?? [];
    }
}
