using System.Buffers;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>The characters that a piece of a document stands for: references replaced, line ends as XML 1.0 (2.11) wants them, control characters left out.</summary>
internal sealed class XmlText(ScratchText scratch)
{
    private const string Controls = "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\v\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF";

    private static readonly SearchValues<char> Special = SearchValues.Create(Controls);
    private static readonly SearchValues<char> SpecialOrReference = SearchValues.Create(Controls + "&");

    /// <summary>What is wrong with the pieces read so far, as a plain English clause; null where nothing is.</summary>
    public string? Trouble { get; private set; }

    /// <summary>The characters of a piece: itself where nothing in it stands for something else.</summary>
    /// <param name="written">A piece of the document.</param>
    /// <param name="hasReferences">False in CDATA, where an ampersand is one.</param>
    public ReadOnlyMemory<char> Read(ReadOnlyMemory<char> written, bool hasReferences)
    {
        ReadOnlySpan<char> rest = written.Span;
        SearchValues<char> special = hasReferences ? SpecialOrReference : Special;
        int next = rest.IndexOfAny(special);
        if (next < 0)
            return written;
        // Nothing that is replaced is shorter than what it stands for.
        Memory<char> target = scratch.Take(written.Length);
        Span<char> free = target.Span;
        for (; next >= 0; next = rest.IndexOfAny(special))
        {
            rest[..next].CopyTo(free);
            free = free[next..];
            rest = rest[next..];
            rest = rest[One(rest, ref free)..];
        }
        rest.CopyTo(free);
        int length = target.Length - free.Length + rest.Length;
        scratch.Keep(length);
        return target[..length];
    }

    /// <summary>Writes what the special character at the start of the text stands for; how many characters that took.</summary>
    private int One(ReadOnlySpan<char> rest, ref Span<char> free)
    {
        if (rest[0] == '\r')
        {
            free[0] = '\n';
            free = free[1..];
            return rest.Length > 1 && rest[1] == '\n' ? 2 : 1;
        }
        if (rest[0] != '&')
        {
            Trouble ??= "a control character";
            return 1;
        }
        string characters = CharacterReferences.Read(rest, out int length) ?? "&";
        if (Trouble is null && !IsOfXml(rest[..length]))
            Trouble = "an ampersand that begins no reference of XML";
        // Characters that XML forbids are no text by reference either (XML 1.0, 4.1, « Legal Character »).
        if (characters is [< ' ' and not ('\t' or '\n' or '\r')] || (characters is ['\uFFFD' or '\uFFFE' or '\uFFFF'] && !rest[..length].Contains("FFFD", StringComparison.OrdinalIgnoreCase)))
            return length;
        characters.CopyTo(free);
        free = free[characters.Length..];
        return length;
    }

    private static bool IsOfXml(ReadOnlySpan<char> reference) =>
        reference is ['&', '#', .., ';'] || reference is "&amp;" or "&lt;" or "&gt;" or "&quot;" or "&apos;";
}
