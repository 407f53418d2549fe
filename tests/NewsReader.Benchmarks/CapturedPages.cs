using System.Text.Json;

namespace NewsReader.Benchmarks;

/// <summary>A page as its site served it.</summary>
internal sealed record CapturedPage(byte[] Bytes, string? ContentType, string Address);

/// <summary>
/// The French pages of the shared corpora, which lie beside the repository (<c>../shared/corpora</c>, or where <c>NEWSREADER_CORPORA</c> says)
/// and are no part of it.
/// </summary>
internal static class CapturedPages
{
    /// <summary>The pages, by name; none where the corpora are absent.</summary>
    public static IReadOnlyList<CapturedPage> Read() =>
        Corpora() is { } corpora && Path.Combine(corpora, "articles", "corpus") is var pages && Directory.Exists(pages)
            ? [.. Directory.GetDirectories(pages).Where(IsFrench).Order(StringComparer.Ordinal).Select(Page)] : [];

    private static bool IsFrench(string page) => Fact(page, "gold.json", "lang") == "fr";

    private static CapturedPage Page(string page) =>
        new(File.ReadAllBytes(Path.Combine(page, "page.html")), Fact(page, "meta.json", "content_type"), Fact(page, "meta.json", "url") ?? "");

    private static string? Fact(string page, string file, string name)
    {
        using var facts = JsonDocument.Parse(File.ReadAllText(Path.Combine(page, file)));
        return facts.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    /// <summary>The folder of the shared corpora; null where there is none.</summary>
    public static string? Corpora()
    {
        var named = Environment.GetEnvironmentVariable("NEWSREADER_CORPORA");
        if (!string.IsNullOrEmpty(named)) return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NewsReader.sln"))) return Path.Combine(folder.FullName, "..", "shared", "corpora");
        return null;
    }
}
