using System.Globalization;
using System.Text.Json.Nodes;
using NewsReader.Newsroom.Articles;
using NewsReader.Newsroom.Text;

namespace NewsReader.Evaluation;

/// <summary><c>templates PAGES_DIR</c>: what the template of a site takes out of its own pages, for each site with several of them.</summary>
internal static class TemplatesCall
{
    public static int Run(string[] args)
    {
        var sites = Directory.EnumerateDirectories(args[1]).Order(StringComparer.Ordinal).Select(Read).Where(p => p.Site.Length > 0)
            .GroupBy(p => p.Site, StringComparer.Ordinal).Where(site => site.Count() > 1).OrderByDescending(site => site.Count());
        foreach (var site in sites)
        {
            var template = OutletTemplate.Empty;
            foreach (var page in site)
                if (page.Extract(OutletTemplate.Empty) is { } article)
                    template = template.Learn(article, Day(article.Published), article.Section);
            var after = site.Select(p => p.Extract(template)).OfType<ExtractedArticle>().ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{site.Key}: {after.Count} pages, {template.Furniture.Count} blocks learnt, {after.Sum(a => a.Furniture.Count)} taken out"));
            foreach (var block in template.Furniture) Console.WriteLine($"  {block.Sample}");
        }
        return 0;
    }

    private static SitePage Read(string folder)
    {
        var meta = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "meta.json")))!;
        var address = (string?)meta["url"] ?? "";
        var site = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? WebAddress.Site(uri.IdnHost) : "";
        return new SitePage(site, address, (string?)meta["content_type"], File.ReadAllBytes(Path.Combine(folder, "page.html")));
    }

    private static DateOnly Day(string? published) =>
        DateTimeOffset.TryParse(published, CultureInfo.InvariantCulture, out var instant) ? DateOnly.FromDateTime(instant.Date) : default;

    private sealed record SitePage(string Site, string Address, string? ContentType, byte[] Bytes)
    {
        public ExtractedArticle? Extract(OutletTemplate template) =>
            ArticleExtractor.Extract(Bytes, ContentType, Address, new PageHints { Template = template }).Article;
    }
}
