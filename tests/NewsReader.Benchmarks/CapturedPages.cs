using System.Text.Json;

namespace NewsReader.Benchmarks;

/// <summary>A page as its site served it, with the title that its feed gives.</summary>
internal sealed record CapturedPage(byte[] Bytes, string? ContentType, string Address, string? Title);

/// <summary>The French pages of the shared corpora.</summary>
internal static class CapturedPages
{
    /// <summary>The pages, by name; none where the corpora are absent.</summary>
    public static IReadOnlyList<CapturedPage> Read() =>
        Corpora.Folder() is { } corpora && Path.Combine(corpora, "articles", "corpus") is var pages && Directory.Exists(pages)
            ? [.. Directory.GetDirectories(pages).Where(IsFrench).Order(StringComparer.Ordinal).Select(Page)] : [];

    private static bool IsFrench(string page) => Fact(page, "gold.json", "lang") == "fr";

    private static CapturedPage Page(string page) =>
        new(File.ReadAllBytes(Path.Combine(page, "page.html")), Fact(page, "meta.json", "content_type"), Fact(page, "meta.json", "url") ?? "", Fact(page, "gold.json", "title"));

    private static string? Fact(string page, string file, string name)
    {
        using var facts = JsonDocument.Parse(File.ReadAllText(Path.Combine(page, file)));
        return facts.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}
