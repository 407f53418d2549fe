using System.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>
/// One element of a feed, or a run of text (then <see cref="Name"/> is empty). Names are in lower case and carry the
/// usual prefix of their vocabulary whatever prefix the document chose (« media:content »); those of the feed's own
/// vocabulary carry none (« title »).
/// </summary>
internal sealed class FeedElement(string name, string? text, string? baseAddress)
{
    private static readonly HashSet<string> VoidElements = ["area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

    private readonly List<FeedElement> _children = [];
    private readonly List<KeyValuePair<string, string>> _attributes = [];

    public string Name => name;

    /// <summary>The address that links in this element are relative to, from <c>xml:base</c>.</summary>
    public string? Base => baseAddress;

    /// <summary>False where the document ended within the element.</summary>
    public bool IsComplete { get; set; } = true;

    /// <summary>The name without its prefix, as in markup.</summary>
    private string LocalName => name[(name.AsSpan().IndexOf(':') + 1)..];

    public IEnumerable<FeedElement> Elements => _children.Where(child => child.Name.Length > 0);

    public void Add(FeedElement child) => _children.Add(child);

    /// <summary>Of two attributes with one name, the first counts, as in HTML.</summary>
    public void AddAttribute(string attribute, string value)
    {
        if (Attribute(attribute) is null)
            _attributes.Add(new(attribute, value));
    }

    public string? Attribute(string attribute)
    {
        foreach ((string key, string value) in _attributes)
        {
            if (key.Equals(attribute, StringComparison.OrdinalIgnoreCase))
                return value;
        }
        return null;
    }

    public FeedElement? Child(string childName) => Children(childName).FirstOrDefault();

    public IEnumerable<FeedElement> Children(string childName) => _children.Where(child => child.Name.Equals(childName, StringComparison.Ordinal));

    /// <summary>The elements of this name at any depth, in document order.</summary>
    public IEnumerable<FeedElement> Descendants(string descendantName)
    {
        var ahead = new Stack<FeedElement>(_children.AsEnumerable().Reverse());
        while (ahead.TryPop(out FeedElement? element))
        {
            if (element.Name.Equals(descendantName, StringComparison.Ordinal))
                yield return element;
            for (int i = element._children.Count - 1; i >= 0; i--)
                ahead.Push(element._children[i]);
        }
    }

    /// <summary>The text of the first child of one of these names that has any, in the order of the names.</summary>
    public string? ChildText(params ReadOnlySpan<string> names)
    {
        foreach (string childName in names)
        {
            foreach (FeedElement child in Children(childName))
            {
                if (child.Value() is { } value)
                    return value;
            }
        }
        return null;
    }

    /// <summary>What the element says: its text or, where it holds elements, its markup; null where that is nothing.</summary>
    public string? Value()
    {
        string value = (Elements.Any() ? InnerMarkup() : InnerText()).Trim();
        return value.Length == 0 ? null : value;
    }

    /// <summary>The text alone, without markup.</summary>
    public string InnerText()
    {
        if (_children is [{ Name.Length: 0 } only])
            return only.OwnText;
        var all = new StringBuilder();
        AppendText(all);
        return all.ToString();
    }

    /// <summary>The contents as HTML.</summary>
    public string InnerMarkup()
    {
        var markup = new StringBuilder();
        foreach (FeedElement child in _children)
            child.AppendMarkup(markup);
        return markup.ToString();
    }

    private string OwnText => text ?? "";

    private void AppendText(StringBuilder all)
    {
        all.Append(text);
        foreach (FeedElement child in _children)
            child.AppendText(all);
    }

    private void AppendMarkup(StringBuilder markup)
    {
        if (name.Length == 0)
        {
            markup.Append(Markup.Escape(OwnText));
            return;
        }
        markup.Append('<').Append(LocalName);
        foreach ((string key, string value) in _attributes.Where(pair => !pair.Key.StartsWith("xml", StringComparison.OrdinalIgnoreCase)))
            markup.Append(' ').Append(key).Append("=\"").Append(Markup.Escape(value)).Append('"');
        markup.Append('>');
        if (_children.Count == 0 && VoidElements.Contains(LocalName))
            return;
        foreach (FeedElement child in _children)
            child.AppendMarkup(markup);
        markup.Append("</").Append(LocalName).Append('>');
    }
}
