using System.Buffers;
using System.Runtime.InteropServices;

namespace NewsReader.Newsroom.Feeds;

/// <summary>Where an attribute's name and value stand in a text, quotes left out.</summary>
internal readonly record struct TagAttribute(int NameAt, int NameLength, int ValueAt, int ValueLength);

/// <summary>The attributes of a start tag as people write them: quoted or not, with values or without, with « &lt; » inside.</summary>
internal sealed class TagAttributes(ReadOnlyMemory<char> text)
{
    private static readonly SearchValues<char> EndOfName = SearchValues.Create(" \t\r\n=/>");
    private static readonly SearchValues<char> EndOfValue = SearchValues.Create(" \t\r\n>");

    private readonly List<TagAttribute> _found = [];
    private int _at;

    /// <summary>The attributes of the tag last read.</summary>
    public ReadOnlySpan<TagAttribute> Found => CollectionsMarshal.AsSpan(_found);

    /// <summary>Where the text goes on after the tag.</summary>
    public int End => _at;

    /// <summary>Whether the tag closes itself.</summary>
    public bool IsEmptyElement { get; private set; }

    /// <summary>Whether every attribute is quoted and the tag ends as XML wants it.</summary>
    public bool IsWellFormed { get; private set; }

    /// <summary>Reads from after the tag's name to its end; false where the text ends before.</summary>
    public bool Read(int start)
    {
        _found.Clear();
        (_at, IsEmptyElement, IsWellFormed) = (start, false, true);
        ReadOnlySpan<char> span = text.Span;
        while (_at < span.Length)
        {
            char c = span[_at];
            if (c is '>')
            {
                _at++;
                return true;
            }
            if (c is '<')
            {
                IsWellFormed = false;
                return true;
            }
            IsEmptyElement = c is '/' && _at + 1 < span.Length && span[_at + 1] == '>';
            if (c is '/' || char.IsWhiteSpace(c))
                _at++;
            else
                Attribute(span);
        }
        return false;
    }

    /// <summary>An attribute's name, as written.</summary>
    public ReadOnlySpan<char> Name(TagAttribute attribute) => text.Span.Slice(attribute.NameAt, attribute.NameLength);

    /// <summary>An attribute's value, as written.</summary>
    public ReadOnlyMemory<char> Value(TagAttribute attribute) => text.Slice(attribute.ValueAt, attribute.ValueLength);

    private void Attribute(ReadOnlySpan<char> span)
    {
        int name = _at;
        PassUntil(span, EndOfName, _at + 1);
        int length = _at - name;
        PassSpace(span);
        if (_at >= span.Length || span[_at] != '=')
        {
            IsWellFormed = false;
            _found.Add(new TagAttribute(name, length, _at, 0));
            return;
        }
        _at++;
        PassSpace(span);
        bool isQuoted = _at < span.Length && span[_at] is '"' or '\'';
        IsWellFormed &= isQuoted;
        char quote = isQuoted ? span[_at++] : '\0';
        int value = _at;
        if (!isQuoted)
            PassUntil(span, EndOfValue, _at);
        else
            _at = span[value..].IndexOf(quote) is >= 0 and var close ? value + close : span.Length;
        _found.Add(new TagAttribute(name, length, value, _at - value));
        if (isQuoted && _at < span.Length)
            _at++;
    }

    private void PassUntil(ReadOnlySpan<char> span, SearchValues<char> ends, int from)
    {
        int step = from < span.Length ? span[from..].IndexOfAny(ends) : -1;
        _at = step < 0 ? span.Length : from + step;
    }

    private void PassSpace(ReadOnlySpan<char> span)
    {
        while (_at < span.Length && char.IsWhiteSpace(span[_at]))
            _at++;
    }
}
