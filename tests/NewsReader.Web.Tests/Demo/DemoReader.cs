using System.Net;
using System.Net.Sockets;
using System.Text;
using NewsReader.Web.Demo;

namespace NewsReader.Web.Tests.Demo;

/// <summary>Asks the demo newsroom over real HTTP, by its papers' names.</summary>
internal sealed class DemoReader : IDisposable
{
    private readonly HttpClient _client;

    public DemoReader(DemoNewsroom newsroom) => _client = new HttpClient(new SocketsHttpHandler
    {
        UseProxy = false,
        ConnectCallback = async (_, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(newsroom.Endpoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    public Task<HttpResponseMessage> GetAsync(string address) => _client.GetAsync(new Uri(address));

    public async Task<byte[]> BytesAsync(string address)
    {
        using var response = await GetAsync(address);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return await response.Content.ReadAsByteArrayAsync();
    }

    public async Task<string> TextAsync(DemoPaper paper, string address) =>
        (paper.Charset is "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(paper.Charset)!)
            .GetString(await BytesAsync(address));

    public async Task<HttpStatusCode> RevalidateAsync(string address, Action<HttpRequestMessage, HttpResponseMessage> validate)
    {
        using var first = await GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        validate(request, first);
        using var second = await _client.SendAsync(request);
        return second.StatusCode;
    }

    public void Dispose() => _client.Dispose();
}
