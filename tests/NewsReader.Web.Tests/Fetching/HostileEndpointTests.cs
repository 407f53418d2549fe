using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsReader.Web.Tests.Adding;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Fetching;

/// <summary>The corpora's misbehaving feeds, pages and pictures, read by the whole program: each leaves the state and the entries that are stated for it, and the inner network is never reached.</summary>
public sealed partial class HostileEndpointTests : IDisposable
{
    /// <summary>What these leave is stated for a second or third visit.</summary>
    private static readonly string[] OfLaterVisits = ["cond-304-body", "status-flap"];

    private readonly string _folder = Directory.CreateTempSubdirectory("newsreader-hostile-").FullName;

    private static string Corpus => Path.Combine(CorporaFactAttribute.Folder!, "hostile");

    // Endpoints that stall would be waited for one after the other.
    private static (string Name, string Value)[] Settings =>
        [("Fetching__HostConnections", "12"), ("Articles__FetchPages", "false"), ("SSL_CERT_FILE", Path.Combine(Corpus, "srv", "tls", "ca.pem"))];

    [CorporaFact]
    public async Task Every_feed_leaves_its_state_and_its_entries()
    {
        using var server = await HostileServer.StartAsync(Corpus);
        var feeds = Endpoints(server, "feed").Where(e => !OfLaterVisits.Contains(e.Id)).Concat(
        [
            new Endpoint("certificate-good", new Uri(server.Secure(), "/ok/rss.xml").AbsoluteUri, "ok", 10),
            .. Enumerable.Range(1, 3).Select(bad => new Endpoint($"certificate-bad-{bad}", new Uri(server.Secure(bad), "/ok/rss.xml").AbsoluteUri, "refused", 0)),
        ]).ToList();
        await FollowAsync(feeds);

        var followed = await VisitAsync();

        feeds.Select(feed => Surprise(feed, followed[feed.Id])).OfType<string>().ShouldBeEmpty();
        (await server.CanariesAsync()).ShouldBe("[]");
        foreach (var id in new[] { "cs-header-1252", "cs-prolog-1252", "cs-header-lies", "cs-prolog-lies", "cs-utf16le-bom", "cs-bom-utf8" }) FirstTitle(id).ShouldBe("« L’été à Œuvres — 10 € »", id);
        FirstTitle("cs-8859-15").ShouldBe("L'été à Œuvres - 10 €");
        FirstTitle("cs-control-chars").ShouldBe("abcde");
        FirstTitle("items-no-title").ShouldBe("Résumé de l’article 1.");
        FirstTitle("items-bidi").ShouldStartWith("Prix tfihs");
        FirstTitle("size-title-1mb").Length.ShouldBeLessThan(1100);
        Of("items-date-formats", "a.Published").ShouldAllBe(published => published == "2026-07-01 08:00:00");
        Of("items-relative", "a.Address").ShouldAllBe(address => address.StartsWith(server.Origin.AbsoluteUri + "article/", StringComparison.Ordinal));
        Of("items-js-link", "a.Address").ShouldAllBe(address => address.StartsWith(server.Origin.AbsoluteUri, StringComparison.Ordinal));
        DataFile.Number(_folder, "select count(*) from Entries where Title || coalesce(Summary, '') || coalesce(Content, '') like '%root:%'").ShouldBe(0);
    }

    [CorporaFact]
    public async Task Feeds_that_change_at_each_visit_bring_each_article_once()
    {
        using var server = await HostileServer.StartAsync(Corpus);
        var feeds = Endpoints(server, "feed").Where(e => e.Id.StartsWith("cond-", StringComparison.Ordinal) || e.Id.StartsWith("items-", StringComparison.Ordinal) || e.Id is "status-flap").ToList();
        await FollowAsync(feeds);

        await VisitAsync();
        var second = await VisitAsync();
        var third = await VisitAsync();

        second["cond-304-body"].State.ShouldBe("not_modified");
        third["status-flap"].ShouldBe(new Followed("ok", 10));
        foreach (var (id, rows) in new[] { ("items-guid-churn", 10), ("items-link-churn", 10), ("items-no-date", 10), ("items-dup-guid", 5), ("items-vanish", 20), ("items-cross-feed-guid", 10), ("items-guid-reused", 10), ("cond-etag-churn", 10), ("items-flood", 600) })
            third[id].Entries.ShouldBe(rows, id);
        DataFile.Rows(_folder, "select Title from ArticleVersions").ShouldContain("Autre article 1", "what a guid stood for before is kept as what the article said then");
        (await server.CanariesAsync()).ShouldBe("[]");
    }

    [CorporaFact]
    public async Task Every_page_leaves_its_state()
    {
        using var server = await HostileServer.StartAsync(Corpus);
        var surprises = new List<string>();
        foreach (var page in Endpoints(server, "article"))
        {
            var said = await ProgramRun.SayAsync(_folder, Settings, "article", page.Address, "--json");
            var state = JsonDocument.Parse(said).RootElement.GetProperty("state").GetString()!;
            if (state != page.State) surprises.Add($"{page.Id}: {state}, not {page.State}");
            // The names of inner hosts that a page writes are kept as text at most: nothing of theirs is in what was read.
            if (said.Contains("CANARY", StringComparison.Ordinal) || said.Contains('\uFFFD', StringComparison.Ordinal)) surprises.Add($"{page.Id}: {said}");
        }

        surprises.ShouldBeEmpty();
        (await server.CanariesAsync()).ShouldBe("[]");
    }

