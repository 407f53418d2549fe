using System.Globalization;
using System.Text.Json;

namespace NewsReader.Web.Demo;

/// <summary>
/// Reads the invented papers from the files inside the program. An article is a text file anybody can correct:
/// header lines (<c>title: …</c>), an empty line, then chunks separated by empty lines.
/// </summary>
internal static class DemoPapers
{
    private const string Folder = "Demo/Papers/";

    /// <summary>All papers with their articles, whose times hang on <paramref name="anchor"/>.</summary>
    public static IReadOnlyList<DemoPaper> Read(DateTimeOffset anchor)
    {
        var clock = new DemoClock(anchor);
        var files = DemoFiles.Names(Folder).Where(name => name.EndsWith(".md", StringComparison.Ordinal))
            .ToDictionary(name => name[Folder.Length..^3], name => Parse(DemoFiles.Text(name)), StringComparer.Ordinal);
        var papers = JsonSerializer.Deserialize(DemoFiles.Text(Folder + "papers.json"), DemoPaperJson.Default.ListDemoPaper)!;
        return [.. papers.Select(paper => paper with { Articles = Articles(paper, files, clock) })];
    }

    private static List<DemoArticle> Articles(DemoPaper paper, Dictionary<string, DemoText> files, DemoClock clock) =>
        [.. files.Where(file => file.Key.StartsWith(paper.Slug + "/", StringComparison.Ordinal))
            .Select(file => Article(paper, file.Key[(paper.Slug.Length + 1)..], file.Value, files, clock))
            .OrderByDescending(article => article.Published).ThenBy(article => article.Slug, StringComparer.Ordinal)];

    private static DemoArticle Article(DemoPaper paper, string slug, DemoText text, Dictionary<string, DemoText> files, DemoClock clock)
    {
        // A paper that republishes a dispatch has its own headline, and the agency's text word for word.
        var source = text["dispatch"] is { } dispatch ? files[dispatch] : text;
        var hours = Number(text["hours"]!);
        var published = clock.At(hours);
        var section = text["section"] ?? source["section"]!;
        string Compose(string typed) => DemoTypography.Compose(clock.Fill(typed), paper.Composition);
        return new DemoArticle
        {
            Slug = slug,
            Path = DemoAddress.Path(paper, slug, section, published),
            Title = Compose(text["title"]!),
            Lede = Compose(text["lede"] ?? source["lede"]!),
            Author = text["author"] ?? source["author"],
            Section = section,
            Event = text["event"] ?? source["event"],
            Published = published,
            Modified = text["updated"] is { } updated ? clock.At(Number(updated)) : published,
            FrontRank = text["front"] is { } rank ? int.Parse(rank, CultureInfo.InvariantCulture) : null,
            Picture = Picture(text, paper.Slug + "/" + slug, Compose),
            IsForSubscribers = text["access"] is "abonnés",
            IsLive = text["kind"] is "direct",
            Body = [.. source.Chunks.Select(Compose)],
        };
    }

    private static DemoPicture? Picture(DemoText text, string seed, Func<string, string> compose) =>
        text["picture"]?.Split(' ') is [var scene, var hue]
            ? new DemoPicture(scene, int.Parse(hue, CultureInfo.InvariantCulture), seed, compose(text["alt"]!))
            : null;

    private static DemoText Parse(string file)
    {
        var parts = file.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var header = parts[0].Split('\n').Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1].Trim(), StringComparer.Ordinal);
        return new DemoText(header, parts[1..]);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private sealed record DemoText(IReadOnlyDictionary<string, string> Header, IReadOnlyList<string> Chunks)
    {
        public string? this[string key] => Header.GetValueOrDefault(key);
    }
}
