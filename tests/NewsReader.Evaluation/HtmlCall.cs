using System.Text.Json;
using System.Text.Json.Nodes;
using NewsReader.Newsroom.Articles;

namespace NewsReader.Evaluation;

/// <summary><c>html FRAGMENTS.json OUT.json</c>: what the reader makes of hostile and benign fragments.</summary>
internal static class HtmlCall
{
    public static int Run(string[] args)
    {
        var given = JsonNode.Parse(File.ReadAllText(args[1]))!;
        var baseAddress = (string?)given["base"];
        var rows = new JsonArray();
        foreach (var one in given["cases"]!.AsArray())
        {
            var body = FragmentBody.Read((string)one!["html"]!, baseAddress);
            rows.Add(new JsonObject { ["id"] = (string)one["id"]!, ["html"] = ArticleHtml.Write(body) });
        }
        File.WriteAllText(args[2], rows.ToJsonString(new JsonSerializerOptions()));
        return 0;
    }
}
