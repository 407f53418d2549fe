using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage.Articles;
using NewsReader.Web.Hosting;
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
        await using var outlet = await PictureOutlet.OpenAsync();
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

    [Fact]
    public async Task Kept_pictures_stay_below_the_cap_and_those_fetched_longest_ago_go_first()
    {
        await using var outlet = await PictureOutlet.OpenAsync();
        await using var site = await SeededSite.StartAsync(
            true, ("Fetching:AllowedNetworks:0", "127.0.0.0/8"), ("Fetching:HostPause", "00:00:00"), ("Images:KeepBytes", $"{16 * PictureOutlet.HeavyBytes}"));
        await using (var db = site.Open()) await db.ImageContents.ExecuteDeleteAsync();
        for (var id = 500; id < 540; id++)
        {
            // The newest number is fetched first: it is the time that counts.
            await RecordAsync(site, 1039 - id, $"{outlet.Address}lourd?n={id}");
            using var answer = await site.SendAsync($"/images/{1039 - id}");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await KeptAsync(site)).ShouldSatisfyAllConditions(kept => kept.Count.ShouldBeLessThanOrEqualTo(16), kept => kept.ShouldContain(1039 - id));
            site.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var left = await KeptAsync(site);
        left.Count.ShouldBeGreaterThan(12);
        left.ShouldBe(Enumerable.Range(500, left.Count).Select(id => (long)id));
        using var again = await site.SendAsync("/images/539");
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task However_many_pictures_are_asked_for_few_are_fetched_at_once()
    {
        await using var outlet = await PictureOutlet.OpenAsync();
        outlet.IsHeld = true;
        await using var site = await SeededSite.StartAsync(
            true, ("Fetching:AllowedNetworks:0", "127.0.0.0/8"), ("Fetching:HostPause", "00:00:00"), ("Fetching:HostConnections", "16"), ("Fetching:Deadline", "00:05:00"));
        const int Extra = 50;
        for (var id = 0; id < PictureShelf.MostInLine + Extra; id++) await RecordAsync(site, 1000 + id, $"{outlet.Address}bon?n={id}");

        var asked = Enumerable.Range(0, PictureShelf.MostInLine + Extra).Select(id => site.SendAsync($"/images/{1000 + id}")).ToList();
        // Those that find no place are answered while nothing moves.
        var refused = new List<HttpResponseMessage>();
        while (refused.Count < Extra)
        {
            var first = await Task.WhenAny(asked);
            asked.Remove(first);
            refused.Add(await first);
        }

        refused.ShouldAllBe(a => a.StatusCode == HttpStatusCode.ServiceUnavailable && a.Headers.RetryAfter != null && a.Headers.CacheControl!.NoStore);
        // A picture that is kept stands in no line.
        using (var kept = await site.SendAsync("/images/10")) kept.StatusCode.ShouldBe(HttpStatusCode.OK);
        outlet.IsHeld = false;
        (await Task.WhenAll(asked)).ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK);
        outlet.MostAtOnce.ShouldBeLessThanOrEqualTo(PictureShelf.MostAtOnce);
        outlet.Visits("bon").ShouldBe(PictureShelf.MostInLine);
        // Refused for now is not refused for good.
        using var later = await site.SendAsync($"{refused[0].RequestMessage!.RequestUri!.AbsolutePath}");
        later.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<List<long>> KeptAsync(SeededSite site)
    {
        await using var db = site.Open();
        return await db.ImageContents.OrderBy(c => c.ImageId).Select(c => c.ImageId).ToListAsync();
    }

    private static async Task RecordAsync(SeededSite site, long id, string address)
    {
        await using var db = site.Open();
        db.ArticleImages.Add(new ArticleImage { Id = id, ArticleId = 1, Address = address });
        await db.SaveChangesAsync();
    }
}
