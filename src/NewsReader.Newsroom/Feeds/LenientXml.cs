using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>
/// A forward-only reader for documents that are nearly XML. It gives the events that the author meant: bare ampersands
/// and lone « &lt; » are text, HTML's entities are known, control characters go, an end tag closes what was left open
/// within it, and an element of an entry closes the one before that was never closed. One pass, linear in the length.
/// </summary>
internal sealed class LenientXml(string text, FeedTree tree)
{
    /// <summary>Elements of an entry that hold text: another element of the entry inside one means that it was not closed.</summary>
    private static readonly HashSet<string> Leaves =
        ["title", "link", "guid", "id", "pubdate", "published", "updated", "description", "summary", "category", "comments", "dc:creator", "dc:date", "dc:subject", "content:encoded"];

    private static readonly HashSet<string> EntryParts =
        ["title", "link", "guid", "pubdate", "published", "updated", "description", "category", "enclosure", "comments", "item", "entry", "dc:creator", "dc:date", "dc:subject", "content:encoded", "media:content", "media:thumbnail"];

    /// <summary>HTML's elements without end tag that no feed vocabulary uses for its own (« link » and « source » are elements of feeds).</summary>
    private static readonly HashSet<string> EmptyInHtml = new(StringComparer.OrdinalIgnoreCase) { "area", "br", "hr", "img", "input", "wbr" };

    private readonly Dictionary<string, string> _spaces = new(StringComparer.Ordinal) { ["xml"] = "http://www.w3.org/XML/1998/namespace" };
    private string? _rootSpace;
    private int _at;
    private int _unclosedCDataFrom = int.MaxValue;
    private bool _hasOpenSubset;

    public void Read()
    {
        while (_at < text.Length && !tree.IsClosed && !tree.IsFull)
        {
            int tag = text.IndexOf('<', _at);
            if (tag < 0)
            {
                Text(text[_at..]);
                break;
            }
            Text(text[_at..tag]);
            _at = tag;
            Markup();
        }
        tree.Finish();
    }

    private void Markup()
    {
        ReadOnlySpan<char> rest = text.AsSpan(_at);
        if (rest.StartsWith("<![CDATA["))
            CData();
        else if (rest.StartsWith("<!--"))
            _at = After("-->");
        else if (rest.StartsWith("<?"))
            _at = After("?>");
        else if (rest.StartsWith("<!"))
            _at = AfterDoctype();
        else if (rest.Length > 1 && rest[1] == '/')
            EndTag();
        else if (rest.Length > 1 && IsNameStart(rest[1]))
            StartTag();
        else
        {
            tree.Text("<");
            _at++;
        }
    }

    private void Text(string raw)
    {
        if (raw.Length > 0)
            tree.Text(WithoutControls(CharacterReferences.Decode(raw)));
    }

    /// <summary>CDATA that never ends ends with its element.</summary>
    private void CData()
    {
        int start = _at + "<![CDATA[".Length;
        int end = start >= _unclosedCDataFrom ? -1 : text.IndexOf("]]>", start, StringComparison.Ordinal);
        if (end < 0)
        {
            _unclosedCDataFrom = Math.Min(_unclosedCDataFrom, start);
            _at = start;
            return;
        }
        tree.Text(WithoutControls(text[start..end]));
        _at = end + "]]>".Length;
    }

    private int After(string mark)
    {
        int end = text.IndexOf(mark, _at, StringComparison.Ordinal);
        return end < 0 ? text.Length : end + mark.Length;
    }

    /// <summary>A DOCTYPE ends after its internal subset, if it has one; a subset that never ends is passed over once.</summary>
    private int AfterDoctype()
    {
        int end = text.IndexOf('>', _at);
        if (end < 0)
            return text.Length;
        if (!_hasOpenSubset && text.AsSpan(_at, end - _at).Contains('['))
        {
            int close = text.IndexOf("]>", _at, StringComparison.Ordinal);
            _hasOpenSubset = close < 0;
            end = close < 0 ? end : close + 1;
        }
        return end + 1;
    }

    private void EndTag()
    {
        int end = text.IndexOf('>', _at);
        int stop = end < 0 ? text.Length : end;
        (string prefix, string local) = Split(text[(_at + 2)..stop].Trim());
        _at = Math.Min(stop + 1, text.Length);
        tree.EndNamed(Name(prefix, local));
    }

    private void StartTag()
    {
        int start = _at++;
        while (_at < text.Length && IsNamePart(text[_at]))
            _at++;
        (string prefix, string local) = Split(text[(start + 1).._at]);
        var attributes = new LenientAttributes(text, _at);
        if (!attributes.Read())
        {
            _at = text.Length;
            return;
        }
        _at = attributes.End;
        foreach ((string key, string value) in attributes.Found.Where(pair => pair.Key.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase)))
            _spaces[key.Length > "xmlns:".Length ? key["xmlns:".Length..] : ""] = value;
        _rootSpace ??= _spaces.GetValueOrDefault(prefix, "");
        string name = Name(prefix, local);
        CloseWhatWasLeftOpen(name);
        tree.Start(name, attributes.Found
            .Where(pair => !pair.Key.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase))
            .Select(pair => new KeyValuePair<string, string>(AttributeName(pair.Key), WithoutControls(CharacterReferences.Decode(pair.Value)))));
        if (attributes.IsEmptyElement || EmptyInHtml.Contains(local))
            tree.End();
    }

    private void CloseWhatWasLeftOpen(string name)
    {
        if (name is "item" or "entry" && tree.Has(name))
            tree.EndNamed(name);
        else if (Leaves.Contains(tree.Current) && EntryParts.Contains(name))
            tree.End();
    }

    private string Name(string prefix, string local) => FeedVocabulary.NameOf(prefix, local, _spaces.GetValueOrDefault(prefix), _rootSpace);

    private string AttributeName(string written)
    {
        (string prefix, string local) = Split(written);
        return FeedVocabulary.AttributeName(prefix, local, _spaces.GetValueOrDefault(prefix));
    }

    private static (string Prefix, string Local) Split(string name)
    {
        int colon = name.AsSpan().IndexOf(':');
        return colon < 0 ? ("", name) : (name[..colon], name[(colon + 1)..]);
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or ':';

    private static string WithoutControls(string value) =>
        value.AsSpan().ContainsAnyInRange('\0', '\x1F') ? string.Concat(value.Where(c => c >= ' ' || c is '\t' or '\n' or '\r')) : value;
}
