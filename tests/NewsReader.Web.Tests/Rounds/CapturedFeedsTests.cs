using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NewsReader.Newsroom.Feeds;
using NewsReader.Web.Rounds;
using NewsReader.Web.Tests.Fetching;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Rounds;

/// <summary>A full round over what real outlets served: the captured French feeds, their links led to this machine, and a feed of the captured French pages.</summary>
public sealed partial class CapturedFeedsTests
{
    private static readonly string Corpora = CorporaFactAttribute.Folder ?? "";

    [CorporaFact]
    public async Task A_full_round_over_captured_feeds_and_pages_keeps_every_entry_and_every_page_s_text()
    {
        var feeds = JsonSerializer.Deserialize<List<CapturedFeed>>(File.ReadAllText(Path.Combine(Corpora, "feeds/realfeeds/index.json")), JsonSerializerOptions.Web)!
            .Where(f => f is { French: true, Html_page: false }).ToList();
        var pages = Directory.GetDirectories(Path.Combine(Corpora, "articles/corpus")).Where(IsFrench).Select(p => Path.GetFileName(p)!).ToList();
        await using var origin = await LoopbackSite.StartAsync(context => AnswerAsync(context, pages));
        await using var rounds = await TestRounds.StartAsync();
        foreach (var feed in feeds) await rounds.FollowAsync(origin.At("/feed/" + Uri.EscapeDataString(feed.File)), feed.File);
        await rounds.FollowAsync(origin.At("/pages"), "Pages");

        var report = await rounds.RunAsync();

        report.Feeds.Failed.ShouldBe(0);
        report.Stamp.ShouldNotBeNull();
        await using var db = rounds.Open();
        var kept = await db.Entries.GroupBy(e => e.Source!.Outlet!.Name).ToDictionaryAsync(g => g.Key, g => g.Count());
        feeds.Where(f => kept.GetValueOrDefault(f.File) != Distinct(f)).Select(f => $"{f.File}: {kept.GetValueOrDefault(f.File)} of {f.Entries}").ShouldBeEmpty();
        var read = await db.Articles.Where(a => a.Outlet!.Name == "Pages").Select(a => new { a.Title, a.Words, a.State }).ToListAsync();
        read.Count.ShouldBe(pages.Count);
        read.Where(a => a.Words < 30).Select(a => $"{a.Title} ({a.State})").ShouldBeEmpty();
        (await db.Articles.CountAsync(a => a.StoryId == null)).ShouldBe(0);
        (await db.EditionPlaces.CountAsync(p => !p.IsRail)).ShouldBeGreaterThan(20);
    }

    /// <summary>How many entries a feed carries; one that it carries twice (the same guid) counts once.</summary>
    private static int Distinct(CapturedFeed feed)
    {
        var entries = FeedReader.Read(File.ReadAllBytes(Path.Combine(Corpora, "feeds/realfeeds", feed.File)), null, null).Feed!.Entries;
        entries.Count.ShouldBeGreaterThanOrEqualTo(feed.Entries);
        return entries.Select(ToStorage.Identity).Distinct(StringComparer.Ordinal).Count();
    }

    private static bool IsFrench(string page) => Gold(page, "lang") == "fr";

    private static string Title(string page) => Gold(Path.Combine(Corpora, "articles/corpus", page), "title") ?? page;

    private static string? Gold(string page, string fact)
    {
        using var gold = JsonDocument.Parse(File.ReadAllText(Path.Combine(page, "gold.json")));
        return gold.RootElement.TryGetProperty(fact, out var value) ? value.GetString() : null;
    }

    private static async Task AnswerAsync(HttpContext context, List<string> pages)
    {
        var (path, origin) = (Uri.UnescapeDataString(context.Request.Path.Value!), $"http://{context.Request.Host}");
        var file = Path.GetFileName(path);
        if (path.StartsWith("/feed/", StringComparison.Ordinal))
        {
            // Latin-1 keeps every byte as it was.
            var feed = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(Corpora, "feeds/realfeeds", file)));
            context.Response.ContentType = "application/xml";
            await context.Response.Body.WriteAsync(Encoding.Latin1.GetBytes(Links().Replace(feed, $"${{start}}{origin}/out/")));
        }
        else if (path == "/pages")
        {
            var items = pages.Select(p => $"<item><title>{WebUtility.HtmlEncode(Title(p))}</title><link>{origin}/page/{Uri.EscapeDataString(p)}</link></item>");
            await context.Response.WriteAsync($"<rss version=\"2.0\"><channel><title>Pages</title>{string.Concat(items)}</channel></rss>");
        }
        else if (path.StartsWith("/page/", StringComparison.Ordinal))
        {
            var folder = Path.Combine(Corpora, "articles/corpus", file);
            using var meta = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "meta.json")));
            context.Response.ContentType = meta.RootElement.TryGetProperty("content_type", out var type) ? type.GetString() ?? "text/html" : "text/html";
            await context.Response.SendFileAsync(Path.Combine(folder, "page.html"));
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status410Gone;
        }
    }

    [GeneratedRegex(@"(?<start><link>\s*(?:<!\[CDATA\[)?\s*)https?://", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex Links();

    private sealed record CapturedFeed(string File, bool French, bool Html_page, int Entries);
}
