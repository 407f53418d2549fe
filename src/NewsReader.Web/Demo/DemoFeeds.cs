using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using System.Xml;

namespace NewsReader.Web.Demo;

/// <summary>Renders the papers' feeds: RSS 2.0, RSS 1.0 on RDF, Atom 1.0, JSON Feed 1.1.</summary>
internal static class DemoFeeds
{
    private const string AtomNamespace = "http://www.w3.org/2005/Atom";
    private const string ContentNamespace = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string MediaNamespace = "http://search.yahoo.com/mrss/";
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private const string Rss1 = "http://purl.org/rss/1.0/";

    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Indented = true };

    /// <summary>The articles of a feed: a « à la une » has the paper's own choice and order, others all, newest first.</summary>
    public static IReadOnlyList<DemoArticle> Articles(DemoPaper paper, DemoFeed feed) => feed.Front
        ? [.. paper.Articles.Where(article => article.FrontRank is not null).OrderBy(article => article.FrontRank)]
        : paper.Articles;

    public static string MediaType(DemoFeed feed) => feed.Format switch
    {
        "atom" => "application/atom+xml",
        "json" => "application/feed+json",
        "rdf" => "application/rdf+xml",
        _ => "application/rss+xml",
    };

    public static byte[] Render(DemoPaper paper, DemoFeed feed, Encoding encoding)
    {
        using var stream = new MemoryStream();
        if (feed.Format is "json")
        {
            Json(stream, paper, feed);
            return stream.ToArray();
        }

        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = encoding, Indent = true }))
        {
            Action<XmlWriter, DemoPaper, DemoFeed> write = feed.Format switch { "atom" => Atom, "rdf" => RdfDocument, _ => Rss };
            write(xml, paper, feed);
        }

        return stream.ToArray();
    }

    private static void Rss(XmlWriter xml, DemoPaper paper, DemoFeed feed)
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "content", null, ContentNamespace);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteAttributeString("xmlns", "media", null, MediaNamespace);
        xml.WriteStartElement("channel");
        Channel(xml, paper, feed, null);
        xml.WriteElementString("language", "fr-FR");
        xml.WriteElementString("lastBuildDate", Rfc822(Articles(paper, feed).Max(article => article.Modified)));
        foreach (var article in Articles(paper, feed))
        {
            xml.WriteStartElement("item");
            Item(xml, paper, feed, article, null);
            xml.WriteStartElement("guid");
            xml.WriteAttributeString("isPermaLink", "true");
            xml.WriteString(DemoAddress.Article(paper, article));
            xml.WriteEndElement();
            xml.WriteElementString("pubDate", Rfc822(article.Published));
            xml.WriteElementString("category", article.Section);
            Picture(xml, paper, feed, article);
            xml.WriteEndElement();
        }
    }

    private static void RdfDocument(XmlWriter xml, DemoPaper paper, DemoFeed feed)
    {
        xml.WriteStartElement("rdf", "RDF", Rdf);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteAttributeString("xmlns", "content", null, ContentNamespace);
        xml.WriteStartElement("channel", Rss1);
        xml.WriteAttributeString("about", Rdf, paper.Site);
        Channel(xml, paper, feed, Rss1);
        xml.WriteStartElement("items", Rss1);
        xml.WriteStartElement("Seq", Rdf);
        foreach (var article in Articles(paper, feed))
        {
            xml.WriteStartElement("li", Rdf);
            xml.WriteAttributeString("resource", Rdf, DemoAddress.Article(paper, article));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        foreach (var article in Articles(paper, feed))
        {
            xml.WriteStartElement("item", Rss1);
            xml.WriteAttributeString("about", Rdf, DemoAddress.Article(paper, article));
            Item(xml, paper, feed, article, Rss1);
            xml.WriteElementString("date", DublinCore, Iso(article.Published));
            xml.WriteElementString("subject", DublinCore, article.Section);
            xml.WriteEndElement();
        }
    }

    private static void Channel(XmlWriter xml, DemoPaper paper, DemoFeed feed, string? space)
    {
        xml.WriteElementString("title", space, feed.Title);
        xml.WriteElementString("link", space, paper.Site);
        xml.WriteElementString("description", space, paper.Tagline);
    }

    private static void Item(XmlWriter xml, DemoPaper paper, DemoFeed feed, DemoArticle article, string? space)
    {
        xml.WriteElementString("title", space, article.Title);
        xml.WriteElementString("link", space, DemoAddress.Article(paper, article) + feed.Suffix);
        xml.WriteElementString("description", space, article.Lede);
        if (article.Author is not null)
            xml.WriteElementString("creator", DublinCore, article.Author);
        if (feed.Full && !article.IsForSubscribers)
        {
            xml.WriteStartElement("encoded", ContentNamespace);
            xml.WriteCData(DemoMarkup.Html(article.Body));
            xml.WriteEndElement();
        }
    }

    private static void Picture(XmlWriter xml, DemoPaper paper, DemoFeed feed, DemoArticle article)
    {
        if (article.Picture is null)
            return;
        var width = DemoPictures.Wide;
        if (feed.Media)
            xml.WriteStartElement("content", MediaNamespace);
        else
            xml.WriteStartElement("enclosure");
        xml.WriteAttributeString("url", DemoAddress.Picture(paper, article, width));
        xml.WriteAttributeString("type", "image/png");
        if (feed.Media)
        {
            xml.WriteAttributeString("medium", "image");
            xml.WriteAttributeString("width", width.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("height", DemoPictures.Height(width).ToString(CultureInfo.InvariantCulture));
            xml.WriteElementString("description", MediaNamespace, article.Picture.Alt);
            xml.WriteElementString("credit", MediaNamespace, paper.Name);
        }
        else
        {
            xml.WriteAttributeString("length", "0");
        }

        xml.WriteEndElement();
    }

    private static void Atom(XmlWriter xml, DemoPaper paper, DemoFeed feed)
    {
        xml.WriteStartElement("feed", AtomNamespace);
        xml.WriteAttributeString("xml", "lang", null, "fr");
        xml.WriteElementString("title", feed.Title);
        xml.WriteElementString("subtitle", paper.Tagline);
        AtomLink(xml, "alternate", paper.Site);
        AtomLink(xml, "self", paper.Site + feed.Path[1..]);
        xml.WriteElementString("id", paper.Site);
        xml.WriteElementString("updated", Iso(Articles(paper, feed).Max(article => article.Modified)));
        foreach (var article in Articles(paper, feed))
            Entry(xml, paper, feed, article);
    }

    private static void Entry(XmlWriter xml, DemoPaper paper, DemoFeed feed, DemoArticle article)
    {
        xml.WriteStartElement("entry");
        xml.WriteElementString("title", article.Title);
        AtomLink(xml, "alternate", DemoAddress.Article(paper, article) + feed.Suffix);
        if (article.Picture is not null)
            AtomLink(xml, "enclosure", DemoAddress.Picture(paper, article, DemoPictures.Wide));
        xml.WriteElementString("id", $"tag:{paper.Host},2020:{article.Slug}");
        xml.WriteElementString("published", Iso(article.Published));
        xml.WriteElementString("updated", Iso(article.Modified));
        xml.WriteStartElement("author");
        xml.WriteElementString("name", article.Author ?? paper.Name);
        xml.WriteEndElement();
        xml.WriteStartElement("category");
        xml.WriteAttributeString("term", article.Section);
        xml.WriteEndElement();
        xml.WriteElementString("summary", article.Lede);
        if (feed.Full && !article.IsForSubscribers)
        {
            xml.WriteStartElement("content");
            xml.WriteAttributeString("type", "html");
            xml.WriteString(DemoMarkup.Html(article.Body));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void AtomLink(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void Json(Stream stream, DemoPaper paper, DemoFeed feed)
    {
        using var json = new Utf8JsonWriter(stream, JsonOptions);
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", feed.Title);
        json.WriteString("home_page_url", paper.Site);
        json.WriteString("feed_url", paper.Site + feed.Path[1..]);
        json.WriteString("description", paper.Tagline);
        json.WriteString("language", "fr");
        json.WriteStartArray("items");
        foreach (var article in Articles(paper, feed))
            Item(json, paper, feed, article);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Item(Utf8JsonWriter json, DemoPaper paper, DemoFeed feed, DemoArticle article)
    {
        json.WriteStartObject();
        json.WriteString("id", article.Slug);
        json.WriteString("url", DemoAddress.Article(paper, article) + feed.Suffix);
        json.WriteString("title", article.Title);
        json.WriteString("summary", article.Lede);
        // The format asks for a text; a feed without whole texts repeats its summary.
        json.WriteString("content_html", feed.Full && !article.IsForSubscribers ? DemoMarkup.Html(article.Body) : DemoMarkup.Html([article.Lede]));
        if (article.Picture is not null)
            json.WriteString("image", DemoAddress.Picture(paper, article, DemoPictures.Wide));
        json.WriteString("date_published", Iso(article.Published));
        json.WriteString("date_modified", Iso(article.Modified));
        json.WriteStartArray("authors");
        json.WriteStartObject();
        json.WriteString("name", article.Author ?? paper.Name);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("tags");
        json.WriteStringValue(article.Section);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Iso(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Rfc822(DateTimeOffset moment) =>
        moment.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + moment.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
}
