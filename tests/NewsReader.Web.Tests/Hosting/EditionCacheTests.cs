using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Hosting;

public sealed class EditionCacheTests
{
    [Fact]
    public async Task A_ready_page_asks_the_store_nothing()
    {
        await using var site = await SeededSite.StartAsync();
        await site.TextAsync("/");
        var before = site.Lines.Count(IsCommand);

        for (var n = 0; n < 5; n++) await site.TextAsync("/");

        site.Lines.Count(IsCommand).ShouldBe(before);
    }

    [Fact]
    public async Task A_page_that_the_reader_holds_is_not_sent_again()
    {
        await using var site = await SeededSite.StartAsync();
        using var first = await site.SendAsync("/");

        using var second = await site.SendAsync("/", ("If-None-Match", first.Headers.ETag!.ToString()));
        using var other = await site.SendAsync("/", ("If-None-Match", first.Headers.ETag.ToString()), ("Cookie", "apparence=sombre.normal.normale"));

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await second.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await other.Content.ReadAsStringAsync()).ShouldContain("data-theme=\"sombre\"");
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task The_front_page_of_twenty_stories_weighs_less_than_14_kB(string encoding)
    {
        await using var site = await SeededSite.StartAsync();

        using var answer = await site.SendAsync("/", ("Accept-Encoding", encoding));

        answer.Content.Headers.ContentEncoding.ShouldBe([encoding]);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        bytes.Length.ShouldBeLessThan(14 * 1024);
        using var packed = new MemoryStream(bytes);
        using Stream open = encoding == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(open);
        (await reader.ReadToEndAsync()).ShouldBe(await site.TextAsync("/"));
    }

    [Fact]
    public async Task An_edition_that_was_drawn_shows_at_once_when_told_and_within_seconds_when_not()
    {
        await using var site = await SeededSite.StartAsync();
        await site.TextAsync("/");

        await RetitleAsync(site, "Un titre tout neuf", "other");
        site.Drawn();
        (await site.TextAsync("/")).ShouldContain("Un titre tout neuf");

        await RetitleAsync(site, "Le titre d’un autre processus", "third");
        site.Time.Advance(TimeSpan.FromSeconds(4));
        (await site.TextAsync("/")).ShouldContain("Le titre d’un autre processus");
    }

    [Fact]
    public async Task Cookies_that_nobody_set_share_one_page()
    {
        await using var site = await SeededSite.StartAsync();
        using var usual = await site.SendAsync("/");

        for (var n = 0; n < 3; n++)
        {
            using var odd = await site.SendAsync("/", ("Cookie", $"apparence=x{n}.y.z; autre={n}"));
            odd.Headers.ETag.ShouldBe(usual.Headers.ETag);
        }
    }

    private static bool IsCommand(string line) => line.Contains("Executed DbCommand", StringComparison.Ordinal);

    private static async Task RetitleAsync(SeededSite site, string title, string stamp)
    {
        await using var db = site.Open();
        await db.EditionPlaces.Where(p => p.EditionId == 2 && p.Rank == 1 && !p.IsRail).ExecuteUpdateAsync(s => s.SetProperty(p => p.Title, title));
        await db.Editions.Where(e => e.Id == 2).ExecuteUpdateAsync(s => s.SetProperty(e => e.Stamp, stamp));
    }
}
