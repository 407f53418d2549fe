using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>
/// Takes the events of a document (start, text, end) and keeps the elements open that these events leave open. An entry is
/// handed over once it is complete and then forgotten, so that no tree of the document is ever built: what remains is
/// what the feed says of itself. The number of elements is bounded: what lies beyond is left out.
/// </summary>
/// <param name="baseAddress">The address that the document's relative links start from.</param>
/// <param name="entryName">The name of the elements that are entries; null where there are none.</param>
/// <param name="readEntry">Reads a complete entry, which is no more after that.</param>
internal sealed class FeedTree(string? baseAddress, string? entryName, Action<FeedElement> readEntry) : IDisposable
{
    /// <summary>In one entry, and outside of entries; bounds the memory that « &lt;a/&gt;&lt;a/&gt;… » takes.</summary>
    private const int MostElements = 300_000;

    private readonly List<FeedElement> _open = [];
    private readonly List<ReadOnlyMemory<char>> _text = [];
    private FeedElement? _entry;
    private int _entryAt;
    private FeedElement? _unused;
    private int _count;
    private int _outside;
    private int _entries;

    /// <summary>Where texts that are not as written are put.</summary>
    public ScratchText Scratch { get; } = new();

    /// <summary>The document's first element, without its entries.</summary>
    public FeedElement? Root { get; private set; }

    /// <summary>True once the root is closed: what follows is no part of the feed.</summary>
    public bool IsClosed => Root is not null && _open.Count == 0;

    /// <summary>What was left out, as a plain English clause; null where nothing was.</summary>
    public string? LeftOut => IsFull ? "the document holds too much; its end was left out" : null;

    /// <summary>True once the document held more than is read.</summary>
    public bool IsFull => _count >= MostElements || _entries >= FeedReader.MostEntries;

    /// <summary>How many elements are open.</summary>
    public int Depth => _open.Count;

    /// <summary>The name of the innermost open element, empty where none is open.</summary>
    public string Current => _open.Count == 0 ? "" : _open[^1].Name;

    /// <summary>Whether the innermost open element is the feed of a list, which holds no other.</summary>
    public bool IsInListedFeed => Current is "outline" && _open[^1].Attribute("xmlurl") is not null;

    public bool Has(string name) => LastOpen(name) >= 0;

    public void Start(string name)
    {
        FlushText();
        _count++;
        FeedElement element = New(name, default, _open.Count == 0 ? baseAddress : _open[^1].Base);
        Root ??= element;
        if (_entry is null && name.Equals(entryName, StringComparison.Ordinal))
        {
            (_entry, _entryAt) = (element, _open.Count);
            (_outside, _count) = (_count, 0);
            Scratch.IsOfEntry = true;
        }
        else if (_open.Count > 0)
            Put(_open[^1], element);
        _open.Add(element);
    }

    /// <summary>An attribute of the element that was just started.</summary>
    public void Attribute(string name, ReadOnlyMemory<char> value)
    {
        _open[^1].AddAttribute(name, value);
        if (name is "xml:base")
            _open[^1].Base = WebAddress.Resolve(_open[^1].Base, value.ToString()) ?? _open[^1].Base;
    }

    /// <summary>Text of the innermost element; pieces that follow each other become one.</summary>
    public void Text(ReadOnlyMemory<char> text)
    {
        if (_open.Count > 0 && !text.IsEmpty)
            _text.Add(text);
    }

    /// <summary>Closes the innermost element.</summary>
    public void End()
    {
        FlushText();
        if (_open.Count > 0)
            CloseTo(_open.Count - 1);
    }

    /// <summary>Closes the innermost element of this name with all that is open within it; does nothing where there is none.</summary>
    public void EndNamed(string name)
    {
        FlushText();
        int at = LastOpen(name);
        if (at >= 0)
            CloseTo(at);
    }

    /// <summary>The document is over: what is still open was cut off.</summary>
    public void Finish()
    {
        FlushText();
        foreach (FeedElement element in _open)
            element.IsComplete = false;
        _open.Clear();
    }

    public void Dispose() => Scratch.Dispose();

    private int LastOpen(string name)
    {
        int at = _open.Count - 1;
        while (at >= 0 && !_open[at].Name.Equals(name, StringComparison.Ordinal))
            at--;
        return at;
    }

    private void CloseTo(int depth)
    {
        _open.RemoveRange(depth, _open.Count - depth);
        if (_entry is null || _entryAt < depth)
            return;
        readEntry(_entry);
        _entries++;
        Forget(_entry);
        _entry = null;
        _count = _outside;
        Scratch.Clear();
        Scratch.IsOfEntry = false;
    }

    private FeedElement New(string name, ReadOnlyMemory<char> text, string? baseOfElement)
    {
        FeedElement element = _unused ?? new FeedElement();
        _unused = element.Next;
        element.Become(name, text, baseOfElement);
        return element;
    }

    private void Forget(FeedElement element)
    {
        for (FeedElement? child = element.First; child is not null;)
        {
            FeedElement? next = child.Next;
            Forget(child);
            child = next;
        }
        element.Next = _unused;
        _unused = element;
    }

    private void FlushText()
    {
        if (_text.Count == 0)
            return;
        ReadOnlyMemory<char> text = _text.Count == 1 ? _text[0] : Joined();
        _text.Clear();
        FeedElement parent = _open[^1];
        // Between the parts of a feed or an entry, white space only indents.
        if (IsOfParts(parent.Name) && text.Span.IsWhiteSpace())
            return;
        if (Mojibake.IsSuspect(text.Span))
            text = Repaired(text);
        if (parent.First is null && !parent.IsLeaf)
            parent.KeepText(text);
        else
            Put(parent, New("", text, null));
    }

    /// <summary>Adds to an element; what was a leaf so far now has parts, and its text is the first of them.</summary>
    private void Put(FeedElement parent, FeedElement child)
    {
        if (parent.IsLeaf)
            parent.Add(New("", parent.TakeText(), null));
        parent.Add(child);
    }

    private ReadOnlyMemory<char> Repaired(ReadOnlyMemory<char> text)
    {
        Memory<char> repaired = Scratch.Take(text.Length);
        text.CopyTo(repaired);
        int length = Mojibake.RepairInPlace(repaired.Span);
        Scratch.Keep(length);
        return repaired[..length];
    }

    private ReadOnlyMemory<char> Joined()
    {
        Memory<char> joined = Scratch.Take(_text.Sum(piece => piece.Length));
        int length = 0;
        foreach (ReadOnlyMemory<char> piece in _text)
        {
            piece.CopyTo(joined[length..]);
            length += piece.Length;
        }
        Scratch.Keep(length);
        return joined;
    }

    private static bool IsOfParts(string name) => name is "item" or "entry" or "channel" or "feed" or "rss" or "rdf" or "url" or "urlset" or "opml" or "outline";
}
