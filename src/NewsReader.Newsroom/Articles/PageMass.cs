using AngleSharp.Dom;

namespace NewsReader.Newsroom.Articles;

/// <summary>What an element holds, in characters; furniture counts for nothing.</summary>
internal sealed class Mass
{
    public int Text { get; set; }

    public int Links { get; set; }

    /// <summary>Text in sentences, outside links.</summary>
    public int Prose { get; set; }

    /// <summary>Headings, and how many of them are links to other pages.</summary>
    public int Headings { get; set; }

    public int LinkedHeadings { get; set; }

    /// <summary>Forms.</summary>
    public int Forms { get; set; }

    /// <summary>Whether this points to another article, with a line or two about it.</summary>
    public bool IsTeaser => LinkedHeadings > 0 && LinkedHeadings == Headings && Prose <= BlockWeights.LongestTeaser;

    /// <summary>The place in document order.</summary>
    public int Order { get; set; }

    /// <summary>The place of the last element within.</summary>
    public int Last { get; set; }

    /// <summary>Adds what an element within holds.</summary>
    public void Add(Mass inner)
    {
        Text += inner.Text;
        Links += inner.Links;
        Prose += inner.Prose;
        Headings += inner.Headings;
        LinkedHeadings += inner.LinkedHeadings;
        Forms += inner.Forms;
    }

    /// <summary>The share of the text that leads nowhere.</summary>
    public double Purity => Text == 0 ? 0 : 1 - (double)Links / Text;
}

/// <summary>One walk over a page, bottom up, that weighs every element and finds the furniture.</summary>
internal sealed class PageMass
{
    private static readonly HashSet<string> Silent = ["script", "style", "template", "svg", "head", "select", "option", "textarea", "iframe", "object", "video", "audio", "canvas", "figcaption"];

