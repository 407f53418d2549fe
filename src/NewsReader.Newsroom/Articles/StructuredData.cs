using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Articles;

/// <summary>What a page states about its article in JSON-LD (schema.org), read leniently.</summary>
internal sealed partial record StructuredData
{
    /// <summary>Milliseconds; the pattern is linear.</summary>
    private const int Timeout = 10_000;

    public string? Headline { get; init; }
    public string? Body { get; init; }
    public string? Description { get; init; }
    public string? Published { get; init; }
    public string? Modified { get; init; }
    public IReadOnlyList<string> People { get; init; } = [];
    public IReadOnlyList<string> Organisations { get; init; } = [];
    public string? Publisher { get; init; }
    public string? Image { get; init; }
    public string? Section { get; init; }
    public string? Language { get; init; }
    public bool? IsFree { get; init; }
    public bool IsLive { get; init; }

    private const int LongestScript = 1_000_000;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>The article of the page: of several nodes, the one that says most.</summary>
    public static StructuredData? Read(IParentNode page)
    {
        StructuredData? best = null;
        var (scripts, isLocked) = (new List<JsonDocument>(), false);
        foreach (var script in page.QuerySelectorAll("script[type*='ld+json' i]"))
        {
            if (Parse(script.TextContent) is { } json) scripts.Add(json);
            else isLocked |= Locked().IsMatch(script.TextContent);
        }
        Dictionary<string, JsonElement> named = new(StringComparer.Ordinal);
        foreach (var json in scripts) Name(json.RootElement, named, 0);
        foreach (var json in scripts)
            foreach (var node in Articles(json.RootElement, 0))
            {
                var found = Of(node, named);
                isLocked |= found.IsFree == false;
                if (best is null || found.Weight > best.Weight) best = found;
            }
        scripts.ForEach(json => json.Dispose());
        return isLocked ? (best ?? new StructuredData()) with { IsFree = false } : best;
    }

