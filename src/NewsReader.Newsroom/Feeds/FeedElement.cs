using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>
/// One element of a feed, or a run of text (then <see cref="Name"/> is empty). Names are in lower case and carry the
/// usual prefix of their vocabulary whatever prefix the document chose (« media:content »); those of the feed's own
/// vocabulary carry none (« title »). Lives until its entry is read: <see cref="FeedTree"/> uses it again for the next.
/// </summary>
internal sealed class FeedElement
{
    private static readonly FrozenSet<string> VoidElements =
        FrozenSet.ToFrozenSet(["area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"], StringComparer.Ordinal);

    /// <summary>Real elements stay under 30; each attribute is compared with those before it.</summary>
    private const int MostAttributes = 100;

    private List<KeyValuePair<string, ReadOnlyMemory<char>>>? _attributes;
    private ReadOnlyMemory<char> _text;
    private FeedElement? _last;

    /// <summary>One bit for each child's name, some names sharing one: most look-ups are for what is not there.</summary>
    private ulong _names;

    public string Name { get; private set; } = "";

    /// <summary>The address that links in this element are relative to, from <c>xml:base</c>.</summary>
    public string? Base { get; set; }

    /// <summary>False where the document ended within the element.</summary>
    public bool IsComplete { get; set; }

    /// <summary>The first thing in the element.</summary>
    public FeedElement? First { get; private set; }

    /// <summary>What follows beside the element.</summary>
    public FeedElement? Next { get; set; }

    public bool IsText => Name.Length == 0;

    public FeedChildren Elements => new(this, null);

    public bool HasElements => _names != 0;

    private ReadOnlySpan<char> LocalName => Name.AsSpan(Name.AsSpan().IndexOf(':') + 1);

    /// <summary>Whether the element holds text and nothing else so far: then it keeps that itself.</summary>
    public bool IsLeaf => First is null && !_text.IsEmpty;

    /// <summary>The text that a leaf keeps, which it gives up.</summary>
    public ReadOnlyMemory<char> TakeText()
    {
        ReadOnlyMemory<char> text = _text;
        _text = default;
        return text;
    }

    /// <summary>Keeps a text that is the first thing in the element.</summary>
    public void KeepText(ReadOnlyMemory<char> text) => _text = text;

    /// <summary>Makes it another element, or a run of text where it has no name.</summary>
    public void Become(string name, ReadOnlyMemory<char> text, string? baseAddress)
    {
        _attributes?.Clear();
        (Name, _text, Base, IsComplete, First, Next, _last, _names) = (name, text, baseAddress, true, null, null, null, 0);
    }

    public void Add(FeedElement child)
    {
        if (_last is null)
            First = child;
        else
            _last.Next = child;
        _last = child;
        _names |= child.IsText ? 0 : Bit(child.Name);
    }

    /// <summary>False where the element certainly holds no element of this name.</summary>
    public bool MayHold(string childName) => (_names & Bit(childName)) != 0;

    /// <summary>Of two attributes with one name, the first counts, as in HTML.</summary>
    public void AddAttribute(string attribute, ReadOnlyMemory<char> value)
    {
        if (_attributes is not { Count: >= MostAttributes } && !TryFind(attribute, out _))
            (_attributes ??= []).Add(new(attribute, value));
    }

    public string? Attribute(string attribute) => TryFind(attribute, out ReadOnlyMemory<char> value) ? value.ToString() : null;

    public FeedElement? Child(string childName)
    {
        foreach (FeedElement child in Children(childName))
            return child;
        return null;
    }

    public FeedChildren Children(string childName) => new(this, childName);

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
        string value = HasElements ? InnerMarkup().Trim() : Text().Trim().ToString();
        return value.Length == 0 ? null : value;
    }

    /// <summary>The text alone, without markup.</summary>
    public ReadOnlySpan<char> Text()
    {
        if (First is null)
            return _text.Span;
        var all = new StringBuilder();
        AppendText(all);
        return all.ToString();
    }

    /// <summary>The contents as HTML.</summary>
    public string InnerMarkup()
    {
        var markup = new StringBuilder();
        AppendContents(markup);
        return markup.ToString();
    }

    private static ulong Bit(string name) => 1UL << ((name[0] * 5 + name[^1] * 3 + name[name.Length / 2] + name.Length) & 63);

    private bool TryFind(string attribute, out ReadOnlyMemory<char> found)
    {
        foreach ((string key, ReadOnlyMemory<char> value) in CollectionsMarshal.AsSpan(_attributes))
        {
            if (key.Equals(attribute, StringComparison.OrdinalIgnoreCase))
            {
                found = value;
                return true;
            }
        }
        found = default;
        return false;
    }

    private void AppendText(StringBuilder all)
    {
        all.Append(_text);
        for (FeedElement? child = First; child is not null; child = child.Next)
            child.AppendText(all);
    }

    private void AppendContents(StringBuilder markup)
    {
        Markup.AppendEscaped(markup, _text.Span);
        for (FeedElement? child = First; child is not null; child = child.Next)
            child.AppendMarkup(markup);
    }

    private void AppendMarkup(StringBuilder markup)
    {
        if (IsText)
        {
            Markup.AppendEscaped(markup, _text.Span);
            return;
        }
        markup.Append('<').Append(LocalName);
        foreach ((string key, ReadOnlyMemory<char> value) in CollectionsMarshal.AsSpan(_attributes))
        {
            if (key.StartsWith("xml", StringComparison.OrdinalIgnoreCase))
                continue;
            Markup.AppendEscaped(markup.Append(' ').Append(key).Append("=\""), value.Span);
            markup.Append('"');
        }
        markup.Append('>');
        if (First is null && _text.IsEmpty && VoidElements.Contains(LocalName.ToString()))
            return;
        AppendContents(markup);
        markup.Append("</").Append(LocalName).Append('>');
    }
}
