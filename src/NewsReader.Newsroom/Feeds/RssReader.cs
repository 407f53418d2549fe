using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>Reads RSS 0.9x and 2.0 (cyber.harvard.edu/rss) and the RDF versions 0.90 and 1.0 (web.resource.org/rss/1.0), with the modules in use.</summary>
internal static class RssReader
{
    /// <param name="root">The document's root without its entries.</param>
    /// <param name="entries">The entries, as <see cref="Entry"/> read them.</param>
    public static ParsedFeed Feed(FeedElement root, IReadOnlyList<ParsedEntry> entries)
    {
        FeedElement channel = root.Child("channel") ?? root;
        string? podcaster = People.Of(channel, "itunes:author", "itunes:owner");
        return new ParsedFeed
        {
            Format = FeedFormat.Rss,
            Title = Html(channel, "title", "dc:title", "atom:title"),
            Link = Link(channel),
            Description = Html(channel, "description", "tagline", "dc:description", "itunes:summary", "itunes:subtitle", "atom:subtitle"),
            Language = channel.ChildText("language", "dc:language") ?? channel.Attribute("xml:lang") ?? root.Attribute("xml:lang"),
            Author = People.Of(channel, "managingeditor", "author", "dc:creator", "itunes:author", "dc:author", "itunes:owner", "webmaster"),
            Id = channel.ChildText("guid", "id", "atom:id", "dc:identifier"),
            Published = FeedDates.First(channel, "pubdate", "dc:date", "dcterms:issued", "dcterms:created"),
            Updated = FeedDates.First(channel, "lastbuilddate", "atom:updated", "dcterms:modified", "dc:date"),
            Image = Image(channel) ?? (root.Child("image") is { } beside ? ImageUrl(beside) : null),
            Entries = podcaster is null ? entries : [.. entries.Select(entry => entry.Author is null ? entry with { Author = podcaster } : entry)],
        };
    }

    public static ParsedEntry Entry(FeedElement item)
    {
        MediaOfEntry media = MediaOfEntry.Read(item);
        (string first, string? second) = Texts(item);
        string? summary = Html(item, first, "dc:description", "atom:summary", "itunes:summary", "itunes:subtitle");
        string? content = Html(item, "content:encoded", "xhtml:body", "body", "fullitem", "atom:content", "content") ?? (second is null ? null : Html(item, second));
        return new ParsedEntry
        {
            Guid = Guid(item),
            Title = Html(item, "title", "dc:title", "atom:title", "media:title"),
            Link = Link(item),
            Published = FeedDates.First(item, "pubdate", "dc:date", "dcterms:issued", "dcterms:created", "atom:published", "published", "dcterms:modified"),
            Updated = FeedDates.First(item, "atom:updated", "dcterms:modified", "updated", "lastbuilddate"),
            Author = People.Of(item, "author", "dc:creator", "itunes:author", "dc:author"),
            Summary = summary,
            Content = content,
            Categories = Categories(item),
            Enclosures = media.Enclosures,
            Media = media.Addresses,
            MediaImage = media.Image ?? EntryPicture.First(content) ?? EntryPicture.First(summary),
        };
    }

    /// <summary>Where an item has both a description and a summary, the first is the short text and the second the long one.</summary>
    private static (string First, string? Second) Texts(FeedElement item)
    {
        foreach (FeedElement child in item.Elements)
        {
            if (child.Name is "description")
                return ("description", "summary");
            if (child.Name is "summary")
                return ("summary", "description");
        }
        return ("description", null);
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
        (FeedElement Link, string Address)? last = null;
        foreach (FeedElement link in parent.Children("link"))
        {
            if ((link.Value() ?? link.Attribute("href")) is { Length: > 0 } address)
                last = (link, address);
        }
        if (last is var (own, written))
            return Address(own.Base, written);
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

    private static List<string> Categories(FeedElement item)
    {
        List<string>? categories = null;
        Within(item);
        foreach (string keyword in item.ChildText("itunes:keywords", "media:keywords")?.Split(',') ?? [])
            Add(keyword);
        return categories ?? [];

        void Within(FeedElement parent)
        {
            foreach (FeedElement child in parent.Elements)
            {
                if (child.Name is not ("category" or "dc:subject" or "atom:category" or "media:category" or "itunes:category"))
                    continue;
                Add(child.Attribute("text") ?? child.Attribute("term") ?? child.Value() ?? child.Attribute("label"));
                Within(child);
            }
        }

        void Add(string? published)
        {
            string category = PlainText.FromHtml(published ?? "");
            if (category.Length > 0 && categories?.Contains(category, StringComparer.Ordinal) != true)
                (categories ??= []).Add(category);
        }
    }
}
