using System.Buffers;

namespace NewsReader.Newsroom.Feeds;

/// <summary>The attributes of a start tag as people write them: quoted or not, with values or without, with « &lt; » inside.</summary>
internal sealed class LenientAttributes(string text, int start)
{
    private static readonly SearchValues<char> EndOfName = SearchValues.Create(" \t\r\n=/>");
    private static readonly SearchValues<char> EndOfValue = SearchValues.Create(" \t\r\n>");

    private readonly List<KeyValuePair<string, string>> _found = [];
    private int _at = start;

    /// <summary>The attributes, values as written.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Found => _found;

    /// <summary>Where the text goes on after the tag.</summary>
    public int End => _at;

    /// <summary>Whether the tag closes itself.</summary>
    public bool IsEmptyElement { get; private set; }

    /// <summary>Reads to the end of the tag; false where the text ends before.</summary>
    public bool Read()
    {
        while (_at < text.Length)
        {
            char c = text[_at];
            if (c is '>')
            {
                _at++;
                return true;
            }
            if (c is '<')
                return true;
            IsEmptyElement = c is '/' && _at + 1 < text.Length && text[_at + 1] == '>';
            if (c is '/' || char.IsWhiteSpace(c))
                _at++;
            else
                Attribute();
        }
        return false;
    }

    private void Attribute()
    {
        string name = Until(EndOfName, _at + 1);
        SkipSpace();
        if (_at >= text.Length || text[_at] != '=')
        {
            _found.Add(new(name, ""));
            return;
        }
        _at++;
        SkipSpace();
        if (_at < text.Length && text[_at] is '"' or '\'')
            Quoted(name, text[_at]);
        else
            _found.Add(new(name, Until(EndOfValue, _at)));
    }

    private void Quoted(string name, char quote)
    {
        int close = text.IndexOf(quote, ++_at);
        int end = close < 0 ? text.Length : close;
        _found.Add(new(name, text[_at..end]));
        _at = close < 0 ? text.Length : close + 1;
    }

    private string Until(SearchValues<char> ends, int from)
    {
        int begin = _at;
        int step = from < text.Length ? text.AsSpan(from).IndexOfAny(ends) : -1;
        _at = step < 0 ? text.Length : from + step;
        return text[begin.._at];
    }

    private void SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
    }
}
