using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace NewsReader.Web.Tests.Fetching;

/// <summary>The corpora's misbehaving server, in a process of its own on loopback: 127.0.0.1 is the outside, 127.0.0.2 and .3 must never be reached.</summary>
internal sealed class HostileServer : IDisposable
{
    private readonly Process _process;

    private HostileServer(Process process, int port) => (_process, Origin) = (process, new Uri($"http://127.0.0.1:{port}/"));

    public Uri Origin { get; }

    /// <summary>With a certificate that the corpora's own authority signed; the next three ports show one signed by itself, one for another name, and one that expired.</summary>
    public Uri Secure(int next = 0) => new($"https://127.0.0.1:{Origin.Port + 1 + next}/");

    /// <summary>The visits to the inner network, as JSON.</summary>
    public async Task<string> CanariesAsync()
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri(Origin, "/__log?canary"));
    }

    /// <summary>Starts it on ports that are free: a few in a row on three addresses, so that others may come in between.</summary>
    public static async Task<HostileServer> StartAsync(string folder)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await TryStartAsync(folder) is { } server) return server;
            attempt.ShouldBeLessThan(5, "the hostile server does not start");
        }
    }

    private static async Task<HostileServer?> TryStartAsync(string folder)
    {
        var port = FreePort();
        var process = Process.Start(new ProcessStartInfo("python3",
            [Path.Combine(folder, "hostile_server.py"), "--port", port.ToString(CultureInfo.InvariantCulture), "--tls"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        if (await process.StandardOutput.ReadLineAsync() is not null) return new HostileServer(process, port);
        process.Dispose();
        return null;
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
