using System.Net;

namespace NewsReader.Web.Fetching;

/// <summary>
/// What this installation may visit: the public internet, the networks that the administrator opened
/// (<see cref="FetchingSettings.AllowedNetworks"/>), and the names that the program itself answers for (<see cref="HostMap"/>).
/// </summary>
internal sealed class AddressRules(IEnumerable<string> allowedNetworks, HostMap hosts)
{
    private readonly IPNetwork[] _opened = [.. allowedNetworks.Select(IPNetwork.Parse)];

    public HostMap Hosts => hosts;

    /// <summary>
    /// Judges an address before anything is dialled. Where networks are opened, a name or port that is not the public web's
    /// passes here: only the connect step learns whether the name leads into one of them, and refuses it otherwise.
    /// </summary>
    public AddressVerdict Judge(string url, out Uri? address)
    {
        var shape = PublicAddress.JudgeShape(url, out address);
        if (!shape.Allowed)
            return shape;
        var host = PublicAddress.HostOf(address!);
        if (address!.Scheme is "http" && hosts.Find(host) is not null)
            return AddressVerdict.Yes;
        var verdict = PublicAddress.JudgeHost(address);
        if (verdict.Allowed || _opened.Length == 0)
            return verdict;
        return IPAddress.TryParse(host.TrimEnd('.'), out var literal) && !IsOpened(literal) ? verdict : AddressVerdict.Yes;
    }

    /// <summary>Judges one answer of the DNS for the host and port of a connection.</summary>
    public AddressVerdict JudgeAnswer(string host, int port, IPAddress answer)
    {
        if (IsOpened(answer))
            return AddressVerdict.Yes;
        return PublicAddress.IsPublic(answer)
            ? PublicAddress.JudgeHost(host, port)
            : AddressVerdict.No($"{host} leads to {answer}, which is not a public address");
    }

    private bool IsOpened(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return _opened.Any(network => network.Contains(plain));
    }
}