    [CorporaFact]
    public async Task Only_real_pictures_are_served()
    {
        using var hostile = await HostileServer.StartAsync(Corpus);
        var pictures = Endpoints(hostile, "image").ToList();
        await using var paper = await LoopbackPaper.StartAsync();
        paper.Feed("/rss", "<rss version=\"2.0\" xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>Le Papier</title>" + string.Concat(pictures.Select(p =>
            $"<item><title>La nouvelle {p.Id}</title><link>{paper.Home}/{p.Id}</link><media:content medium=\"image\" url=\"{p.Address}\"/></item>")) + "</channel></rss>");
        await ProgramRun.RunAsync(_folder, "sources", "add", "--unchecked", paper.Home + "/rss");
        await ProgramRun.RunAsync(_folder, Settings, "refresh");

        await using var site = ProgramRun.Serve(_folder);
        using var reader = new HttpClient { BaseAddress = await site.AddressAsync() };
        foreach (var picture in pictures)
        {
            var id = DataFile.Number(_folder, $"select Id from ArticleImages where Address = '{picture.Address}'");
            using var answer = await reader.GetAsync(new Uri($"/images/{id}", UriKind.Relative));
            answer.StatusCode.ShouldBe(picture.State is "ok" ? HttpStatusCode.OK : HttpStatusCode.NotFound, picture.Id);
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"], picture.Id);
        }

        (await hostile.CanariesAsync()).ShouldBe("[]");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string FirstTitle(string id) => Of(id, "a.Title")[0];

    /// <summary>A column of the articles that an endpoint left, in the order in which they came.</summary>
    private List<string> Of(string id, string column) =>
        DataFile.Rows(_folder, $"select {column} from Articles a join Outlets o on o.Id = a.OutletId where o.Name = '{id}' order by a.Id");

    private async Task FollowAsync(IEnumerable<Endpoint> feeds)
    {
        var list = Path.Combine(_folder, "feeds.opml");
        await File.WriteAllTextAsync(list, "<opml version=\"2.0\"><body>" + string.Concat(feeds.Select(f => $"<outline type=\"rss\" text=\"{f.Id}\" xmlUrl=\"{WebUtility.HtmlEncode(f.Address)}\"/>")) + "</body></opml>");
        (await ProgramRun.RunAsync(_folder, "sources", "import", "--unchecked", list)).ShouldContain("0 refusées");
    }

    /// <summary>Visits all sources once, and tells what each left.</summary>
    private async Task<Dictionary<string, Followed>> VisitAsync()
    {
        await ProgramRun.RunAsync(_folder, Settings, "refresh", "--force");
        return JsonDocument.Parse(await ProgramRun.RunAsync(_folder, "sources", "list", "--json")).RootElement.EnumerateArray()
            .ToDictionary(s => s.GetProperty("outlet").GetString()!, s => new Followed(s.GetProperty("state").GetString()!, s.GetProperty("entries").GetInt32()), StringComparer.Ordinal);
    }

    private static string? Surprise(Endpoint feed, Followed left)
    {
        if (left.State != feed.State) return $"{feed.Id}: {left.State}, not {feed.State}";
        if (feed.Entries is { } entries && left.Entries != entries) return $"{feed.Id}: {left.Entries} entries, not {entries}";
        // A first visit keeps so many of a feed of fifty thousand.
        return left.Entries > 2000 ? $"{feed.Id}: {left.Entries} entries" : null;
    }

    private static IEnumerable<Endpoint> Endpoints(HostileServer server, string kind) =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Corpus, "endpoints.json"))).RootElement.EnumerateArray()
            .Where(e => e.GetProperty("kind").ValueEquals(kind))
            .SelectMany(e => Variants(e).Select(variant => Read(e, e.GetProperty("tls").GetBoolean() ? server.Secure() : server.Origin, variant)));

    /// <summary>The queries of an endpoint that has several faces.</summary>
    private static IEnumerable<string> Variants(JsonElement endpoint) => endpoint.GetProperty("id").GetString() switch
    {
        "farm" => ["1.xml"],
        "redir-private-name" => ["", .. Enumerable.Range(1, 5).Select(face => $"?f={face}")],
        "redir-file" => ["", .. Enumerable.Range(1, 4).Select(face => $"?f={face}")],
        "xml-sitemap" => ["", "?f=1"],
        _ => [""],
    };

    private static Endpoint Read(JsonElement endpoint, Uri origin, string variant)
    {
        var (id, state) = (endpoint.GetProperty("id").GetString()!, endpoint.GetProperty("feed_state").GetString()!);
        var entries = state is "ok" or "moved" or "degraded"
            ? Rows().Match(endpoint.GetProperty("must_store").GetString()!) is { Success: true } stated ? int.Parse(stated.Groups["rows"].Value, CultureInfo.InvariantCulture) : (int?)null
            : 0;
        (state, entries) = id switch
        {
            // The length cuts off what comes after it, so that these bytes are those of xml-truncated: what is whole before the cut is read.
            "len-short-cl" => ("degraded", null),
            // It leads to /ok/atom.xml, which holds five.
            "redir-308" => (state, 5),
            _ => (state, entries),
        };
        return new Endpoint(id + variant, new Uri(origin, endpoint.GetProperty("path").GetString() + variant).AbsoluteUri, state, entries);
    }

    [GeneratedRegex("(?<![0-9,])(?<rows>[0-9]+) (items|rows)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Rows();

    /// <param name="Id">Its name in the corpora.</param>
    /// <param name="Address">Where it is.</param>
    /// <param name="State">The state that a visit leaves.</param>
    /// <param name="Entries">How many entries it leaves; null where that is not stated as a number.</param>
    private sealed record Endpoint(string Id, string Address, string State, int? Entries);

    private sealed record Followed(string State, int Entries);
}
