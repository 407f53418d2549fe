using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>Reads RSS 0.9x and 2.0 (cyber.harvard.edu/rss) and the RDF versions 0.90 and 1.0 (web.resource.org/rss/1.0), with the modules in use.</summary>
internal static class RssReader
{
    public static ParsedFeed Read(FeedElement root, FeedFormat format, string encoding)
    {
        FeedElement channel = root.Child("channel") ?? root;
        string? podcaster = People.Of(channel, "itunes:author", "itunes:owner");
        return new ParsedFeed
        {
            Format = format,
            Encoding = encoding,
            Title = Html(channel, "title", "dc:title", "atom:title"),
            Link = Link(channel),
            Description = Html(channel, "description", "tagline", "dc:description", "itunes:summary", "itunes:subtitle", "atom:subtitle"),
            Language = channel.ChildText("language", "dc:language") ?? channel.Attribute("xml:lang") ?? root.Attribute("xml:lang"),
            Author = People.Of(channel, "managingeditor", "author", "dc:creator", "itunes:author", "dc:author", "itunes:owner", "webmaster"),
            Id = channel.ChildText("guid", "id", "atom:id", "dc:identifier"),
            Published = FeedDates.First(channel, "pubdate", "dc:date", "dcterms:issued", "dcterms:created"),
            Updated = FeedDates.First(channel, "lastbuilddate", "atom:updated", "dcterms:modified", "dc:date"),
            Image = Image(channel) ?? (root.Child("image") is { } beside ? ImageUrl(beside) : null),
            Entries = root.Descendants("item").Where(item => item.IsComplete).Take(FeedReader.MostEntries).Select(item => Entry(item, podcaster)).ToList(),
        };
    }

    private static ParsedEntry Entry(FeedElement item, string? podcaster)
    {
        MediaOfEntry media = MediaOfEntry.Read(item);
        // Where an item has both a description and a summary, the first is the short text and the second the long one.
        string[] texts = [.. item.Elements.Select(child => child.Name).Where(name => name is "description" or "summary").Distinct(StringComparer.Ordinal)];
        return new ParsedEntry
        {
            Guid = Guid(item),
            Title = Html(item, "title", "dc:title", "atom:title", "media:title"),
            Link = Link(item),
            Published = FeedDates.First(item, "pubdate", "dc:date", "dcterms:issued", "dcterms:created", "atom:published", "published", "dcterms:modified"),
            Updated = FeedDates.First(item, "atom:updated", "dcterms:modified", "updated", "lastbuilddate"),
            Author = People.Of(item, "author", "dc:creator", "itunes:author", "dc:author") ?? podcaster,
            Summary = Html(item, [.. texts.Take(1), "dc:description", "atom:summary", "itunes:summary", "itunes:subtitle"]),
            Content = Html(item, "content:encoded", "xhtml:body", "body", "fullitem", "atom:content", "content") ?? Html(item, [.. texts.Skip(1)]),
            Categories = Categories(item).ToList(),
            Enclosures = media.Enclosures,
            Media = media.Addresses,
            MediaImage = media.Image,
        };
    }

    private static string? Html(FeedElement parent, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            foreach (FeedElement child in parent.Children(name))
            {
                if (child.Value() is { } value)
                    return Markup.Resolve(value, child.Base);
            }
        }
        return null;
    }

    private static string? Guid(FeedElement item)
    {
        if (item.Child("guid") is { } guid && guid.Value() is { } value)
            return IsPermaLink(guid) && !WebAddress.HasScheme(value) && value.StartsWith('/') ? WebAddress.Resolve(guid.Base, value) ?? value : value;
        return item.ChildText("id", "atom:id", "dc:identifier") ?? item.Attribute("rdf:about") ?? item.Attribute("about");
    }

    private static bool IsPermaLink(FeedElement guid) => guid.Attribute("ispermalink") is not { } said || !said.Equals("false", StringComparison.OrdinalIgnoreCase);

    private static string? Link(FeedElement parent)
    {
        if (parent.ChildText("feedburner:origlink") is { } original && WebAddress.Resolve(null, original) is { } behind)
            return behind;
        foreach (FeedElement link in parent.Children("link").Reverse())
        {
            if ((link.Value() ?? link.Attribute("href")) is { Length: > 0 } address)
                return Address(link.Base, address);
        }
        foreach (FeedElement link in parent.Children("atom:link"))
        {
            if (link.Attribute("rel") is null or "alternate" && link.Attribute("href") is { } address)
                return Address(link.Base, address);
        }
        if (parent.Child("guid") is { } guid && IsPermaLink(guid) && guid.Value() is { } permanent && WebAddress.Resolve(guid.Base, permanent) is { } resolved)
            return resolved;
        return parent.Attribute("rdf:about") ?? parent.Attribute("about");
    }

    /// <summary>A link that cannot be resolved is kept as published where it is relative, and dropped where its scheme is none of the web's.</summary>
    private static string? Address(string? baseAddress, string link) =>
        WebAddress.Resolve(baseAddress, link) ?? (WebAddress.HasScheme(link) ? null : link.Trim());

    private static string? Image(FeedElement channel)
    {
        foreach (FeedElement image in channel.Children("image"))
        {
            if (ImageUrl(image) is { } url)
                return url;
        }
        FeedElement? itunes = channel.Child("itunes:image") ?? channel.Child("googleplay:image");
        return itunes is null ? null : (itunes.Attribute("href") ?? itunes.Value()) is { } address ? Address(itunes.Base, address) : null;
    }

    private static string? ImageUrl(FeedElement image) =>
        (image.ChildText("url") ?? image.Attribute("rdf:resource") ?? image.Attribute("href")) is { } address ? Address(image.Base, address) : null;

    private static IEnumerable<string> Categories(FeedElement item) =>
        item.Elements.Where(child => child.Name is "category" or "dc:subject" or "atom:category" or "media:category")
            .Concat(item.Descendants("itunes:category"))
            .Select(child => child.Attribute("text") ?? child.Attribute("term") ?? child.Value() ?? child.Attribute("label"))
            .Concat((item.ChildText("itunes:keywords", "media:keywords") ?? "").Split(','))
            .Select(category => PlainText.FromHtml(category ?? ""))
            .Where(category => category.Length > 0)
            .Distinct(StringComparer.Ordinal);
}
