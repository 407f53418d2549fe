using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace NewsReader.Newsroom.Feeds;

/// <summary>
/// The document type declaration before a feed's root. Nothing is taken of it, RSS 0.91's address of a DTD included; but entities that name a file, or that are made of
/// other entities, are written to make a reader open the one or swell with the other (OWASP, « XML External Entity Prevention »; CVE-2003-1564), and no feed has a use for them.
/// </summary>
internal static partial class Doctype
{
    private static readonly FrozenSet<string> Characters = FrozenSet.ToFrozenSet(["amp", "lt", "gt", "quot", "apos"], StringComparer.Ordinal);

    /// <summary>Whether what stands before the root declares an entity that is meant to do harm.</summary>
    public static bool IsTrap(ReadOnlySpan<char> prolog) => !prolog.IsEmpty && Entities().Matches(prolog.ToString()).Any(IsHarmful);

    private static bool IsHarmful(Match entity) =>
        entity.Groups["external"].Success || References().Matches(entity.Groups["value"].Value).Any(reference => !Characters.Contains(reference.Groups["name"].Value));

    // XML 1.0, 4.2: the declaration of an entity, by the address of a file or by its value.
    [GeneratedRegex("""<!ENTITY\s+(?:%\s+)?[^\s"'<>]+\s+(?:(?<external>SYSTEM|PUBLIC)\s|"(?<value>[^"]*)"|'(?<value>[^']*)')""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Entities();

    [GeneratedRegex("&(?<name>[\\w.:-]+);", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex References();
}
