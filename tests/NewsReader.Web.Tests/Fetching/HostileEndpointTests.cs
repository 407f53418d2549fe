using System.Text.Json;
using NewsReader.Web.Fetching;
using NewsReader.Web.Tests.Support;
using static NewsReader.Web.Tests.Fetching.LoopbackSite;

namespace NewsReader.Web.Tests.Fetching;

public sealed class HostileEndpointTests
{
    // What a body must settle is settled by those who read it; these states are given by the visit alone.
    private static readonly string[] WithoutReading = ["moved", "timeout", "too_large", "rate_limited", "transient_error"];

    [CorporaFact]
    public async Task Every_endpoint_leaves_the_state_that_is_stated_for_it_and_no_canary_is_reached()
    {
        var folder = Path.Combine(CorporaFactAttribute.Folder!, "hostile");
        using var server = await HostileServer.StartAsync(folder);
        // Endpoints that stall are not waited for; the others have time enough on a busy machine.
        using var patient = Client(Visiting(TimeSpan.FromMinutes(2)));
        using var hasty = Client(Visiting(TimeSpan.FromSeconds(2)));

        var surprises = await Task.WhenAll(Endpoints(folder).Select(endpoint =>
            SurpriseAsync(endpoint.GetProperty("feed_state").ValueEquals("timeout") ? hasty : patient, server.Origin, endpoint)));

        surprises.Where(surprise => surprise is not null).ShouldBeEmpty();
        using var http = new HttpClient();
        (await http.GetStringAsync(new Uri(server.Origin, "/__log?canary"))).ShouldBe("[]");
    }

    private static FetchingSettings Visiting(TimeSpan deadline) => new()
    {
        AllowedNetworks = ["127.0.0.1/32"],
        HostPause = TimeSpan.Zero,
        HostConnections = 5,
        Deadline = deadline,
    };

    private static IEnumerable<JsonElement> Endpoints(string folder) =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "endpoints.json"))).RootElement.EnumerateArray()
            .Where(endpoint => !endpoint.GetProperty("tls").GetBoolean());

    private static async Task<string?> SurpriseAsync(PageClient client, Uri origin, JsonElement endpoint)
    {
        var path = endpoint.GetProperty("path").GetString()!;
        var address = new Uri(origin, path.EndsWith('/') ? path + "1.xml" : path).AbsoluteUri;
        var expected = endpoint.GetProperty("feed_state").GetString()!;
        var kind = endpoint.GetProperty("kind").GetString() switch
        {
            "feed" => FetchKind.Feed,
            "image" => FetchKind.Image,
            _ => FetchKind.Page,
        };

        // A host that fails now and then is visited again, as the schedule would.
        FetchResult result;
        var visits = 0;
        do
            result = await VisitAsync(client, address, kind);
        while (expected is "ok" && !result.HasBody && ++visits < 3);

        var state = result.State.Word();
        var settled = state.Equals(expected, StringComparison.Ordinal) || (result.HasBody && !WithoutReading.Contains(expected));
        return settled ? null : $"{path}: {state} ({result.Detail}), not {expected}";
    }
}