    /// <summary>Themes paste quotes into their data unescaped; that the text is locked can be told all the same.</summary>
    [GeneratedRegex(@"""isAccessibleForFree""\s*:\s*""?false", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Locked();

    private int Weight => (Headline is null ? 0 : 2) + (Published is null ? 0 : 2) + (People.Count > 0 ? 1 : 0) + (Body is { Length: > BlockWeights.ShortestStructured } ? 2 : 0) + (IsLive ? 1 : 0);

    private static JsonDocument? Parse(string script)
    {
        if (script.Length > LongestScript) return null;
        var text = script.Trim();
        if (text.StartsWith("<!--", StringComparison.Ordinal)) text = text.Replace("<!--", "", StringComparison.Ordinal).Replace("-->", "", StringComparison.Ordinal);
        if (text.StartsWith("//<![CDATA[", StringComparison.Ordinal) || text.StartsWith("<![CDATA[", StringComparison.Ordinal))
            text = text.Replace("//<![CDATA[", "", StringComparison.Ordinal).Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("//]]>", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal);
        return TryParse(text) ?? TryParse(string.Concat(text.Select(c => c < ' ' ? ' ' : c)).TrimEnd(' ', ';'));
    }

    private static JsonDocument? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<JsonElement> Articles(JsonElement node, int depth)
    {
        if (depth > 6) yield break;
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray())
                foreach (var found in Articles(item, depth + 1)) yield return found;
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            if (IsArticle(node)) yield return node;
            foreach (var name in (string[])["@graph", "mainEntity", "mainEntityOfPage"])
                if (node.TryGetProperty(name, out var inner))
                    foreach (var found in Articles(inner, depth + 1)) yield return found;
        }
    }

    private static bool IsArticle(JsonElement node) => Types(node).Any(t =>
        t.EndsWith("Article", StringComparison.Ordinal) || t.EndsWith("Posting", StringComparison.Ordinal) || t is "Report" or "Review" or "Recipe" or "CreativeWork" or "WebPage" && node.TryGetProperty("headline", out _));

    private static IEnumerable<string> Types(JsonElement node) => node.TryGetProperty("@type", out var type) ? Texts(type).Select(t => t[(t.LastIndexOf('/') + 1)..]) : [];

    /// <summary>Finds the nodes that others point to by their <c>@id</c> (JSON-LD 1.1, section 3.3): a graph states a person once.</summary>
    private static void Name(JsonElement node, Dictionary<string, JsonElement> named, int depth)
    {
        if (depth > 4) return;
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray()) Name(item, named, depth + 1);
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            if (node.TryGetProperty("name", out _) && node.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String) named.TryAdd(id.GetString()!, node);
            if (node.TryGetProperty("@graph", out var graph)) Name(graph, named, depth + 1);
        }
    }

    private static StructuredData Of(JsonElement node, Dictionary<string, JsonElement> named)
    {
        var authors = node.TryGetProperty("author", out var stated) ? Authors(stated, named).ToList() : [];
        return new StructuredData
        {
            Headline = Text(node, "headline"),
            Body = Text(node, "articleBody", keepLines: true),
            Description = Text(node, "description"),
            Published = Text(node, "datePublished") ?? Text(node, "dateCreated"),
            Modified = Text(node, "dateModified"),
            People = [.. authors.Where(a => !a.IsOrganisation).Select(a => a.Name)],
            Organisations = [.. authors.Where(a => a.IsOrganisation).Select(a => a.Name)],
            Publisher = node.TryGetProperty("publisher", out var publisher) ? Name(publisher) : null,
            Image = node.TryGetProperty("image", out var image) ? Address(image) : null,
            Section = Text(node, "articleSection"),
            Language = Text(node, "inLanguage"),
            IsFree = node.TryGetProperty("isAccessibleForFree", out var free) ? Truth(free) : null,
            IsLive = Types(node).Contains("LiveBlogPosting", StringComparer.Ordinal),
        };
    }

    private static IEnumerable<(string Name, bool IsOrganisation)> Authors(JsonElement author, Dictionary<string, JsonElement> named) => author.ValueKind switch
    {
        JsonValueKind.Array => author.EnumerateArray().SelectMany(a => Authors(a, named)),
        JsonValueKind.String => [(PlainText.FromHtml(author.GetString()!), false)],
        JsonValueKind.Object when author.TryGetProperty("name", out var name) =>
            Texts(name).Select(n => (PlainText.FromHtml(n), Types(author).Any(t => t.EndsWith("Organization", StringComparison.Ordinal)))),
        JsonValueKind.Object when author.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String && named.TryGetValue(id.GetString()!, out var person) =>
            Authors(person, named),
        _ => [],
    };

    private static string? Name(JsonElement node) => node.ValueKind == JsonValueKind.Object ? Text(node, "name") : Texts(node).FirstOrDefault();

    private static string? Address(JsonElement image) => image.ValueKind switch
    {
        JsonValueKind.Array => image.EnumerateArray().Select(Address).FirstOrDefault(a => a is not null),
        JsonValueKind.Object => Text(image, "url") ?? Text(image, "contentUrl"),
        JsonValueKind.String => image.GetString(),
        _ => null,
    };

    private static bool? Truth(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => !value.GetString()!.Trim().EndsWith("alse", StringComparison.OrdinalIgnoreCase),
        _ => null,
    };

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        _ => [],
    };

    private static string? Text(JsonElement node, string name, bool keepLines = false)
    {
        if (!node.TryGetProperty(name, out var value) || Texts(value).FirstOrDefault() is not { } text) return null;
        var clean = keepLines
            ? string.Join('\n', text.Replace("</p>", "\n", StringComparison.OrdinalIgnoreCase).Replace("<br", "\n<br", StringComparison.OrdinalIgnoreCase).Split('\n').Select(PlainText.FromHtml).Where(l => l.Length > 0))
            : PlainText.FromHtml(text);
        return clean.Length > 0 ? clean : null;
    }
}
