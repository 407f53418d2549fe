using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using NewsReader.Web.Demo;

namespace NewsReader.Web.Tests.Demo;

public sealed class DemoNewsroomTests : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset Anchor = new(2026, 11, 22, 13, 7, 42, TimeSpan.Zero);

    private readonly DemoNewsroom _newsroom = new(Anchor);

    private readonly DemoReader _reader;

    static DemoNewsroomTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public DemoNewsroomTests() => _reader = new DemoReader(_newsroom);

    private IReadOnlyList<DemoPaper> Papers => _newsroom.Papers;

    private IEnumerable<(DemoPaper Paper, DemoArticle Article)> Articles =>
        Papers.SelectMany(paper => paper.Articles.Select(article => (paper, article)));

    public Task InitializeAsync() => _newsroom.StartAsync();

    public async Task DisposeAsync() => await _newsroom.DisposeAsync();

    public void Dispose() => _reader.Dispose();

    [Fact]
    public async Task Every_feed_is_well_formed_and_every_article_is_in_one()
    {
        _newsroom.Sources.Count.ShouldBeGreaterThan(11);
        var listed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in _newsroom.Sources)
            listed.UnionWith(Addresses(await _reader.BytesAsync(source.Address)));

        foreach (var (paper, article) in Articles)
            listed.Contains(DemoAddress.Article(paper, article)).ShouldBeTrue(article.Slug);
    }

    [Fact]
    public async Task Every_page_carries_its_title_and_its_paragraphs()
    {
        foreach (var (paper, article) in Articles)
        {
            var page = await _reader.TextAsync(paper, DemoAddress.Article(paper, article));
            page.ShouldContain(DemoMarkup.Encode(article.Title));
            page.ShouldNotContain("{{", customMessage: article.Path);
            var shown = article.IsForSubscribers ? article.Body.Take(DemoArticle.FreeChunks) : article.Body;
            foreach (var cell in shown.SelectMany(DemoMarkup.Lines).SelectMany(line => line.Split(" | ")))
                page.ShouldContain(DemoMarkup.Encode(cell), customMessage: article.Path);
        }
    }

    [Fact]
    public async Task A_page_for_subscribers_shows_only_its_beginning_and_says_how_much_is_left()
    {
        var (paper, article) = Articles.Single(one => one.Article.IsForSubscribers);
        var page = await _reader.TextAsync(paper, DemoAddress.Article(paper, article));
        page.ShouldContain("\"isAccessibleForFree\":false");
        page.ShouldContain("Il vous reste 62\u00a0% de cet article à lire");
        page.ShouldNotContain(article.Body[^1][..40]);
    }

    [Fact]
    public async Task Pictures_are_drawn_in_both_widths_and_stay_small()
    {
        foreach (var (paper, article) in Articles.Where(one => one.Article.Picture is not null).Take(6))
        {
            var small = await _reader.BytesAsync(DemoAddress.Picture(paper, article, DemoPictures.Narrow));
            var wide = await _reader.BytesAsync(DemoAddress.Picture(paper, article, DemoPictures.Wide));
            Width(small).ShouldBe(600);
            Width(wide).ShouldBe(1200);
            wide.Length.ShouldBeLessThan(300_000);
        }
    }

    [Fact]
    public async Task Every_paper_has_a_home_page_that_names_its_feeds_and_a_robots_file()
    {
        foreach (var paper in Papers)
        {
            var home = await _reader.TextAsync(paper, paper.Site);
            foreach (var feed in paper.Feeds)
                home.ShouldContain($"href=\"{feed.Path}\"");
            (await _reader.TextAsync(paper, paper.Site + "robots.txt")).ShouldStartWith("User-agent: *");
        }
    }

    [Fact]
    public async Task A_feed_that_has_not_changed_answers_304()
    {
        foreach (var source in _newsroom.Sources)
        {
            (await _reader.RevalidateAsync(source.Address, (request, first) => request.Headers.IfNoneMatch.Add(first.Headers.ETag!)))
                .ShouldBe(HttpStatusCode.NotModified);
            (await _reader.RevalidateAsync(source.Address, (request, first) => request.Headers.IfModifiedSince = first.Content.Headers.LastModified))
                .ShouldBe(HttpStatusCode.NotModified);
            (await _reader.RevalidateAsync(source.Address, (request, _) => request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\""))))
                .ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task A_restart_with_the_same_anchor_serves_the_same_bytes()
    {
        await using var again = new DemoNewsroom(Anchor.ToOffset(TimeSpan.FromHours(5)));
        await again.StartAsync();
        using var reader = new DemoReader(again);
        var picture = Articles.First(one => one.Article.Picture is not null);
        IEnumerable<string> addresses = _newsroom.Sources.Select(source => source.Address)
            .Concat(Papers.Select(paper => DemoAddress.Article(paper, paper.Articles[0])))
            .Append(DemoAddress.Picture(picture.Paper, picture.Article, DemoPictures.Narrow));
        foreach (var address in addresses)
            (await reader.BytesAsync(address)).ShouldBe(await _reader.BytesAsync(address), address);
    }

    [Theory]
    [InlineData("http://ailleurs.demo.invalid/")]
    [InlineData("http://localhost/")]
    [InlineData("http://le-fanal.demo.invalid/absent")]
    [InlineData("http://parallaxe.demo.invalid/rss/une.xml")]
    public async Task What_no_paper_has_is_not_found(string address)
    {
        using var response = await _reader.GetAsync(address);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_old_site_answers_in_windows_1252()
    {
        var paper = Papers.Single(one => one.Charset is "windows-1252");
        using var response = await _reader.GetAsync(DemoAddress.Article(paper, paper.Articles[0]));
        response.Content.Headers.ContentType!.CharSet.ShouldBe("windows-1252");
        (await response.Content.ReadAsByteArrayAsync()).ShouldContain((byte)0xe9);
    }

    private static List<string> Addresses(byte[] feed)
    {
        if (feed[0] == (byte)'{')
            return JsonDocument.Parse(feed).RootElement.GetProperty("items").EnumerateArray()
                .Select(item => item.GetProperty("url").GetString()!).ToList();
        using var stream = new MemoryStream(feed);
        return XDocument.Load(stream).Descendants().Where(element => element.Name.LocalName is "item" or "entry")
            .Select(item => item.Elements().First(element => element.Name.LocalName is "link"))
            .Select(link => link.Attribute("href")?.Value ?? link.Value).ToList();
    }

    private static int Width(byte[] png) => (png[18] << 8) | png[19];
}
