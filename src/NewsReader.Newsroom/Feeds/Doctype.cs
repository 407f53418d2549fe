using System.Text.RegularExpressions;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>
/// The document type declaration before a feed's root. Nothing is taken of it, neither the DTD of RSS 0.91 nor the lists of HTML's entities that some programs name there. But
/// entities that name another file, or that are made of each other, are written to make a reader open the one or swell with the other (OWASP, « XML External Entity
/// Prevention »; CVE-2003-1564).
/// </summary>
internal static partial class Doctype
{
    /// <summary>So much is looked at, in characters: what lies beyond is passed over like the rest.</summary>
    private const int LongestProlog = 100_000;

    /// <summary>Whether what stands before the root declares an entity that is meant to do harm.</summary>
    public static bool IsTrap(ReadOnlySpan<char> prolog)
    {
        prolog = prolog[..Math.Min(prolog.Length, LongestProlog)];
        if (External().IsMatch(prolog))
            return true;
        foreach (ValueMatch entity in Internal().EnumerateMatches(prolog))
        {
            if (RefersToAnother(prolog.Slice(entity.Index, entity.Length)))
                return true;
        }
        return false;
    }

    /// <summary>Whether a declaration's value refers to an entity that HTML does not know.</summary>
    private static bool RefersToAnother(ReadOnlySpan<char> declaration)
    {
        foreach (ValueMatch reference in Reference().EnumerateMatches(declaration))
        {
            if (CharacterReferences.Read(declaration[reference.Index..], out _) is null)
                return true;
        }
        return false;
    }

    // XML 1.0, 4.2.2; « -//W3C//ENTITIES Latin 1 for XHTML//EN » and its like are the lists of HTML's entities.
    [GeneratedRegex("""<!ENTITY\s+(%\s+)?[^\s"'<>]+\s+(SYSTEM\s|PUBLIC\s+["'](?!-//W3\w//ENTITIES\b))""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex External();

    // XML 1.0, 4.2.1
    [GeneratedRegex("""<!ENTITY\s+(%\s+)?[^\s"'<>]+\s+("[^"]*"|'[^']*')""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Internal();

    [GeneratedRegex("&[a-zA-Z_:]", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Reference();
}
