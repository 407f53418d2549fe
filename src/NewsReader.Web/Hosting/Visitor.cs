using System.Net;
using System.Net.Sockets;

namespace NewsReader.Web.Hosting;

/// <summary>Whom a limit counts as one: an IPv4 address, or the /64 that an IPv6 household has to itself.</summary>
internal static class Visitor
{
    private const int HouseholdBytes = 8;

    /// <summary>The visitor's address, as the connection says it or, where the connection is a proxy's on this machine, the proxy.</summary>
    public static string Of(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new IPAddress([.. address.GetAddressBytes().AsSpan(0, HouseholdBytes), .. new byte[HouseholdBytes]]).ToString()
            : address.ToString();
    }

    /// <summary>
    /// Whether nobody but this machine is known to ask: a program on it, or a proxy that does not say for whom. Of the latter, all readers would be one visitor.
    /// </summary>
    public static bool IsThisMachine(HttpContext context) => context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address);
}