    private static readonly HashSet<string> InlineElements =
    [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark",
        "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    ];

    private readonly Dictionary<IElement, Mass> _masses = [];
    private readonly HashSet<IElement> _furniture = [];
    private int _order;

    public PageMass(IElement root, IElement? headline = null, ExtractionTrace? trace = null)
    {
        Weigh(root, inLink: false);
        if (Named.Count == 0) return;
        var most = _masses[root].Prose * BlockWeights.TooMuchToDrop;
        var end = TextOutside(root, headline is null ? 0 : Of(headline).Order) is { } text ? _masses[text].Last : int.MaxValue;
        Clear(root, child => _masses[child].Prose <= most || Furniture.IsComments(child) || _masses[child].Order > end, trace);
        _order = 0;
        _masses.Clear();
        Prose.Clear();
        Weigh(root, inLink: false);
    }

    /// <summary>The blocks of prose in document order, with their weight.</summary>
    public List<(IElement Element, int Weight)> Prose { get; } = [];

    /// <summary>Every element that was weighed.</summary>
    public IEnumerable<IElement> Elements => _masses.Keys;

    private HashSet<IElement> Named { get; } = [];

    public Mass Of(IElement element) => _masses.GetValueOrDefault(element) ?? new Mass();

    /// <summary>Whether a weighed element ends before this place in document order.</summary>
    public bool EndsBefore(IElement element, int order) => _masses.TryGetValue(element, out var mass) && mass.Last < order;

    /// <summary>Whether a weighed element starts after this place in document order.</summary>
    public bool StartsAfter(IElement element, int order) => _masses.TryGetValue(element, out var mass) && mass.Order > order;

    public bool IsFurniture(IElement element) => _furniture.Contains(element);

    /// <summary>Of what is named like furniture, the outermost that does not hold the text itself is furniture.</summary>
    private void Clear(IElement element, Func<IElement, bool> isDispensable, ExtractionTrace? trace)
    {
        foreach (var child in element.Children)
        {
            if (!_masses.ContainsKey(child)) continue;
            if (Named.Contains(child) && isDispensable(child))
            {
                _furniture.Add(child);
                trace?.Remove("furniture", child.TextContent);
            }
            else Clear(child, isDispensable, trace);
        }
    }

    /// <summary>What is named as the text, after the headline and outside of all that is named furniture: a brief beside a long list of other posts.</summary>
    private IElement? TextOutside(IElement element, int after)
    {
        foreach (var child in element.Children)
        {
            if (Named.Contains(child) || !_masses.TryGetValue(child, out var mass) || mass.Prose < BlockWeights.ShortestArticle) continue;
            if (mass.Order > after && Furniture.IsBody(child)) return child;
            if (TextOutside(child, after) is { } text) return text;
        }
        return null;
    }

    private Mass Weigh(IElement element, bool inLink)
    {
        var mass = new Mass { Order = _order++ };
        if (IsSilent(element) || _furniture.Contains(element)) return mass;
        _masses[element] = mass;
        if (_furniture.Count == 0 && Furniture.IsNamed(element)) Named.Add(element);
        inLink |= element.LocalName is "a";
        var (own, ownLinks, sentences, direct) = (0, 0, 0, 0);
        foreach (var node in element.ChildNodes)
        {
            if (node is IText text)
            {
                var (length, ends) = Measure(text.Data);
                direct += length;
                sentences += ends;
            }
            else if (node is IElement child)
            {
                var inner = Weigh(child, inLink);
                mass.Add(inner);
                if (inner.Prose > 0 || !InlineElements.Contains(child.LocalName)) continue;
                own += inner.Text;
                ownLinks += inner.Links;
                sentences += _sentences;
            }
        }
        own += direct;
        mass.Text += direct;
        if (inLink)
        {
            mass.Links += direct;
            ownLinks += direct;
        }
        _sentences = sentences;
        mass.Last = _order - 1;
        Headings(element, mass);
        if (InlineElements.Contains(element.LocalName) || element.LocalName is ['h', >= '1' and <= '6'] || !IsProse(own, ownLinks, sentences)) return mass;
        var weight = own - ownLinks;
        mass.Prose += weight;
        Prose.Add((element, weight));
        return mass;
    }

    /// <summary>Ends of sentences in the element that was weighed last: what an inline child hands to its parent.</summary>
    private int _sentences;

    /// <summary>What shows no text; a <c>noscript</c> says that a script is missing, unless a broken page stands in it.</summary>
    private static bool IsSilent(IElement element) =>
        Silent.Contains(element.LocalName) || BodyReader.IsHidden(element) || element.LocalName is "noscript" && ShortText.Of(element, BlockWeights.LongestTeaser) is not null;

    private void Headings(IElement element, Mass mass)
    {
        if (element.LocalName is ['h', >= '1' and <= '6']) Count(element, mass);
        else if (_furniture.Count == 0) NameInserts(element, mass);
    }

    private static void Count(IElement heading, Mass mass)
    {
        if (mass.Text == 0) return;
        mass.Headings++;
        var leadsAway = mass.Links >= mass.Text * BlockWeights.LinkedHeading && heading.LocalName is not "h1"
            && (heading.QuerySelector("a[href]") ?? heading.Closest("a[href]"))?.GetAttribute("href") is { } href && !href.StartsWith('#');
        if (leadsAway) mass.LinkedHeadings++;
    }

    /// <summary>
    /// Names what is set between the paragraphs by its shape: a row of teasers leads to other articles, whatever it is called; so does a single one
    /// that is an article within the article; and a form with a line or two around it asks for something.
    /// </summary>
    private void NameInserts(IElement element, Mass mass)
    {
        if (element.LocalName is "form") mass.Forms++;
        else if (mass.Forms > 0 && mass.Prose is > 0 and <= BlockWeights.LongestFormText) Named.Add(element);
        if (mass.LinkedHeadings == 0) return;
        if (element.LocalName is "article" && mass.IsTeaser) Named.Add(element);
        var teasers = element.Children.Where(c => _masses.TryGetValue(c, out var m) && m.IsTeaser && c.LocalName is not ['h', >= '1' and <= '6']).ToList();
        if (teasers.Count >= BlockWeights.FewestTeasers) Named.UnionWith(teasers);
    }

    private static bool IsProse(int length, int links, int sentences) =>
        length >= BlockWeights.ShortestProse && links <= length * BlockWeights.ProseLinkShare
        && (sentences > 0 || length >= BlockWeights.UnpunctuatedProse);

    /// <summary>The length with white space folded, and how many sentences or clauses end.</summary>
    private static (int Length, int Ends) Measure(string text)
    {
        var (length, ends, space) = (0, 0, true);
        foreach (var c in text)
        {
            var blank = char.IsWhiteSpace(c);
            if (!blank || !space) length++;
            if (c is '.' or ',' or '!' or '?' or '…' or ';') ends++;
            space = blank;
        }
        return (length == 1 && space ? 0 : length, ends);
    }
}
