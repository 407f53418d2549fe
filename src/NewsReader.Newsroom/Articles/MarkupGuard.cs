using System.Buffers;
using System.Collections.Frozen;

namespace NewsReader.Newsroom.Articles;

/// <summary>
/// Makes any markup cheap to parse before a tree is built. Tree builders are superlinear in nesting depth, so deeper tags
/// than any article has are left out and their text kept; scripts, styles and comments, which no reader looks at, go too.
/// </summary>
internal sealed class MarkupGuard
{
    /// <summary>Characters that are looked at; the largest real pages have about 2 million.</summary>
    public const int LongestPage = 3_000_000;

    /// <summary>Real pages nest up to about 60 elements.</summary>
    private const int Deepest = 200;

    /// <summary>Real pages have up to about 15,000 tags.</summary>
    private const int MostTags = 30_000;

    /// <summary>Attributes of one tag; each is compared with all before it.</summary>
    private const int MostAttributes = 100;

    private const int LongestName = 40;

    /// <summary>Formatting that is open at once: each is opened again in every paragraph that follows (HTML standard, « reconstruct the active formatting elements »).</summary>
    private const int MostFormatting = 20;

    /// <summary>Pieces of text in a table but in no cell.</summary>
    private const int MostFostered = 1000;

    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    };

    /// <summary>Elements that a sibling closes, so that leaving their end tags out is no nesting.</summary>
    private static readonly HashSet<string> SelfClosing = new(StringComparer.OrdinalIgnoreCase) { "p", "li", "dt", "dd", "option", "tr", "td", "th" };

    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase) { "style", "svg", "template", "xmp", "plaintext", "listing" };

    private static readonly HashSet<string> Formatting = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    };

    private static readonly HashSet<string> Cells = new(StringComparer.OrdinalIgnoreCase) { "td", "th", "caption" };

    private static readonly HashSet<string> TableParts = new(StringComparer.OrdinalIgnoreCase) { "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup" };

    /// <summary>The names of most tags, so that each need not be made anew.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KnownNames = FrozenSet.ToFrozenSet(
    [
        "html", "head", "body", "div", "span", "p", "a", "img", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "script", "style", "link", "meta", "title", "svg",
        "path", "g", "use", "button", "input", "form", "label", "figure", "figcaption", "picture", "source", "section", "article", "aside", "header", "footer", "nav", "main",
        "strong", "b", "em", "i", "u", "br", "hr", "table", "thead", "tbody", "tr", "td", "th", "time", "iframe", "noscript", "blockquote", "small", "sup", "sub", "option",
        "select", "textarea", "video", "audio", "template", "font", "center", "dl", "dt", "dd", "address", "cite", "abbr", "code", "pre",
    ], StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly string _html;
    private char[] _kept;
    private int _length;
    private readonly List<(string Name, bool Dropped)> _open = [];
    private readonly Dictionary<string, int> _openNames = new(StringComparer.OrdinalIgnoreCase);
    private int _tags;
    private int _formatting;
    private int _fostered;
    private bool _isBetweenCells;
    private bool _noMoreCommentEnds;

    private MarkupGuard(string html)
    {
        _html = html.Length > LongestPage ? html[..LongestPage] : html;
        _kept = ArrayPool<char>.Shared.Rent(_html.Length + 256);
    }

    /// <summary>The markup without what would make it slow, in linear time; text and tags of a sane page come out in their order.</summary>
    public static TamedMarkup Tame(string html) => new MarkupGuard(html).Tamed(html.Length);

    private TamedMarkup Tamed(int published)
    {
        var at = 0;
        while (at < _html.Length)
        {
            var less = _html.IndexOf('<', at);
            if (less < 0 || less + 1 >= _html.Length) break;
            Text(_html.AsSpan(at, less - at));
            at = Tag(less);
        }
        Keep(_html.AsSpan(at));
        var tamed = new string(_kept, 0, _length);
        ArrayPool<char>.Shared.Return(_kept);
        return new TamedMarkup(tamed, published > LongestPage || _tags > MostTags || _fostered > MostFostered);
    }

    private void Keep(ReadOnlySpan<char> text)
    {
        if (_length + text.Length > _kept.Length)
        {
            var larger = ArrayPool<char>.Shared.Rent(Math.Max(_kept.Length * 2, _length + text.Length));
            _kept.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<char>.Shared.Return(_kept);
            _kept = larger;
        }
        text.CopyTo(_kept.AsSpan(_length));
        _length += text.Length;
    }

    private void KeepTag(string start, string name)
    {
        Keep(start);
        Keep(name);
        Keep(">");
    }

    /// <summary>
    /// Text that stands in a table but in no cell is moved before the table, one piece after the other (HTML standard, « foster parenting »):
    /// where a page has more of it than any real one, its tables end here.
    /// </summary>
    private void Text(ReadOnlySpan<char> text)
    {
        if (_isBetweenCells && _fostered <= MostFostered && !text.IsWhiteSpace() && ++_fostered > MostFostered)
        {
            for (var tables = _openNames.GetValueOrDefault("table"); tables > 0; tables--) KeepTag("</", "table");
        }
        Keep(text);
    }

    /// <summary>Follows where text would be fostered; after too much of it no table's tag is kept.</summary>
    private bool IsStrayTable(string name, bool isEnd)
    {
        if (!TableParts.Contains(name)) return false;
        _isBetweenCells = Cells.Contains(name) == isEnd && !(isEnd && name.Equals("table", StringComparison.OrdinalIgnoreCase));
        return _fostered > MostFostered;
    }

    private int Tag(int less)
    {
        var next = _html[less + 1];
        if (next is '!' or '?') return Declaration(less);
        var isEnd = next == '/';
        var name = Name(isEnd ? less + 2 : less + 1);
        if (name.Length == 0)
        {
            Keep("&lt;");
            return less + 1;
        }
        var (end, attributes) = TagEnd(less + 1);
        if (IsStrayTable(name, isEnd)) return end;
        if (isEnd)
        {
            if (!Void.Contains(name) && !Closes(name)) return end;
            if (_tags++ < MostTags) KeepTag("</", name);
            return end;
        }
        if (Unread.Contains(name) || name.Equals("script", StringComparison.OrdinalIgnoreCase) && !IsData(_html.AsSpan(less, end - less)))
            return _html[end - 2] == '/' && name.Equals("svg", StringComparison.OrdinalIgnoreCase) ? end : After(end, name);
        if (name.Equals("script", StringComparison.OrdinalIgnoreCase))
        {
            var after = After(end, name);
            Keep(_html.AsSpan(less, after - less));
            return after;
        }
        if (!Opens(name, ++_tags)) return end;
        if (attributes > MostAttributes) KeepTag("<", name);
        else Keep(_html.AsSpan(less, end - less));
        return end;
    }

    private bool Opens(string name, int count)
    {
        if (Void.Contains(name) || SelfClosing.Contains(name)) return count < MostTags;
        var isFormatting = Formatting.Contains(name);
        var dropped = _open.Count >= Deepest || count >= MostTags || isFormatting && _formatting >= MostFormatting;
        if (isFormatting && !dropped) _formatting++;
        if (_open.Count < Deepest * 4)
        {
            _open.Add((name, dropped));
            _openNames[name] = _openNames.GetValueOrDefault(name) + 1;
        }
        return !dropped;
    }

    /// <summary>Whether an end tag closes something that was kept.</summary>
    private bool Closes(string name)
    {
        if (SelfClosing.Contains(name)) return true;
        if (_openNames.GetValueOrDefault(name) == 0) return false;
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (!_open[i].Name.Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            var dropped = _open[i].Dropped;
            for (var j = i; j < _open.Count; j++)
            {
                _openNames[_open[j].Name]--;
                if (!_open[j].Dropped && Formatting.Contains(_open[j].Name)) _formatting--;
            }
            _open.RemoveRange(i, _open.Count - i);
            return !dropped;
        }
        return false;
    }

    private int Declaration(int less)
    {
        if (string.CompareOrdinal(_html, less, "<!--", 0, 4) == 0)
        {
            var close = _noMoreCommentEnds ? -1 : _html.IndexOf("-->", less + 2, StringComparison.Ordinal);
            if (close >= 0) return close + 3;
            _noMoreCommentEnds = true;
            var bare = _html.IndexOf('>', less);
            return bare < 0 ? _html.Length : bare + 1;
        }
        var greater = _html.IndexOf('>', less);
        if (greater < 0) return _html.Length;
        Keep(_html.AsSpan(less, greater + 1 - less));
        return greater + 1;
    }

    private string Name(int at)
    {
        if (at >= _html.Length || !char.IsAsciiLetter(_html[at])) return "";
        var end = at;
        while (end < _html.Length && end - at < LongestName && _html[end] is not (' ' or '\t' or '\n' or '\r' or '\f' or '/' or '>' or '<' or '"' or '\'' or '=')) end++;
        var name = _html.AsSpan(at, end - at);
        return KnownNames.TryGetValue(name, out var known) ? known : name.ToString();
    }

    /// <summary>Where a tag ends (after its « &gt; », quotes respected) and about how many attributes it has.</summary>
    private (int End, int Attributes) TagEnd(int at)
    {
        var attributes = 0;
        for (var quote = '\0'; at < _html.Length; at++)
        {
            var c = _html[at];
            if (quote != '\0')
            {
                if (c == quote) quote = '\0';
            }
            else if (c is '"' or '\'' && _html[at - 1] is '=' or ' ') quote = c;
            else if (c == '>') return (at + 1, attributes);
            else if (c is ' ' or '\n' or '\t' or '/' or '\r' or '\f' or '"' or '\'') attributes++;
        }
        return (_html.Length, attributes);
    }

    private static bool IsData(ReadOnlySpan<char> tag) => tag.Contains("ld+json", StringComparison.OrdinalIgnoreCase);

    private int After(int at, string name)
    {
        while (true)
        {
            var close = _html.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
            if (close < 0) return _html.Length;
            at = close + name.Length + 2;
            if (at >= _html.Length) return _html.Length;
            if (char.IsAsciiLetterOrDigit(_html[at])) continue;
            var greater = _html.IndexOf('>', at);
            return greater < 0 ? _html.Length : greater + 1;
        }
    }
}

/// <summary>Markup that is cheap to parse.</summary>
/// <param name="Html">The markup.</param>
/// <param name="IsCut">Whether the page held more than any real one, so that some of its text or structure was left out.</param>
internal readonly record struct TamedMarkup(string Html, bool IsCut);
