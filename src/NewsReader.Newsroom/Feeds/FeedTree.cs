using System.Text;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>
/// Takes the events of a document (start, text, end), from the strict reader or the lenient one, and keeps the elements
/// open that these events leave open. Depth and number of elements are bounded: what lies beyond is left out.
/// </summary>
internal sealed class FeedTree(string? baseAddress)
{
    /// <summary>Real feeds stay under 30, XHTML contents included.</summary>
    private const int DeepestElement = 200;

    /// <summary>Some 20 megabytes of ordinary feed; bounds the memory that « &lt;a/&gt;&lt;a/&gt;… » takes.</summary>
    private const int MostElements = 300_000;

    private readonly List<FeedElement> _open = [];
    private readonly StringBuilder _text = new();
    private int _beyond;
    private int _count;

    /// <summary>The document's first element.</summary>
    public FeedElement? Root { get; private set; }

    /// <summary>True once the root is closed: what follows is no part of the feed.</summary>
    public bool IsClosed => Root is not null && _open.Count == 0;

    /// <summary>True once the document held more elements than are read.</summary>
    public bool IsFull => _count >= MostElements;

    /// <summary>The name of the innermost open element, empty where none is open.</summary>
    public string Current => _open.Count == 0 ? "" : _open[^1].Name;

    public bool Has(string name) => _open.Exists(element => element.Name.Equals(name, StringComparison.Ordinal));

    public void Start(string name, IEnumerable<KeyValuePair<string, string>> attributes)
    {
        FlushText();
        if (_open.Count >= DeepestElement || IsFull)
        {
            _beyond++;
            return;
        }
        var kept = attributes.ToList();
        string? own = kept.Find(pair => pair.Key is "xml:base").Value;
        string? outer = _open.Count == 0 ? baseAddress : _open[^1].Base;
        var element = new FeedElement(name, null, own is null ? outer : WebAddress.Resolve(outer, own) ?? outer);
        foreach ((string key, string value) in kept)
            element.AddAttribute(key, value);
        _count++;
        if (_open.Count > 0)
            _open[^1].Add(element);
        Root ??= element;
        _open.Add(element);
    }

    /// <summary>Text of the innermost element; pieces that follow each other become one.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        if (_open.Count > 0)
            _text.Append(text);
    }

    /// <summary>Closes the innermost element.</summary>
    public void End()
    {
        FlushText();
        if (_beyond > 0)
            _beyond--;
        else if (_open.Count > 0)
            _open.RemoveAt(_open.Count - 1);
    }

    /// <summary>Closes the innermost element of this name with all that is open within it; does nothing where there is none.</summary>
    public void EndNamed(string name)
    {
        FlushText();
        if (_beyond > 0)
        {
            _beyond--;
            return;
        }
        int at = _open.FindLastIndex(element => element.Name.Equals(name, StringComparison.Ordinal));
        if (at >= 0)
            _open.RemoveRange(at, _open.Count - at);
    }

    /// <summary>The document is over: what is still open was cut off.</summary>
    public void Finish()
    {
        FlushText();
        foreach (FeedElement element in _open)
            element.IsComplete = false;
        _open.Clear();
    }

    private void FlushText()
    {
        if (_text.Length == 0)
            return;
        _open[^1].Add(new FeedElement("", Mojibake.Repair(_text.ToString()), null));
        _text.Clear();
    }
}
