using System.Text.Json.Serialization;
using NewsReader.Newsroom.Language;

namespace NewsReader.Newsroom.Articles;

/// <summary>
/// What one outlet sets on page after page of its own, learnt from these pages alone. Statistics go in and come out: nothing here is changed, and
/// the same pages in the same order give the same template. A block is furniture once it stands on three pages whose text differs, from at least two days
/// or two sections; a sentence that only the dispatches of one event share is not.
/// </summary>
public sealed record OutletTemplate
{
    /// <summary>The template of an outlet of which nothing is known.</summary>
    public static readonly OutletTemplate Empty = new();

    /// <summary>The same block on so many different pages is no chance.</summary>
    private const int FewestPages = 3;

    /// <summary>From so many pages on, what stands on most of them is the outlet's habit and not one event's.</summary>
    private const int FewestToKnow = 10;

    /// <summary>So many pages are remembered: enough to meet what one article in ten carries, and some ten kilobytes.</summary>
    private const int MostPages = 60;

    /// <summary>Of one day; the rest of the memory is for other days.</summary>
    private const int MostPagesOfDay = 20;

    private const int MostFurniture = 200;

    /// <summary>Where furniture would take more than this of an article's characters, it is likelier that the template is wrong.</summary>
    private const double MostOfArticle = 1.0 / 3;

    /// <summary>The pages that were learnt from, oldest first.</summary>
    public IReadOnlyList<LearntPage> Pages { get; init; } = [];

    /// <summary>What was found to repeat, oldest first.</summary>
    public IReadOnlyList<RepeatedBlock> Furniture { get; init; } = [];

    /// <summary>The template after one more page.</summary>
    /// <param name="article">The article as extracted, with this template or without.</param>
    /// <param name="day">The day that it counts for.</param>
    /// <param name="section">The section of the paper; null where nothing tells.</param>
    public OutletTemplate Learn(ExtractedArticle article, DateOnly day, string? section)
    {
        ArgumentNullException.ThrowIfNull(article);
        var fingerprint = Fingerprint.Of(article.Body.ToText());
        if (fingerprint == 0 || Pages.Count(p => p.Day == day) >= MostPagesOfDay) return this;
        var blocks = article.Body.Blocks.Select(b => (Key: TemplateBlock.Key(b), Block: b)).Where(b => b.Key is not null).DistinctBy(b => b.Key).ToList();
        if (blocks.Count == 0) return this;
        var page = new LearntPage(fingerprint, day, section, article.Title, [.. blocks.Select(b => b.Key!.Value)]);
        List<LearntPage> pages = [.. Pages.Skip(Math.Max(0, Pages.Count - MostPages + 1)), page];
        var found = blocks.Where(b => Furniture.All(f => f.Key != b.Key) && IsFurniture(b.Key!.Value, pages)).Select(b => new RepeatedBlock(b.Key!.Value, TemplateBlock.Sample(b.Block)));
        List<RepeatedBlock> furniture = [.. Furniture, .. found];
        return new OutletTemplate { Pages = pages, Furniture = furniture.Count > MostFurniture ? furniture[^MostFurniture..] : furniture };
    }

    /// <summary>
    /// The body without the furniture, and what was taken out of it; a heading goes with what stood below it. Never the chapô; nothing at all where it would be
    /// more than a third of the text.
    /// </summary>
    internal (List<Block> Body, List<Block> Removed) Clean(List<Block> blocks)
    {
        if (Furniture.Count == 0) return (blocks, []);
        var known = Furniture.Select(f => f.Key).ToHashSet();
        var goes = blocks.ConvertAll(b => b is not Heading && IsKnown(b));
        if (blocks.Where((_, i) => goes[i]).Sum(Length) is var length && (length > blocks.Sum(Length) * MostOfArticle || !goes.Contains(true))) return (blocks, []);
        for (var i = blocks.Count - 2; i >= 0; i--)
            goes[i] |= blocks[i] is Heading && goes[i + 1] && (IsKnown(blocks[i]) || NothingStaysBelow(i));
        return ([.. blocks.Where((_, i) => !goes[i])], [.. blocks.Where((_, i) => goes[i])]);

        bool IsKnown(Block block) => TemplateBlock.Key(block) is { } key && known.Contains(key);

        bool NothingStaysBelow(int heading)
        {
            var below = heading + 1;
            while (below < blocks.Count && goes[below]) below++;
            return below == blocks.Count || blocks[below] is Heading;
        }
    }

    private static int Length(Block block) => block.ToText().Length;

    /// <summary>
    /// Whether the pages that hold a block speak for it: enough of them, of different texts, days or sections. Texts are compared whole; a block that were most
    /// of them would be kept anyway. Pages about one event share the sentences that explain it: either no word is common to their titles, or the block stands
    /// on most pages of the outlet.
    /// </summary>
    private static bool IsFurniture(uint key, List<LearntPage> pages)
    {
        var different = new List<LearntPage>();
        foreach (var page in pages)
            if (page.Blocks.Contains(key) && !different.Exists(d => Fingerprint.AreCopies(d.Fingerprint, page.Fingerprint))) different.Add(page);
        if (different.Count < FewestPages) return false;
        if (different.DistinctBy(p => p.Day).Count() < 2 && different.Where(p => p.Section is not null).DistinctBy(p => p.Section, StringComparer.OrdinalIgnoreCase).Count() < 2) return false;
        return pages.Count >= FewestToKnow && different.Count * 2 > pages.Count || !ShareSubject(different);
    }

    /// <summary>Whether one word that says something stands in more than half of the titles.</summary>
    private static bool ShareSubject(List<LearntPage> pages) =>
        pages.SelectMany(p => FrenchTokens.Of(p.Title).Select(t => t.Word).Where(w => w.Length > 2 && !FrenchStopWords.Contains(w)).Distinct(StringComparer.Ordinal))
            .GroupBy(w => w, StringComparer.Ordinal).Any(g => g.Count() * 2 > pages.Count);
}

/// <summary>What is remembered of a page of the outlet.</summary>
/// <param name="Fingerprint">The fingerprint of its text.</param>
/// <param name="Day">The day that it counts for.</param>
/// <param name="Section">The section of the paper.</param>
/// <param name="Title">The headline.</param>
/// <param name="Blocks">The keys of its blocks.</param>
public sealed record LearntPage(ulong Fingerprint, DateOnly Day, string? Section, string Title, IReadOnlyList<uint> Blocks);

/// <summary>A block that the outlet sets again and again.</summary>
/// <param name="Key">What it is known by.</param>
/// <param name="Sample">How it begins, for the reader of a log.</param>
public sealed record RepeatedBlock(uint Key, string Sample);

/// <summary>Reads and writes the stored JSON of an <see cref="OutletTemplate"/>.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OutletTemplate))]
public sealed partial class OutletTemplateJson : JsonSerializerContext;
