using System.Text.Json;
using System.Text.Json.Nodes;
using NewsReader.Newsroom.Articles;

namespace NewsReader.Evaluation;

/// <summary><c>articles PAGES_DIR OUT_DIR</c>: what the extractor makes of whole pages.</summary>
internal static class ArticlesCall
{
    public static int Run(string[] args)
    {
        Directory.CreateDirectory(args[2]);
        foreach (var folder in Directory.EnumerateDirectories(args[1]))
        {
            var meta = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "meta.json")))!;
            var extraction = ArticleExtractor.Extract(
                File.ReadAllBytes(Path.Combine(folder, "page.html")), (string?)meta["content_type"], (string?)meta["url"] ?? "");
            var answer = extraction.Article is { } article ? Answer(article) : [];
            File.WriteAllText(Path.Combine(args[2], Path.GetFileName(folder) + ".json"), answer.ToJsonString(JsonSerializerOptions.Default));
        }
        return 0;
    }

    private static JsonObject Answer(ExtractedArticle article) => new()
    {
        ["title"] = article.Title,
        ["byline"] = article.Authors.Count > 0 ? string.Join(", ", article.Authors) : article.Agency,
        ["published"] = article.Published,
        ["lead_image"] = article.LeadPicture?.Address,
        ["body_text"] = article.Body.ToText(),
    };
}
