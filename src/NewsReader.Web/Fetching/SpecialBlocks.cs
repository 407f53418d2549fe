using System.Net;

namespace NewsReader.Web.Fetching;

/// <summary>
/// The address blocks that are not the public internet: the IANA IPv4 and IPv6 Special-Purpose Address Registries
/// (RFC 6890 and its updates), the multicast and reserved spaces, and one cloud's own service address.
/// Blocks that the registries call globally reachable (AS112, AMT) are listed too: no outlet publishes from them.
/// </summary>
internal static class SpecialBlocks
{
    /// <summary>The IPv4 blocks that are refused.</summary>
    public static IReadOnlyList<IPNetwork> IPv4 { get; } =
    [
        IPNetwork.Parse("0.0.0.0/8"),          // « this network », RFC 791
        IPNetwork.Parse("10.0.0.0/8"),         // private use, RFC 1918
        IPNetwork.Parse("100.64.0.0/10"),      // shared by carriers' translators, RFC 6598
        IPNetwork.Parse("127.0.0.0/8"),        // loopback, RFC 1122
        IPNetwork.Parse("168.63.129.16/32"),   // the Azure platform's service address (public in form, local in fact)
        IPNetwork.Parse("169.254.0.0/16"),     // link-local, where clouds keep their metadata, RFC 3927
        IPNetwork.Parse("172.16.0.0/12"),      // private use, RFC 1918
        IPNetwork.Parse("192.0.0.0/24"),       // IETF protocol assignments, RFC 6890
        IPNetwork.Parse("192.0.2.0/24"),       // documentation, RFC 5737
        IPNetwork.Parse("192.31.196.0/24"),    // AS112, RFC 7535
        IPNetwork.Parse("192.52.193.0/24"),    // AMT, RFC 7450
        IPNetwork.Parse("192.88.99.0/24"),     // former 6to4 relays, RFC 7526
        IPNetwork.Parse("192.168.0.0/16"),     // private use, RFC 1918
        IPNetwork.Parse("192.175.48.0/24"),    // AS112 direct delegation, RFC 7534
        IPNetwork.Parse("198.18.0.0/15"),      // benchmarking, RFC 2544
        IPNetwork.Parse("198.51.100.0/24"),    // documentation, RFC 5737
        IPNetwork.Parse("203.0.113.0/24"),     // documentation, RFC 5737
        IPNetwork.Parse("224.0.0.0/4"),        // multicast, RFC 5771
        IPNetwork.Parse("240.0.0.0/4"),        // reserved, and limited broadcast, RFC 1112 and RFC 919
    ];

    /// <summary>The one IPv6 block from which global unicast addresses are given out (IANA IPv6 Global Unicast Address Assignments).</summary>
    public static IPNetwork GlobalUnicast { get; } = IPNetwork.Parse("2000::/3");

    /// <summary>The blocks inside <see cref="GlobalUnicast"/> that are refused.</summary>
    public static IReadOnlyList<IPNetwork> IPv6 { get; } =
    [
        IPNetwork.Parse("2001::/23"),          // IETF protocol assignments, with Teredo, ORCHID, benchmarking: RFC 2928
        IPNetwork.Parse("2001:db8::/32"),      // documentation, RFC 3849
        IPNetwork.Parse("2002::/16"),          // 6to4, whatever it embeds: its relays are withdrawn, RFC 3056 and RFC 7526
        IPNetwork.Parse("2620:4f:8000::/48"),  // AS112 direct delegation, RFC 7534
        IPNetwork.Parse("3fff::/20"),          // documentation, RFC 9637
    ];

    /// <summary>The well-known NAT64 prefix: a network without IPv4 reaches every IPv4 site through it (RFC 6052).</summary>
    public static IPNetwork Nat64 { get; } = IPNetwork.Parse("64:ff9b::/96");
}
