using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Hosting;

/// <summary>An outlet that names everything a PNG.</summary>
internal sealed class PictureOutlet(WebApplication app) : IAsyncDisposable
{
    private readonly List<string> _visits = [];
    private TaskCompletionSource _open = new();
    private int _atOnce;

    public int MostAtOnce { get; private set; }

    /// <summary>Whether it keeps who asks waiting.</summary>
    public bool IsHeld
    {
        set
        {
            if (value) _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            else _open.SetResult();
        }
    }

    /// <summary>The bytes of a heavy picture: what comes after its end shows nothing.</summary>
    public const int HeavyBytes = 1600;

    public string Address => app.Urls.Single() + "/";

    public int Visits(string name)
    {
        lock (_visits) return _visits.Count(v => v == name);
    }

    public static async Task<PictureOutlet> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var outlet = new PictureOutlet(builder.Build());
        await outlet.StartAsync();
        return outlet;
    }

    private async Task StartAsync()
    {
        _open.SetResult();
        app.MapGet("/{name}", async (string name) =>
        {
            lock (_visits)
            {
                _visits.Add(name);
                MostAtOnce = Math.Max(MostAtOnce, ++_atOnce);
            }

            await _open.Task;
            lock (_visits) _atOnce--;
            return Results.Bytes(Bytes(name), "image/png");
        });
        await app.StartAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static byte[] Bytes(string name)
    {
        if (name == "svg") return [.. "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8];
        var png = SeededPicture.Png(8, 8, 10, 20, 30);
        // A header that promises 65,535 by 65,535 pixels.
        if (name == "bombe") (png[18], png[19], png[22], png[23]) = (0xFF, 0xFF, 0xFF, 0xFF);
        return name == "lourd" ? [.. png, .. new byte[HeavyBytes - png.Length]] : png;
    }
}
