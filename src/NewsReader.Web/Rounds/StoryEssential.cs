using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsReader.Newsroom.Articles;
using NewsReader.Newsroom.Stories;
using NewsReader.Storage;
using NewsReader.Storage.Articles;

namespace NewsReader.Web.Rounds;

/// <summary>Chooses the sentences of « L'essentiel » from the texts of a story's articles.</summary>
internal static class StoryEssential
{
    /// <summary>How many articles of one story are read for it.</summary>
    private const int MostMembers = 30;

    /// <summary>Up to three sentences, each with its article and outlet; none where no article has a text.</summary>
    public static async Task<List<Storage.Stories.KeySentence>> ChooseAsync(NewsDb db, IReadOnlyList<Article> articles, CancellationToken cancel)
    {
        var read = articles.Where(a => a.Words > 0).OrderBy(a => a.Access).Take(MostMembers).Select(a => a.Id).ToList();
        var texts = await db.ArticleTexts.AsNoTracking().Where(t => read.Contains(t.ArticleId)).ToDictionaryAsync(t => t.ArticleId, t => t.Body, cancel);
        var members = articles.Where(a => texts.ContainsKey(a.Id)).Select(a => new MemberText(a.Id, a.OutletId, Paragraphs(texts[a.Id]))).ToList();
        var outlets = articles.ToDictionary(a => a.Id, a => a.Outlet!.Name);
        return [.. KeySentences.Choose(members).Select(s => new Storage.Stories.KeySentence { ArticleId = s.ArticleId, Outlet = outlets[s.ArticleId], Text = s.Text })];
    }

    private static List<string> Paragraphs(string body) =>
        [.. JsonSerializer.Deserialize(body, ArticleBodyJson.Default.ArticleBody)?.Blocks.OfType<Paragraph>().Select(p => p.Spans.ToText()) ?? []];
}
