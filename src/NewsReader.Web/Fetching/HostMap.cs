using System.Collections.Concurrent;
using System.Net;

namespace NewsReader.Web.Fetching;

/// <summary>
/// Host names that the program itself answers for, and where: the demo's papers live at exact names under <c>.invalid</c>,
/// a top level that no DNS ever gives out (RFC 6761), so that no real site can be led astray. Empty by default; thread-safe.
/// </summary>
public sealed class HostMap
{
    private readonly ConcurrentDictionary<string, IPEndPoint> _places = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Lets http visits to one exact name go to a listener.</summary>
    /// <exception cref="ArgumentException">The name does not lie under <c>.invalid</c>.</exception>
    public void Set(string host, IPEndPoint place)
    {
        ArgumentNullException.ThrowIfNull(host);
        if (!host.EndsWith(".invalid", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException("Only a name under .invalid can be given a place.", nameof(host));
        _places[host] = place;
    }

    /// <summary>Takes a name's place away.</summary>
    public void Remove(string host) => _places.TryRemove(host, out _);

    /// <summary>Where visits to a name go; null for every name that was not set.</summary>
    public IPEndPoint? Find(string host) => _places.GetValueOrDefault(host);
}
