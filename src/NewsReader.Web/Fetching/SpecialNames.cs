using System.Collections.Frozen;

namespace NewsReader.Web.Fetching;

/// <summary>The host names that lead into a private network, or nowhere.</summary>
internal static class SpecialNames
{
    // The IANA Special-Use Domain Names registry, and the names that private networks use although nobody gave them out
    // (RFC 6762, appendix G; ICANN's board on .internal, and its refusal to delegate .corp, .home and .mail).
    // « example » is left out on purpose: RFC 6761, section 6.5, asks programs not to treat it as special.
    private static readonly FrozenSet<string> TopLevels = new[]
    {
        "alt", "arpa", "invalid", "local", "localhost", "onion", "test",
        "corp", "home", "internal", "intranet", "lan", "localdomain", "mail", "private", "workgroup",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Judges a host name that is no address; one trailing dot is allowed.</summary>
    public static AddressVerdict Judge(string host)
    {
        var name = host.EndsWith('.') ? host[..^1] : host;
        var labels = name.Split('.');
        if (name.Length > 253 || !labels.All(IsLabel))
            return AddressVerdict.No("the host is not a name of the DNS");
        if (labels.Length == 1)
            return AddressVerdict.No("a host name of one word belongs to a private network");
        if (LooksNumeric(labels[^1]))
            return AddressVerdict.No("the host is an unusual spelling of an IPv4 address");
        return TopLevels.Contains(labels[^1])
            ? AddressVerdict.No($"names under .{labels[^1]} do not belong to the public internet")
            : AddressVerdict.Yes;
    }

    private static bool IsLabel(string label) =>
        label.Length is >= 1 and <= 63 && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    // WHATWG URL Standard, « ends in a number »: such a host is an IPv4 address or an error, never a name.
    private static bool LooksNumeric(string label) =>
        label.All(char.IsAsciiDigit) ||
        (label.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && label.AsSpan(2).IndexOfAnyExcept(HexDigits) < 0);

    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");
}
