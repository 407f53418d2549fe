using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NewsReader.Web.Fetching;
using static NewsReader.Web.Tests.Fetching.LoopbackSite;

namespace NewsReader.Web.Tests.Fetching;

public sealed class CertificateTests
{
    [Theory]
    [InlineData("127.0.0.1", -10, -1, "holds from")]
    [InlineData("127.0.0.3", -10, 10, "another host")]
    [InlineData("127.0.0.1", -10, 10, "not signed by an authority")]
    public async Task A_certificate_that_is_not_good_is_refused_and_the_reason_is_told(string host, int firstDay, int lastDay, string why)
    {
        using var certificate = Certificate(host, firstDay, lastDay);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = Client();

        var visit = VisitAsync(client, $"https://{listener.LocalEndpoint}/rss.xml");
        using var caller = await listener.AcceptTcpClientAsync();
        await using var secure = new SslStream(caller.GetStream());
        try
        {
            await secure.AuthenticateAsServerAsync(certificate);
        }
        catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The visitor hung up, as it should.
        }

        caller.Close();
        var result = await visit;
        (result.State, result.Cause).ShouldBe((FetchState.Refused, FetchCause.Certificate));
        result.Detail!.ShouldContain(why);
    }

    private static X509Certificate2 Certificate(string host, int firstDay, int lastDay)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Gazette", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Parse(host));
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(firstDay), now.AddDays(lastDay));
    }
}
