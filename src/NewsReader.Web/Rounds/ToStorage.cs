using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NewsReader.Newsroom.Articles;
using NewsReader.Newsroom.Editions;
using NewsReader.Newsroom.Feeds;
using NewsReader.Newsroom.Language;
using NewsReader.Newsroom.Text;
using NewsReader.Storage.Articles;
using NewsReader.Storage.Sources;

namespace NewsReader.Web.Rounds;

/// <summary>The only place where the Newsroom's records become rows.</summary>
internal static class ToStorage
{
    /// <summary>A text that a feed carries counts as the article from this many words on; shorter ones are its summary.</summary>
    public const int FullTextWords = 120;

    private const int LongestIdentity = 500;
    private const int LongestLine = 1000;
    private static readonly TimeSpan OldestCredible = TimeSpan.FromHours(48);

    /// <summary>What tells an entry apart within its source: its guid; else its address; else its title and date. A long one is hashed.</summary>
    public static string Identity(ParsedEntry entry)
    {
        var identity = entry.Guid ?? entry.Link ?? $"{entry.Title}\n{entry.Published:O}\n{(entry.Title is null ? entry.Summary : null)}";
        return identity.Length <= LongestIdentity ? identity : Hash(identity);
    }

    /// <summary>The canonical address of the article that an entry leads to; an entry without a page gets an address of its own below its source's.</summary>
    public static string Address(ParsedEntry entry, string sourceAddress) => Page(entry) ?? $"{sourceAddress}#{Hash(Identity(entry))}";

    /// <summary>The canonical address of the page that an entry leads to; null where it leads nowhere, or to a front page, which is no article.</summary>
    public static string? Page(ParsedEntry entry) =>
        (entry.Link is { } link ? WebAddress.Canonical(link) : null) is { Length: <= 2000 } address && new Uri(address).PathAndQuery != "/" ? address : null;

    /// <summary>Copies what a feed says of an entry, as published.</summary>
    public static void Fill(Entry entry, ParsedEntry parsed)
    {
        entry.Guid = parsed.Guid;
        entry.Address = parsed.Link;
        entry.Title = parsed.Title;
        entry.Author = parsed.Author;
        entry.Published = parsed.Published?.UtcDateTime;
        entry.Updated = parsed.Updated?.UtcDateTime;
        entry.Summary = parsed.Summary;
        entry.Content = parsed.Content;
        if (!entry.Categories.SequenceEqual(parsed.Categories)) entry.Categories = [.. parsed.Categories];
    }

    /// <summary>A new article with what its entry says of it.</summary>
    public static Article Article(ParsedEntry entry, string address, DateTime now)
    {
        var published = (entry.Published ?? entry.Updated)?.UtcDateTime;
        return new Article
        {
            Address = address,
            Title = Line(entry.Title) ?? Line(entry.Summary) ?? address,
            Summary = Line(entry.Summary),
            Author = Line(entry.Author),
            Published = published,
            FirstSeen = now,
            At = Credible(published, now),
        };
    }

    /// <summary>Copies what a page says of its article. What the feed said of date and author stands; the page's headline, summary and text are better.</summary>
    public static void Fill(Article article, ExtractedArticle extracted)
    {
        article.Title = extracted.Title.Length > 0 ? extracted.Title : article.Title;
        article.Summary = article.Summary is { Length: > 0 } summary && extracted.Summary is null ? summary : extracted.Summary;
        article.Author = extracted.Authors.Count > 0 ? string.Join(", ", extracted.Authors) : article.Author;
        article.Agency = extracted.Agency;
        article.Language = extracted.Language;
        article.Access = (ArticleAccess)extracted.Access;
        article.IsLive = extracted.IsLive;
        article.Published ??= Instant(extracted.Published);
        article.Modified = Instant(extracted.Modified);
        article.At = Credible(article.Published, article.FirstSeen);
    }

    /// <summary>The stored form of a body.</summary>
    public static StoredText Text(ArticleBody body)
    {
        var json = JsonSerializer.Serialize(body, ArticleBodyJson.Default.ArticleBody);
        var text = body.ToText();
        return new StoredText(json, CountWords(text), unchecked((long)Fingerprint.Of(text)), Hash(json));
    }

    /// <summary>The length of a body in words.</summary>
    public static int Words(ArticleBody body) => CountWords(body.ToText());

    /// <summary>One line of plain text out of what may be HTML; null where nothing is left.</summary>
    public static string? Line(string? html)
    {
        if (html is null || PlainText.FromHtml(html) is not { Length: > 0 } line) return null;
        return line.Length <= LongestLine ? line : string.Concat(line.AsSpan(0, line.LastIndexOf(' ', LongestLine) is var end and > 0 ? end : LongestLine), "…");
    }

    /// <summary>An ISO 8601 time as a page states it; one without an offset is Paris time. Null where it is none.</summary>
    public static DateTime? Instant(string? stated)
    {
        if (!DateTimeOffset.TryParse(stated, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)) return null;
        if (!DateTime.TryParse(stated, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var local) || local.Kind != DateTimeKind.Unspecified)
            return instant.UtcDateTime;
        var offset = EditionDay.ToParis(new DateTimeOffset(local, TimeSpan.FromHours(1))).Offset;
        return new DateTimeOffset(local, offset).UtcDateTime;
    }

    /// <summary>The time that an article counts for: the stated one, within [first seen − 48 h, first seen].</summary>
    public static DateTime Credible(DateTime? published, DateTime firstSeen) =>
        published is not { } stated || stated > firstSeen ? firstSeen : stated < firstSeen - OldestCredible ? firstSeen - OldestCredible : stated;

    private static int CountWords(string text) => text.AsSpan().Count(' ') + text.AsSpan().Count('\n') + (text.Length > 0 ? 1 : 0);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>A body as stored: its JSON, length in words, fingerprint and hash.</summary>
internal sealed record StoredText(string Json, int Words, long Fingerprint, string Hash);
