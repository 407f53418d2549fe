using System.Net;
using System.Net.Sockets;

namespace NewsReader.Web.Fetching;

/// <summary>
/// What belongs to the public internet, as a pure table: no name is resolved and nothing is dialled here.
/// The connect step judges again what a name resolved to (<see cref="PublicOnlyConnections"/>).
/// </summary>
public static class PublicAddress
{
    private const int LongestAddress = 4096;

    /// <summary>
    /// Whether an IP address is a public unicast one. IPv6 forms that embed an IPv4 address and are in use (mapped, RFC 4291;
    /// NAT64, RFC 6052) are judged on what they embed; the others (6to4, Teredo, ISATAP, compatible) are refused.
    /// </summary>
    public static bool IsPublic(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !SpecialBlocks.IPv4.Any(block => block.Contains(address));
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.ScopeId != 0)
            return false;

        var bytes = address.GetAddressBytes();
        if (SpecialBlocks.Nat64.Contains(address))
            return IsPublic(new IPAddress(bytes.AsSpan(12)));
        return SpecialBlocks.GlobalUnicast.Contains(address)
            && !SpecialBlocks.IPv6.Any(block => block.Contains(address))
            && !IsIsatap(bytes);
    }

    /// <summary>Whether an address, as it is written, may be visited: scheme, user name, port and host.</summary>
    public static AddressVerdict Judge(string url)
    {
        var shape = JudgeShape(url, out var address);
        return shape.Allowed ? JudgeHost(address!) : shape;
    }

    /// <summary>The faults that no setting excuses: no absolute http(s) address, or one with a user name.</summary>
    internal static AddressVerdict JudgeShape(string? url, out Uri? address)
    {
        address = null;
        if (string.IsNullOrWhiteSpace(url) || url.Length > LongestAddress || !Uri.TryCreate(url, UriKind.Absolute, out var uri))
            return AddressVerdict.No("this is not an absolute address");
        if (uri.Scheme is not ("http" or "https"))
            return AddressVerdict.No($"the scheme {uri.Scheme} is neither http nor https");
        if (uri.UserInfo.Length > 0)
            return AddressVerdict.No("the address carries a user name");
        if (HostOf(uri).Length == 0)
            return AddressVerdict.No("the address has no readable host");
        address = uri;
        return AddressVerdict.Yes;
    }

    /// <summary>The faults of host and port, which a network opened by the administrator excuses.</summary>
    internal static AddressVerdict JudgeHost(Uri address)
    {
        var host = HostOf(address);
        return IPAddress.TryParse(host.TrimEnd('.'), out _) && !IsWrittenPlainly(address)
            ? AddressVerdict.No("the host is an unusual spelling of an IP address")
            : JudgeHost(host, address.Port);
    }

    /// <summary>The same for what a connection is asked for.</summary>
    internal static AddressVerdict JudgeHost(string host, int port)
    {
        if (!SpecialPorts.Allow(port))
            return AddressVerdict.No($"port {port} is not one of the web's");
        if (!IPAddress.TryParse(host, out var literal))
            return SpecialNames.Judge(host);
        return IsPublic(literal) ? AddressVerdict.Yes : AddressVerdict.No($"{literal} is not a public address");
    }

    /// <summary>The host as it is dialled (ASCII, lower case); empty where international characters do not make a name.</summary>
    internal static string HostOf(Uri address)
    {
        try
        {
            return address.IdnHost;
        }
        catch (UriFormatException)
        {
            return "";
        }
    }

    // System.Uri reads octal, hexadecimal, short and full-width spellings of IPv4 as the address that they stand for:
    // who writes so hides something. Brackets tell an IPv6 address.
    private static bool IsWrittenPlainly(Uri address) => address.HostNameType switch
    {
        UriHostNameType.IPv6 => true,
        UriHostNameType.IPv4 => address.OriginalString.AsSpan().Trim()
            .StartsWith($"{address.Scheme}://{address.Host}", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    // The interface identifier of a tunnel inside one site (RFC 5214): 00-00-5E-FE or 02-00-5E-FE, then an IPv4 address.
    private static bool IsIsatap(byte[] bytes) => (bytes[8] & ~2) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == 0xfe;
}
