using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>Walks the outlines of a list: those with an address are feeds, those around them give them their section.</summary>
internal sealed class OpmlOutlines
{
    private const int MostRefusals = 1000;

    private readonly List<OpmlEntry> _entries = [];
    private readonly List<OpmlRefusal> _refusals = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    private OpmlOutlines()
    {
    }

    public static OpmlReading Read(FeedElement body)
    {
        var outlines = new OpmlOutlines();
        outlines.Within(body, null);
        return new OpmlReading(outlines._entries, null) { Refusals = outlines._refusals };
    }

    /// <summary>Of groups within groups the innermost that has a name is the section.</summary>
    private void Within(FeedElement parent, string? section)
    {
        foreach (FeedElement outline in parent.Children("outline"))
        {
            string title = PlainText.Clean(outline.Attribute("title") is { Length: > 0 } named ? named : outline.Attribute("text") ?? "");
            Take(outline, title, section ?? Category(outline));
            Within(outline, title.Length > 0 ? title : section);
        }
    }

    private void Take(FeedElement outline, string title, string? section)
    {
        bool isFeed = outline.Attribute("type") is { } type && (type.Equals("rss", StringComparison.OrdinalIgnoreCase) || type.Equals("atom", StringComparison.OrdinalIgnoreCase));
        // Lists of the time of OPML 1.0 write « url ».
        string? written = outline.Attribute("xmlurl") ?? (isFeed ? outline.Attribute("url") : null);
        if (string.IsNullOrWhiteSpace(written))
        {
            if (isFeed && !outline.HasElements)
                Refuse(title, OpmlRefusalCause.NoAddress);
        }
        else if (WebAddress.Resolve(null, FeedFinder.WithoutFeedScheme(written)) is not { } address || WebAddress.Canonical(address) is not { } canonical)
            Refuse(written, OpmlRefusalCause.NotOfTheWeb);
        else if (_entries.Count >= Opml.MostEntries)
            Refuse(written, OpmlRefusalCause.TooMany);
        else if (!_known.Add(canonical))
            Refuse(written, OpmlRefusalCause.Duplicate);
        else
            _entries.Add(new OpmlEntry(title.Length > 0 ? title : address, address, section));
    }

    private void Refuse(string text, OpmlRefusalCause cause)
    {
        if (_refusals.Count < MostRefusals)
            _refusals.Add(new OpmlRefusal(text, cause));
    }

    /// <summary>« /Monde/Europe,/Société » → « Monde »: lists without groups may name them so (OPML 2.0, « category »).</summary>
    private static string? Category(FeedElement outline) =>
        outline.Attribute("category")?.Split(',', '/').Select(PlainText.Clean).FirstOrDefault(name => name.Length > 0);
}
