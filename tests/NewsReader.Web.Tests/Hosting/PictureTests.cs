using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsReader.Storage.Articles;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Hosting;

public sealed class PictureTests
{
    [Fact]
    public async Task A_picture_is_served_from_our_origin_for_good()
    {
        await using var site = await SeededSite.StartAsync();

        using var answer = await site.SendAsync("/images/10");
        using var again = await site.SendAsync("/images/10", ("If-None-Match", answer.Headers.ETag!.ToString()));

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task A_picture_that_no_round_recorded_does_not_exist()
    {
        await using var site = await SeededSite.StartAsync();

        using var answer = await site.SendAsync("/images/4711");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_recorded_picture_is_fetched_once_and_judged_by_its_bytes()
    {
        await using var outlet = await OutletAsync();
        await using var site = await SeededSite.StartAsync(true, ("Fetching:AllowedNetworks:0", "127.0.0.0/8"), ("Fetching:HostPause", "00:00:00"));
        await RecordAsync(site, 500, outlet.Address + "bon");
        await RecordAsync(site, 501, outlet.Address + "svg");
        await RecordAsync(site, 502, outlet.Address + "bombe");

        var good = await Task.WhenAll(site.SendAsync("/images/500"), site.SendAsync("/images/500"));
        good.ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK && a.Content.Headers.ContentType!.MediaType == "image/png");
        using var kept = await site.SendAsync("/images/500");
        kept.StatusCode.ShouldBe(HttpStatusCode.OK);
        outlet.Visits("bon").ShouldBe(1);

        foreach (var id in new[] { 501, 502, 501, 502 })
        {
            using var bad = await site.SendAsync($"/images/{id}");
            bad.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        outlet.Visits("svg").ShouldBe(1);
        outlet.Visits("bombe").ShouldBe(1);
    }

    private static async Task RecordAsync(SeededSite site, long id, string address)
    {
        await using var db = site.Open();
        db.ArticleImages.Add(new ArticleImage { Id = id, ArticleId = 1, Address = address });
        await db.SaveChangesAsync();
    }

    private static async Task<Outlet> OutletAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var outlet = new Outlet(builder.Build());
        await outlet.StartAsync();
        return outlet;
    }

    /// <summary>An outlet that names everything a PNG.</summary>
    private sealed class Outlet(WebApplication app) : IAsyncDisposable
    {
        private readonly List<string> _visits = [];

        public string Address => app.Urls.Single() + "/";

        public int Visits(string name)
        {
            lock (_visits) return _visits.Count(v => v == name);
        }

        public async Task StartAsync()
        {
            app.MapGet("/{name}", (string name) =>
            {
                lock (_visits) _visits.Add(name);
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
            return png;
        }
    }
}
