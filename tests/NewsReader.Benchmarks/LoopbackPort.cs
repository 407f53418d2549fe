using System.Net;
using System.Net.Sockets;

namespace NewsReader.Benchmarks;

/// <summary>A port of this machine for a server in another process.</summary>
internal static class LoopbackPort
{
    /// <summary>One that is free for now.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
