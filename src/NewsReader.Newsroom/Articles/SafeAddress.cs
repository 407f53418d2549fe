using System.Net;
using System.Net.Sockets;

namespace NewsReader.Newsroom.Articles;

/// <summary>Which addresses may stand in an article's HTML.</summary>
internal static class SafeAddress
{
    /// <summary>Longer addresses are data in disguise.</summary>
    private const int Longest = 4096;

    /// <summary>An absolute http(s), mailto or tel address in its escaped form, or null.</summary>
    public static string? Link(string? address) =>
        Parse(address) is { } uri && (IsWeb(uri) || uri.Scheme is "mailto" or "tel") ? Written(uri) : null;

    /// <summary>An absolute http(s) address of a public host, or null: a page may not make the reader's browser ask its own network.</summary>
    public static string? Public(string? address) =>
        Parse(address) is { } uri && IsWeb(uri) && !IsPrivate(uri) ? Written(uri) : null;

    /// <summary>Our own picture address: a path from our root, or a public address.</summary>
    public static string? Image(string? address) =>
        address is ['/', not ('/' or '\\'), ..] && !address.Contains('\\', StringComparison.Ordinal) ? address : Public(address);

    private static Uri? Parse(string? address)
    {
        if (string.IsNullOrWhiteSpace(address) || address.Length > Longest || address.AsSpan().Trim().IndexOfAnyInRange('\0', '\x1f') >= 0)
            return null;
        return Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) ? uri : null;
    }

    private static bool IsWeb(Uri uri) =>
        (uri.Scheme is "http" or "https") && uri.Host.Length > 0 && uri.UserInfo.Length == 0;

    private static string Written(Uri uri) => uri.AbsoluteUri;

    private static bool IsPrivate(Uri uri)
    {
        var host = uri.IdnHost.TrimEnd('.').Trim('[', ']');
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || host.EndsWith(".local", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase))
            return true;
        return IPAddress.TryParse(host, out var ip) ? IsPrivate(ip) : !host.Contains('.', StringComparison.Ordinal);
    }

    private static bool IsPrivate(IPAddress ip)
    {
        if (ip.IsIPv4MappedToIPv6) ip = ip.MapToIPv4();
        if (ip.AddressFamily == AddressFamily.InterNetworkV6)
            return (ip.GetAddressBytes()[0] & 0xE0) != 0x20;
        var b = ip.GetAddressBytes();
        return b[0] is 0 or 10 or 127 or >= 224 || (b[0], b[1]) is (169, 254) or (192, 168) or (172, >= 16 and <= 31) or (100, >= 64 and <= 127);
    }
}
