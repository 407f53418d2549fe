using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace NewsReader.Web.Fetching;

/// <summary>Finds the addresses of a host name.</summary>
internal delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken cancellationToken);

/// <summary>
/// The only way out of the program. A connection goes to an address that was just judged, never to a name, so that
/// a name cannot lead elsewhere between the judgement and the dialling; one refused answer refuses the name.
/// </summary>
internal sealed class PublicOnlyConnections(AddressRules rules, TimeSpan deadline, ResolveHost resolve)
{
    private const int HeaderKilobytes = 128;

    public SocketsHttpHandler CreateHandler() => new()
    {
        ConnectCallback = ConnectAsync,
        ConnectTimeout = deadline,
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        // No trace identifier of ours travels to other sites.
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
        MaxResponseHeadersLength = HeaderKilobytes,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = JudgeCertificate },
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        if (rules.Hosts.Find(host) is { } place)
            return await DialAsync(place, cancellationToken);

        var answers = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellationToken);
        foreach (var answer in answers)
            if (rules.JudgeAnswer(host, port, answer) is { Allowed: false, Why: var why })
                throw new FetchRefusedException(FetchCause.Address, why!);
        return await DialInTurnAsync([.. answers.Select(answer => new IPEndPoint(answer, port))], cancellationToken);
    }

    // The resolver has sorted the answers (RFC 6724); each gets its share of the time, so that a dead first one leaves some.
    private async Task<Stream> DialInTurnAsync(IPEndPoint[] places, CancellationToken cancellationToken)
    {
        for (var i = 0; i < places.Length - 1; i++)
        {
            using var share = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            share.CancelAfter(deadline / (2 * places.Length));
            try
            {
                return await DialAsync(places[i], share.Token);
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                // The next address may answer.
            }
        }

        return places.Length > 0
            ? await DialAsync(places[^1], cancellationToken)
            : throw new SocketException((int)SocketError.HostNotFound);
    }

    private static async Task<Stream> DialAsync(IPEndPoint place, CancellationToken cancellationToken)
    {
        var socket = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(place, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // Never waves a bad certificate through: it only says in plain words what is wrong with it.
    private static bool JudgeCertificate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None
            ? true
            : throw new FetchRefusedException(FetchCause.Certificate, CertificateFault(certificate, chain, errors));

    private static string CertificateFault(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is not X509Certificate2 shown)
            return "the host shows no certificate";
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            return "the certificate is for another host";
        return chain?.ChainStatus.Any(part => part.Status.HasFlag(X509ChainStatusFlags.NotTimeValid)) == true
            ? FormattableString.Invariant($"the certificate holds from {shown.NotBefore:yyyy-MM-dd} to {shown.NotAfter:yyyy-MM-dd} only")
            : "the certificate is not signed by an authority that this machine trusts";
    }
}
