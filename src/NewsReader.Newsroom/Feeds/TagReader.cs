using System.Buffers;
using System.Runtime.InteropServices;

namespace NewsReader.Newsroom.Feeds;

/// <summary>Where an attribute's name and value stand in a text, quotes left out.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TagAttribute(int NameAt, int NameLength, int ValueAt, int ValueLength)
{
    /// <summary>The name, as written.</summary>
    public ReadOnlySpan<char> Name(ReadOnlySpan<char> text) => text.Slice(NameAt, NameLength);

    /// <summary>The value, as written.</summary>
    public ReadOnlySpan<char> Value(ReadOnlySpan<char> text) => text.Slice(ValueAt, ValueLength);
}

/// <summary>Walks the attributes of a start tag as people write them: quoted or not, with values or without, with « &lt; » inside.</summary>
/// <param name="text">What the tag stands in.</param>
/// <param name="start">Where the tag's name ends.</param>
internal ref struct TagReader(ReadOnlySpan<char> text, int start)
{
    private static readonly SearchValues<char> EndOfName = SearchValues.Create(" \t\r\n=/>");
    private static readonly SearchValues<char> EndOfValue = SearchValues.Create(" \t\r\n>");

    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Where the walk is; after the last attribute, where the text goes on after the tag.</summary>
    public int At { get; private set; } = start;

    /// <summary>Whether the tag closes itself.</summary>
    public bool IsEmptyElement { get; private set; }

    /// <summary>Whether every attribute is quoted and the tag ends as XML wants it.</summary>
    public bool IsWellFormed { get; private set; } = true;

    /// <summary>Whether the text ends before the tag does.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Walks to the next attribute; false at the end of the tag.</summary>
    public bool Next(out TagAttribute attribute)
    {
        attribute = default;
        for (; At < _text.Length; At++)
        {
            char c = _text[At];
            if (c is '>')
            {
                At++;
                return false;
            }
            if (c is '<')
            {
                IsWellFormed = false;
                return false;
            }
            IsEmptyElement = c is '/' && At + 1 < _text.Length && _text[At + 1] == '>';
            if (c is '/' || char.IsWhiteSpace(c))
                continue;
            attribute = Attribute();
            return true;
        }
        IsCut = true;
        return false;
    }

    private TagAttribute Attribute()
    {
        int name = At;
        PassUntil(EndOfName, At + 1);
        int length = At - name;
        PassSpace();
        if (At >= _text.Length || _text[At] != '=')
        {
            IsWellFormed = false;
            return new TagAttribute(name, length, At, 0);
        }
        At++;
        PassSpace();
        bool isQuoted = At < _text.Length && _text[At] is '"' or '\'';
        IsWellFormed &= isQuoted;
        int value = isQuoted ? At + 1 : At;
        if (!isQuoted)
            PassUntil(EndOfValue, At);
        else
            At = _text[value..].IndexOf(_text[At]) is >= 0 and var close ? value + close : _text.Length;
        var attribute = new TagAttribute(name, length, value, At - value);
        if (isQuoted && At < _text.Length)
            At++;
        return attribute;
    }

    private void PassUntil(SearchValues<char> ends, int from)
    {
        int step = from < _text.Length ? _text[from..].IndexOfAny(ends) : -1;
        At = step < 0 ? _text.Length : from + step;
    }

    private void PassSpace()
    {
        while (At < _text.Length && char.IsWhiteSpace(_text[At]))
            At++;
    }
}
