using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using NewsReader.Web.Tests.Adding;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Xss;

/// <summary>
/// A paper of which every field of every entry and every page carries fragments that try to run something: an RSS, an Atom and a JSON feed. Each fragment
/// comes by each field once.
/// </summary>
internal sealed class HostilePaper(LoopbackPaper paper, IReadOnlyList<string> fragments)
{
    /// <summary>How many fragments a field carries.</summary>
    private const int AtOnce = 4;

    private static readonly string[] Words =
        "préfecture marée vote grève chalutier lycée hôpital canal moisson tribunal théâtre viaduc orage budget ferry musée récolte scrutin digue archive".Split(' ');

    private int _edition;

    /// <summary>A feed that nobody follows yet.</summary>
    public const string NewFeed = "/autre.rss";

    public static string[] Feeds { get; } = ["/flux.rss", "/flux.atom", "/flux.json"];

    public int Entries => (fragments.Count + AtOnce - 1) / AtOnce;

    /// <summary>Sets what the paper answers; once more, and each entry and page has been edited.</summary>
    public void Print(DateTimeOffset now)
    {
        var entries = Enumerable.Range(0, Entries).Select(n => Of(n, now)).ToList();
        foreach (var rss in new[] { Feeds[0], NewFeed }) paper.Feed(rss, Rss([.. entries.Where(e => e.Number % 3 == 0)]));
        paper.Answer(Feeds[1], "application/atom+xml; charset=utf-8", Atom([.. entries.Where(e => e.Number % 3 == 1)]));
        paper.Answer(Feeds[2], "application/feed+json; charset=utf-8", Json([.. entries.Where(e => e.Number % 3 == 2)]));
        foreach (var entry in entries) paper.Page(Invariant($"/a/{entry.Number}"), Page(entry));
        paper.Picture("/photo.png", SeededPicture.Png(1200, 630, 90, 120, 150));
        _edition++;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>The fragments of a field of an entry: another part of the corpus in each field, and another order in each edition.</summary>
    private string[] Field(int entry, int field) =>
        [.. Enumerable.Range(0, AtOnce).Select(k => fragments[((entry + field * 17) % Entries * AtOnce + (k + field + _edition) % AtOnce) % fragments.Count])];

    private static string Prose(int n, int paragraph) => string.Join(' ', Enumerable.Range(0, 40).Select(k => Words[(n * 7 + paragraph * 3 + k * (n % 5 + 2)) % Words.Length])) + ".";

    private HostileEntry Of(int n, DateTimeOffset now)
    {
        string Joined(int field) => string.Join(' ', Field(n, field));
        var clean = Invariant($"{paper.Home}/a/{n}");
        return new HostileEntry(n)
        {
            Title = Invariant($"{Words[n % Words.Length]} {Words[n * 3 % Words.Length]} {n} ") + Joined(0),
            Author = Joined(1),
            Category = Joined(2),
            Summary = Joined(3) + " " + Prose(n, 1),
            Content = string.Join("<p>Suite.</p>", Field(n, 4).Select(f => $"<div>{f}</div>")) + $"<p>{Prose(n, 2)}</p>",
            Link = (n % 4) switch { 0 => Field(n, 5)[0], 1 => $"{clean}?{Field(n, 5)[0]}", _ => clean },
            Guid = Invariant($"{n} ") + Field(n, 6)[0],
            Picture = n % 2 == 0 ? Field(n, 7)[0] : $"{paper.Home}/photo.png?{n}{Field(n, 7)[0]}",
            At = now.AddMinutes(-n),
            Texts = [.. Enumerable.Range(8, 6).Select(field => Field(n, field))],
        };
    }

    private string Rss(List<HostileEntry> entries) =>
        $"<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"http://search.yahoo.com/mrss/\"><channel>"
        + $"<title>{Xml(string.Join(' ', Field(0, 0)))}</title><link>{Xml(paper.Home)}</link><description>{Xml(string.Join(' ', Field(1, 0)))}</description>"
        + string.Concat(entries.Select(e => $"<item><title>{Xml(e.Title)}</title><link>{Xml(e.Link)}</link><guid isPermaLink=\"false\">{Xml(e.Guid)}</guid><dc:creator>{Xml(e.Author)}</dc:creator>"
            + $"<category>{Xml(e.Category)}</category><description>{Xml(e.Summary)}</description><content:encoded>{Xml(e.Content)}</content:encoded><pubDate>{e.At:r}</pubDate>"
            + $"<enclosure url=\"{Xml(e.Picture)}\" type=\"image/png\" length=\"1\"/><media:content url=\"{Xml(e.Picture)}\" medium=\"image\"/></item>"))
        + "</channel></rss>";

    private string Atom(List<HostileEntry> entries) =>
        $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><title type=\"html\">{Xml(string.Join(' ', Field(2, 0)))}</title><id>urn:x</id><updated>{entries[0].At:O}</updated>"
        + string.Concat(entries.Select(e => $"<entry><title type=\"html\">{Xml(e.Title)}</title><link href=\"{Xml(e.Link)}\"/><link rel=\"enclosure\" type=\"image/png\" href=\"{Xml(e.Picture)}\"/><id>{Xml(e.Guid)}</id>"
            + $"<author><name>{Xml(e.Author)}</name></author><category term=\"{Xml(e.Category)}\"/><summary type=\"html\">{Xml(e.Summary)}</summary><content type=\"html\">{Xml(e.Content)}</content><updated>{e.At:O}</updated></entry>"))
        + "</feed>";

    private string Json(List<HostileEntry> entries) => JsonSerializer.Serialize(new
    {
        version = "https://jsonfeed.org/version/1.1",
        title = string.Join(' ', Field(3, 0)),
        home_page_url = paper.Home,
        items = entries.Select(e => new
        {
            id = e.Guid,
            url = e.Link,
            title = e.Title,
            summary = e.Summary,
            content_html = e.Content,
            image = e.Picture,
            date_published = e.At,
            authors = new[] { new { name = e.Author } },
            tags = new[] { e.Category },
        }),
    });

    /// <summary>The page of an entry: raw fragments between the paragraphs, the same in meta elements and JSON-LD, well escaped there.</summary>
    private static string Page(HostileEntry entry)
    {
        string Joined(int text) => string.Join(' ', entry.Texts[text]);
        var data = JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["headline"] = entry.Title,
            ["author"] = new { name = Joined(0) },
            ["description"] = Joined(1),
            ["image"] = entry.Picture,
            ["articleSection"] = entry.Category,
        });
        var html = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>{Xml(entry.Title)}</title><meta name=\"author\" content=\"{Xml(Joined(2))}\">");
        html.Append(CultureInfo.InvariantCulture, $"<meta property=\"og:image\" content=\"{Xml(entry.Picture)}\"><meta property=\"og:title\" content=\"{Xml(entry.Title)}\"><meta name=\"description\" content=\"{Xml(Joined(3))}\">");
        html.Append(CultureInfo.InvariantCulture, $"<script type=\"application/ld+json\">{data}</script></head><body><article><h1>{Xml(entry.Title)}</h1>");
        for (var paragraph = 0; paragraph < AtOnce; paragraph++)
            html.Append(CultureInfo.InvariantCulture, $"<p>{Prose(entry.Number, paragraph)}</p><div>{entry.Texts[4][paragraph]}</div><p>{Prose(entry.Number, paragraph + 5)} {entry.Texts[5][paragraph]}</p>");
        return html.Append(CultureInfo.InvariantCulture, $"<figure><img src=\"{Xml(entry.Picture)}\" alt=\"{Xml(Joined(0))}\"><figcaption>{Xml(Joined(1))}</figcaption></figure><p>{Prose(entry.Number, 9)}</p></article></body></html>").ToString();
    }

    private static string Xml(string text) => WebUtility.HtmlEncode(text);

    private sealed record HostileEntry(int Number)
    {
        public required string Title { get; init; }

        public required string Author { get; init; }

        public required string Category { get; init; }

        public required string Summary { get; init; }

        public required string Content { get; init; }

        public required string Link { get; init; }

        public required string Guid { get; init; }

        public required string Picture { get; init; }

        public required DateTimeOffset At { get; init; }

        public required string[][] Texts { get; init; }
    }
}
