using NewsReader.Web.Fetching;

namespace NewsReader.Web.Commands;

/// <summary>Gets what a command names: a file of this machine as it is, an address through the ordinary fetching.</summary>
internal static class Reach
{
    /// <summary>The bytes of a file, or the answer of an address; the file's address is what <paramref name="fileAddress"/> says.</summary>
    public static async Task<FetchResult> GetAsync(string place, FetchKind kind, PageClient client, CancellationToken cancel, string? fileAddress = null)
    {
        if (!File.Exists(place)) return await client.GetAsync(new FetchRequest(place, kind), cancel);
        return new FetchResult
        {
            State = FetchState.Ok,
            Address = fileAddress ?? new Uri(Path.GetFullPath(place)).AbsoluteUri,
            Body = await File.ReadAllBytesAsync(place, cancel),
        };
    }
}
