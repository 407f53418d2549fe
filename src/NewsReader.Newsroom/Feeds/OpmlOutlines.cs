using System.Globalization;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>Walks the outlines of a list: those with an address are feeds, those around them give them their section.</summary>
internal sealed class OpmlOutlines
{
    private const int MostRefusals = 1000;
    private const int LongestTold = 300;
    private const double LargestWeight = 10;

    private readonly List<OpmlEntry> _entries = [];
    private readonly List<OpmlRefusal> _refusals = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Func<string, bool> _isSection;
    private int _moreRefusals;

    private OpmlOutlines(Func<string, bool> isSection) => _isSection = isSection;

    public static OpmlReading Read(FeedElement body, Func<string, bool> isSection)
    {
        var outlines = new OpmlOutlines(isSection);
        outlines.Within(body, default);
        return new OpmlReading(outlines._entries, null) { Refusals = outlines._refusals, MoreRefusals = outlines._moreRefusals };
    }

    private void Within(FeedElement parent, Place place)
    {
        foreach (FeedElement outline in parent.Children("outline"))
        {
            string title = PlainText.Clean(outline.Attribute("title") is { Length: > 0 } named ? named : outline.Attribute("text") ?? "");
            Take(outline, title, place.Name ?? Category(outline));
            if (outline.HasElements)
                Within(outline, Inside(place, title));
        }
    }

    /// <summary>« Monde / Europe » is Monde, « Veille / Sport » Sport, « Veille / Amis » Amis: the outermost group that names a section, else the innermost.</summary>
    private Place Inside(Place place, string group) => place.IsSection || group.Length == 0 ? place : new Place(group, _isSection(group));

    /// <summary>Lists without groups may name them so, and the same one of them counts: « /Monde/Europe,/Société » (OPML 2.0, « category »).</summary>
    private string? Category(FeedElement outline)
    {
        Place first = default;
        foreach (string path in (outline.Attribute("category") ?? "").Split(','))
        {
            Place place = path.Split('/').Select(PlainText.Clean).Aggregate(default(Place), Inside);
            if (place.IsSection)
                return place.Name;
            first = first.Name is null ? place : first;
        }
        return first.Name;
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
            _entries.Add(Entry(outline, new OpmlEntry(title.Length > 0 ? title : address, address, section)));
    }

    private static OpmlEntry Entry(FeedElement outline, OpmlEntry entry) => entry with
    {
        FeedTitle = Own(outline, "title"),
        Owners = Own(outline, "owners"),
        Weight = double.TryParse(Own(outline, "weight"), NumberStyles.Float, CultureInfo.InvariantCulture, out double weight) && weight is > 0 and <= LargestWeight ? weight : null,
        IsFront = Own(outline, "front") is "true",
        IsPaused = Own(outline, "suspended") is "true",
    };

    private static string? Own(FeedElement outline, string name) =>
        outline.Attribute($"{Opml.Prefix}:{name}") is { } value && PlainText.Clean(value) is { Length: > 0 } clean ? clean : null;

    private void Refuse(string text, OpmlRefusalCause cause)
    {
        if (_refusals.Count < MostRefusals)
            _refusals.Add(new OpmlRefusal(text.Length > LongestTold ? $"{text.AsSpan(0, LongestTold)}…" : text, cause));
        else
            _moreRefusals++;
    }

    /// <summary>The group that an outline stands in, as far as its section goes.</summary>
    private readonly record struct Place(string? Name, bool IsSection);
}
