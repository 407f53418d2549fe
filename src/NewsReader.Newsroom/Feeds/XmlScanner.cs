using System.Collections.Frozen;

namespace NewsReader.Newsroom.Feeds;

/// <summary>
/// A forward-only reader of XML as feeds have it, linear in the length, which takes nothing of a DTD. What a document says
/// beside the rules in its texts and tags is read as its author meant it: bare ampersands and lone « &lt; » are text, HTML's
/// entities are known, control characters go. Where its structure is broken it has to be lenient from the start: then an end
/// tag closes what was left open within it, and an element of an entry closes the one before that was never closed.
/// </summary>
internal sealed class XmlScanner(ReadOnlyMemory<char> text, FeedTree tree, bool isLenient)
{
    /// <summary>Elements of an entry that hold text: another element of the entry inside one means that it was not closed.</summary>
    private static readonly FrozenSet<string> Leaves = FrozenSet.ToFrozenSet(
        ["title", "link", "guid", "id", "pubdate", "published", "updated", "description", "summary", "category", "comments", "dc:creator", "dc:date", "dc:subject", "content:encoded"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> EntryParts = FrozenSet.ToFrozenSet(
        ["title", "link", "guid", "pubdate", "published", "updated", "description", "category", "enclosure", "comments", "item", "entry", "dc:creator", "dc:date", "dc:subject", "content:encoded", "media:content", "media:thumbnail"], StringComparer.Ordinal);

    /// <summary>HTML's elements without end tag that no feed vocabulary uses for its own (« link » and « source » are elements of feeds).</summary>
    private static readonly FrozenSet<string> EmptyInHtml = FrozenSet.ToFrozenSet(["area", "br", "hr", "img", "input", "wbr"], StringComparer.Ordinal);

    /// <summary>Real feeds stay under 30, XHTML contents included; libxml2 reads 256 at most. What is nested deeper is no feed, and costs whoever walks it.</summary>
    private const int DeepestElement = 1000;

    /// <summary>In characters: a name that a note quotes may have millions.</summary>
    private const int LongestNote = 200;

    private readonly XmlNames _names = new();
    private readonly List<TagAttribute> _attributes = [];
    private readonly XmlText _texts = new(tree.Scratch);
    private int _at;
    private int _unclosedCDataFrom = int.MaxValue;
    private bool _hasOpenSubset;
    private bool _isBroken;

    /// <summary>The first thing that is not as XML wants it, with its line; null where all is.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Reads to the end of the root; false where the structure is broken and the document has to be read leniently, or lies too deep to be read at all.</summary>
    public bool Read()
    {
        ReadOnlySpan<char> span = text.Span;
        while (_at < span.Length && !tree.IsClosed && !tree.IsFull && !_isBroken)
        {
            int length = span[_at..].IndexOf('<');
            if (length != 0)
                Text(length < 0 ? span.Length : _at + length);
            if (length >= 0)
                Markup(span[_at..]);
        }
        if (!tree.IsClosed && !tree.IsFull)
            Break("the document ends before its root does");
        if (_isBroken)
            return false;
        if (tree.IsClosed && HasMore(span[_at..]))
            Note("something after the end of the feed");
        tree.Finish();
        return true;
    }

    private void Markup(ReadOnlySpan<char> rest)
    {
        char next = rest.Length > 1 ? rest[1] : '\0';
        if (next == '/')
            EndTag(rest);
        else if (IsNameStart(next))
            StartTag(rest);
        else if (next == '!')
            Declaration(rest);
        else if (next == '?')
            _at = After(rest, "?>");
        else
        {
            Note("a lone « < »");
            tree.Text(text.Slice(_at++, 1));
        }
    }

    private void Declaration(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("<![CDATA["))
            CData(rest);
        else
            _at = rest.StartsWith("<!--") ? After(rest, "-->") : AfterDoctype(rest);
    }

    private void Text(int end)
    {
        tree.Text(Characters(text[_at..end], hasReferences: true));
        _at = end;
    }

    private ReadOnlyMemory<char> Characters(ReadOnlyMemory<char> written, bool hasReferences)
    {
        ReadOnlyMemory<char> characters = _texts.Read(written, hasReferences);
        if (Trouble is null && _texts.Trouble is { } trouble)
            Note(trouble);
        return characters;
    }

    /// <summary>CDATA that never ends ends with its element.</summary>
    private void CData(ReadOnlySpan<char> rest)
    {
        int start = _at + "<![CDATA[".Length;
        int length = start >= _unclosedCDataFrom ? -1 : rest["<![CDATA[".Length..].IndexOf("]]>");
        if (length < 0)
        {
            Break("CDATA that never ends");
            _unclosedCDataFrom = Math.Min(_unclosedCDataFrom, start);
            _at = start;
            return;
        }
        tree.Text(Characters(text.Slice(start, length), hasReferences: false));
        _at = start + length + "]]>".Length;
    }

    private int After(ReadOnlySpan<char> rest, string mark)
    {
        int end = rest.IndexOf(mark);
        return end < 0 ? text.Length : _at + end + mark.Length;
    }

    /// <summary>A DOCTYPE ends after its internal subset, if it has one; a subset that never ends is passed over once.</summary>
    private int AfterDoctype(ReadOnlySpan<char> rest)
    {
        int end = rest.IndexOf('>');
        if (end < 0)
            return text.Length;
        if (!_hasOpenSubset && rest[..end].Contains('['))
        {
            int close = rest.IndexOf("]>");
            _hasOpenSubset = close < 0;
            end = close < 0 ? end : close + 1;
        }
        return _at + end + 1;
    }

    private void EndTag(ReadOnlySpan<char> rest)
    {
        int end = rest.IndexOf('>');
        string name = _names.Element((end < 0 ? rest[2..] : rest[2..end]).Trim());
        if (!name.Equals(tree.Current, StringComparison.Ordinal))
        {
            Break($"an end tag « {name} » where « {tree.Current} » is open");
            if (_isBroken)
                return;
        }
        _at = end < 0 ? text.Length : _at + end + 1;
        tree.EndNamed(name);
        _names.CloseTo(tree.Depth);
    }

    private void StartTag(ReadOnlySpan<char> rest)
    {
        int length = 1;
        while (length < rest.Length && IsNamePart(rest[length]))
            length++;
        ReadOnlySpan<char> span = text.Span;
        var tag = new TagReader(span, _at + length);
        _attributes.Clear();
        while (tag.Next(out TagAttribute attribute))
        {
            if (IsDeclaration(attribute.Name(span)))
                _names.Declare(attribute.Name(span), attribute.Value(span), tree.Depth + 1);
            else
                _attributes.Add(attribute);
        }
        if (tag.IsCut)
        {
            _at = text.Length;
            return;
        }
        string name = _names.Element(rest[1..length]);
        CloseWhatWasLeftOpen(name);
        if (tree.Depth >= DeepestElement)
        {
            (Trouble, _isBroken) = (null, true);
            Note($"elements nested more than {DeepestElement} deep");
            return;
        }
        if (!tag.IsWellFormed)
            Note($"a tag « {name} » that is not well-formed");
        _at = tag.At;
        Start(name, tag.IsEmptyElement || (isLenient && EmptyInHtml.Contains(name)));
    }

    private void Start(string name, bool isEmpty)
    {
        tree.Start(name);
        foreach (TagAttribute attribute in _attributes)
            tree.Attribute(_names.Attribute(attribute.Name(text.Span)), Characters(text.Slice(attribute.ValueAt, attribute.ValueLength), hasReferences: true));
        if (isEmpty)
        {
            tree.End();
            _names.CloseTo(tree.Depth);
        }
    }

    private void CloseWhatWasLeftOpen(string name)
    {
        if (name is "item" or "entry" && tree.Has(name))
        {
            Break("an entry within an entry");
            if (isLenient)
                tree.EndNamed(name);
        }
        else if (isLenient && IsSibling(name))
            tree.End();
    }

    /// <summary>Whether the innermost open element was left open before this one.</summary>
    private bool IsSibling(string name) => name switch
    {
        "p" or "li" => name.Equals(tree.Current, StringComparison.Ordinal),
        "outline" => tree.IsInListedFeed,
        _ => Leaves.Contains(tree.Current) && EntryParts.Contains(name),
    };

    /// <summary>Notes what breaks the structure, where it was not expected to be broken.</summary>
    private void Break(string trouble)
    {
        Note(trouble);
        _isBroken |= !isLenient;
    }

    private void Note(string trouble) =>
        Trouble ??= $"line {text.Span[.._at].Count('\n') + 1}: {(trouble.Length <= LongestNote ? trouble : string.Concat(trouble.AsSpan(0, LongestNote), "…"))}";

    /// <summary>Whether anything but comments, instructions and white space follows.</summary>
    private static bool HasMore(ReadOnlySpan<char> rest)
    {
        while (true)
        {
            rest = rest.TrimStart();
            string? mark = rest.StartsWith("<!--") ? "-->" : rest.StartsWith("<?") ? "?>" : null;
            int end = mark is null ? -1 : rest.IndexOf(mark);
            if (end < 0)
                return !rest.Trim('\0').IsEmpty;
            rest = rest[(end + mark!.Length)..];
        }
    }

    private static bool IsDeclaration(ReadOnlySpan<char> attribute) => attribute.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase);

    private static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or ':';
}
