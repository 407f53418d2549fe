using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsReader.Newsroom.Articles;
using NewsReader.Newsroom.Language;
using NewsReader.Storage;
using NewsReader.Storage.Articles;

namespace NewsReader.Web.Rounds;

/// <summary>Keeps what an article said before its outlet edited it. The caller saves.</summary>
internal static class ArticleVersions
{
    /// <summary>A live blog is edited all day: of so many versions the first and the latest are kept.</summary>
    private const int Most = 20;

    /// <summary>What stood for a shorter time is a step of one edit: the headline changes in the feed, and the text when its page is read.</summary>
    private static readonly TimeSpan OneEdit = TimeSpan.FromMinutes(15);

    /// <summary>Keeps <paramref name="before"/> as a version of the article, if it differs in a reader's eyes from <paramref name="after"/>, which the article says now.</summary>
    public static async Task KeepAsync(NewsDb db, Article article, WhatItSays before, WhatItSays after, DateTime now, CancellationToken cancel)
    {
        if (before.ReadsLike(after)) return;
        var versions = await db.ArticleVersions.Where(v => v.ArticleId == article.Id).OrderBy(v => v.Id).ToListAsync(cancel);
        if (versions is [.., var last] && last.ReplacedAt > now - OneEdit)
        {
            if (new WhatItSays(last.Title, last.Body).ReadsLike(after)) db.ArticleVersions.Remove(last);
            return;
        }

        if (versions.Count >= Most) db.ArticleVersions.Remove(versions[1]);
        db.ArticleVersions.Add(new ArticleVersion { ArticleId = article.Id, Title = before.Title, Body = before.Body, ReplacedAt = now });
    }
}

/// <summary>What an article says at one time.</summary>
/// <param name="Title">Its headline.</param>
/// <param name="Body">The stored JSON of its text; null where there is none.</param>
internal sealed record WhatItSays(string Title, string? Body)
{
    /// <summary>Whether a reader would see the same words; pictures, links and typography do not count.</summary>
    public bool ReadsLike(WhatItSays other) =>
        Plain(Title) == Plain(other.Title) && (Body == other.Body || Plain(TextOf(Body)) == Plain(TextOf(other.Body)));

    private static string TextOf(string? json) => json is null ? "" : JsonSerializer.Deserialize(json, ArticleBodyJson.Default.ArticleBody)?.ToText() ?? "";

    private static string Plain(string text) =>
        string.Join(' ', FrenchTypography.Apply(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
