using System.Reflection;
using System.Text.RegularExpressions;
using NewsReader.Newsroom.Articles;
using NewsReader.Storage;
using NewsReader.Web.Rounds;

namespace NewsReader.Web.Tests;

/// <summary>The rules of the house (docs/architecture.md), held by the code itself.</summary>
public sealed partial class RoomRules
{
    private const int LongestFile = 350;
    private static readonly Assembly Newsroom = typeof(ArticleBody).Assembly;
    private static readonly Assembly Storage = typeof(NewsDb).Assembly;
    private static readonly Assembly Web = typeof(RoundQueue).Assembly;

    [Fact]
    public void The_Newsroom_knows_no_framework_beside_the_language_and_AngleSharp() =>
        Newsroom.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("AngleSharp" or "netstandard"))
            .ShouldBeEmpty();

    [Fact]
    public void The_Newsroom_promises_nothing_for_later() => Newsroom.GetTypes()
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(m => typeof(Task).IsAssignableFrom(m.ReturnType))
        .ShouldBeEmpty();

    [Fact]
    public void Storage_and_the_Newsroom_do_not_know_each_other()
    {
        Storage.GetReferencedAssemblies().Select(a => a.Name).ShouldNotContain(name => name == "AngleSharp" || name == Newsroom.GetName().Name);
        Newsroom.GetReferencedAssemblies().Select(a => a.Name).ShouldNotContain(Storage.GetName().Name);
    }

    [Fact]
    public void A_public_page_uses_storage_and_reading_alone() =>
        UsingsBelow("NewsReader.Web/Pages", exceptBelow: "Admin").ShouldAllBe(u => Allowed(u, "Reading", "Hosting", "Pages"));

    [Fact]
    public void An_admin_page_also_uses_adding_admin_and_the_queue() =>
        UsingsBelow("NewsReader.Web/Pages/Admin").ShouldAllBe(u => Allowed(u, "Reading", "Hosting", "Pages", "Adding", "Admin", "Rounds", "Backups"));

    [Fact]
    public void Reading_fetches_nothing_and_runs_no_round() =>
        UsingsBelow("NewsReader.Web/Reading").ShouldAllBe(u => Allowed(u, "Reading", "Hosting"));

    [Fact]
    public void Fetching_knows_no_other_room_of_the_host() =>
        UsingsBelow("NewsReader.Web/Fetching").ShouldAllBe(u => Allowed(u, "Fetching"));

    [Fact]
    public void Rounds_alone_write_articles_stories_and_editions() => Sources()
        .Where(f => !f.Path.Contains("/Rounds/", StringComparison.Ordinal) && WritesNews().IsMatch(f.Text))
        .Select(f => f.Path)
        .ShouldBeEmpty();

    [Fact]
    public void No_interface_has_a_single_implementation()
    {
        var types = new[] { Newsroom, Storage, Web }.SelectMany(a => a.GetTypes()).ToList();
        types.Where(t => t.IsInterface && types.Count(c => c is { IsClass: true } && t.IsAssignableFrom(c)) < 2).ShouldBeEmpty();
    }

    [Fact]
    public void No_name_says_nothing() => new[] { Newsroom, Storage, Web }.SelectMany(a => a.GetTypes())
        .Where(t => SaysNothing().IsMatch(t.Name))
        .ShouldBeEmpty();

    [Fact]
    public void Classes_are_sealed() => new[] { Newsroom, Storage, Web }.SelectMany(a => a.GetTypes())
        .Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false } && t.Namespace?.Contains(".Migrations", StringComparison.Ordinal) == false && IsOurs(t))
        .Where(t => !new[] { Newsroom, Storage, Web }.SelectMany(a => a.GetTypes()).Any(o => o.BaseType == t))
        .ShouldBeEmpty();

    [Fact]
    public void Nobody_asks_the_clock_but_TimeProvider() =>
        Sources().Where(f => AsksTheClock().IsMatch(f.Text)).Select(f => f.Path).ShouldBeEmpty();

    [Fact]
    public void A_file_is_read_without_scrolling_far() =>
        Sources().Where(f => f.Text.AsSpan().Count('\n') > LongestFile && !f.Path.Contains("StopWords", StringComparison.Ordinal)).Select(f => f.Path).ShouldBeEmpty();

    [Fact]
    public void The_doors_of_the_Newsroom_are_these() => Newsroom.GetExportedTypes()
        .Where(t => !t.IsNested && t.Namespace is not null)
        .GroupBy(t => t.Namespace!["NewsReader.Newsroom.".Length..])
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => $"{g.Key}: {string.Join(' ', g.Select(t => t.Name).Order(StringComparer.Ordinal))}")
        .ShouldBe(NewsroomDoors);

    private static readonly string[] NewsroomDoors =
    [
        "Articles: Access ArticleBody ArticleBodyJson ArticleExtractor ArticleHtml ArticleHtmlOptions Block BodyText Candidate Embed ExtractedArticle Extraction ExtractionTrace Figure "
            + "FragmentBody Heading LearntPage ListBlock ListItem Marks OutletRules OutletTemplate OutletTemplateJson PageHints Paragraph Picture PictureVariant Preformatted Quotation Removal RepeatedBlock RuleFault RuleFaultKind Separator Span Table TableCell TableRow",
        "Editions: ArticleStanding EditionDay FrenchTime FrontPage RankedStory ScoreTerms ScoreTermsJson Section Sections StoryLead StoryStanding",
        "Feeds: Enclosure FeedCandidate FeedCandidateOrigin FeedDates FeedFailure FeedFinder FeedFormat FeedReader FeedReading Opml OpmlEntry OpmlFailure OpmlReading OpmlRefusal OpmlRefusalCause ParsedEntry ParsedFeed",
        "Language: Fingerprint FrenchTypography ReadingTime TextLanguage",
        "Stories: HeadlineMarkers KeySentence KeySentences MemberText StoryCore StoryCorrection StoryDecision StoryItem StoryMatcher StoryTitle TermStatistics TitleCandidate",
        "Text: DecodedText MarkupKind PlainText TextDecoding WebAddress",
    ];

    private static bool Allowed(string used, params string[] rooms) =>
        !used.StartsWith("NewsReader.Web.", StringComparison.Ordinal) || rooms.Any(room => (used + ".").StartsWith($"NewsReader.Web.{room}.", StringComparison.Ordinal));

    private static bool IsOurs(Type type) =>
        type.Namespace?.StartsWith("NewsReader.", StringComparison.Ordinal) == true && !type.Name.Contains('<', StringComparison.Ordinal) && !type.Name.StartsWith("Pages_", StringComparison.Ordinal);

    private static IEnumerable<string> UsingsBelow(string folder, string? exceptBelow = null) => Sources()
        .Where(f => f.Path.StartsWith(folder, StringComparison.Ordinal) && (exceptBelow is null || !f.Path.StartsWith($"{folder}/{exceptBelow}/", StringComparison.Ordinal)))
        .SelectMany(f => Using().Matches(f.Text).Select(m => m.Groups["name"].Value));

    /// <summary>The project's own files of code below src, with paths from there.</summary>
    private static IEnumerable<(string Path, string Text)> Sources()
    {
        var root = Path.Combine(Repository.Root, "src");
        return Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(f => (Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllText(f)));
    }

    [GeneratedRegex(@"^@?using (?!static|var|\()(?<name>[\w.]+);?\s*$", RegexOptions.Multiline, 10_000)]
    private static partial Regex Using();

    [GeneratedRegex(@"\.(Articles|ArticleTexts|ArticlePages|Stories|Editions|Placements|Entries)\.(Add|AddRange|Remove|Update)\(", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex WritesNews();

    [GeneratedRegex(@"(Service|Manager|Helpers?|Utils?)$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex SaysNothing();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?Now\b", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex AsksTheClock();
}
