using Microsoft.EntityFrameworkCore;
using NewsReader.Newsroom.Articles;
using NewsReader.Newsroom.Feeds;
using NewsReader.Newsroom.Text;
using NewsReader.Storage;
using NewsReader.Storage.Articles;
using NewsReader.Storage.Sources;

namespace NewsReader.Web.Rounds;

/// <summary>Brings a known entry up to what its feed says now, and its article with it. The caller saves.</summary>
internal sealed class EntryEdits(NewsDb db, DateTime now, bool fetchPages)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    /// <summary>
    /// An edited headline or text replaces what the feed said before, which is kept as a version; a text that was read on the article's page is left to that page, which is
    /// read again: it has likely changed too.
    /// </summary>
    public async Task ApplyAsync(Entry entry, ParsedEntry parsed, CancellationToken cancel)
    {
        var (title, content, updated) = (entry.Title, entry.Content, entry.Updated);
        ToStorage.Fill(entry, parsed);
        var headline = title == entry.Title ? null : ToStorage.Line(entry.Title);
        var isRewritten = content != entry.Content && Words(content) != Words(entry.Content);
        if (entry.ArticleId is not { } articleId || (headline is null && !isRewritten && !(entry.Updated > updated))) return;
        var article = await db.Articles.SingleAsync(a => a.Id == articleId, cancel);
        var text = await db.ArticleTexts.FindAsync([articleId], cancel);
        var before = new WhatItSays(article.Title, text?.Body);
        article.Title = headline ?? article.Title;
        if (isRewritten && text is not { IsFromPage: true }) text = await ReplaceAsync(article, text, parsed.Content, cancel);
        await ArticleVersions.KeepAsync(db, article, before, new WhatItSays(article.Title, text?.Body), now, cancel);
        if (fetchPages && ToStorage.Page(parsed) is not null) ReadAgain(article);
    }

    private async Task<ArticleText?> ReplaceAsync(Article article, ArticleText? text, string? content, CancellationToken cancel)
    {
        var body = FragmentBody.Read(content ?? "", article.Address);
        if (ToStorage.Words(body) < ToStorage.FullTextWords) return text;
        var known = await db.ArticleImages.Where(i => i.ArticleId == article.Id).ToListAsync(cancel);
        ArticleContents.AddPictures(db, article, body, null, known);
        return ArticleContents.Put(db, article, text, body);
    }

    /// <summary>The first edit is looked at now; an entry that changes at each visit is looked at ever less often.</summary>
    private void ReadAgain(Article article)
    {
        var pause = article.Attempts <= 1 ? TimeSpan.Zero : ShortestPause * Math.Pow(2, Math.Min(article.Attempts, 10));
        var next = now + (pause < LongestPause ? pause : LongestPause);
        if (article.NextFetch <= next) return;
        if (article.NextFetch is null) article.Attempts = Math.Max(article.Attempts, 1);
        article.NextFetch = next;
    }

    private static string Words(string? html) => html is null ? "" : PlainText.FromHtml(html);
}
