using System.Security.Cryptography;
using System.Text.Json;
using NewsReader.Newsroom.Editions;
using NewsReader.Newsroom.Stories;
using NewsReader.Storage.Articles;
using NewsReader.Storage.Editions;

namespace NewsReader.Web.Rounds;

/// <summary>Sets the ranked stories as the places of an edition, with all that the page shows of them.</summary>
internal static class EditionLayout
{
    /// <summary>The stories of the front page itself.</summary>
    public const int FrontPlaces = 20;

    /// <summary>How many stories are saved: the front page's, then those that only the sections show.</summary>
    private const int MostPlaces = 240;

    /// <summary>How many stories carry other outlets' titles, and how many of these.</summary>
    private const int PlacesWithOthers = 5;
    private const int Others = 2;

    /// <summary>An outlet is rare that told no more than this many of the articles at hand.</summary>
    private const int RareArticles = 4;
    private const int RailPlaces = 5;

    /// <summary>The places of the page, then those of the rail.</summary>
    /// <param name="facts">What there is to tell.</param>
    /// <param name="shown">The stories of the page as it stands, in their order.</param>
    /// <param name="now">The hour that the page prints.</param>
    public static List<EditionPlace> Draw(EditionFacts facts, IReadOnlyList<long> shown, DateTimeOffset now)
    {
        var stories = facts.Articles.GroupBy(a => a.StoryId!.Value).ToDictionary(g => g.Key, g => g.ToList());
        var core = new StoryCore(facts.Articles.Select(a => new StoryItem(a.Id, a.Outlet!.Name, a.Title, a.Summary ?? "", new DateTimeOffset(a.At), a.Address)));
        var ranked = FrontPage.Rank([.. stories.Select(s => Standing(s.Key, s.Value, core, facts))], now, shown);
        var page = FrontPage.Choose(ranked, FrontPlaces);
        var onPage = page.Select(s => s.StoryId).ToHashSet();
        var places = page.Concat(ranked.Where(s => !onPage.Contains(s.StoryId)).Take(MostPlaces - page.Count))
            .Select((story, index) => Place(story, stories[story.StoryId], facts, index + 1, isRail: false))
            .ToList();
        places.AddRange(Rail(facts, ranked, onPage).Select((story, index) => Place(story, stories[story.StoryId], facts, index + 1, isRail: true)));
        return places;
    }

    /// <summary>A word for what the places show.</summary>
    public static string Stamp(List<EditionPlace> places, int articles, int outlets)
    {
        var shown = places.Select(p => new { p.Rank, p.IsRail, p.StoryId, p.LeadArticleId, p.Title, p.Summary, p.OutletCount, p.ImageId, p.Sentence, p.Others, p.Access, p.IsLive });
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { articles, outlets, shown }));
        return Convert.ToHexStringLower(hash.AsSpan(0, 8));
    }

    /// <summary>Stories of outlets that publish rarely and that the page itself does not show, one an outlet, the newest first.</summary>
    private static IEnumerable<RankedStory> Rail(EditionFacts facts, IReadOnlyList<RankedStory> ranked, HashSet<long> onPage)
    {
        var byArticle = ranked.Where(s => !onPage.Contains(s.StoryId)).ToDictionary(s => s.LeadArticleId);
        return facts.Articles
            .GroupBy(a => a.OutletId)
            .Where(g => g.Count() <= RareArticles)
            .Select(g => g.Where(a => byArticle.ContainsKey(a.Id) && a.Access == ArticleAccess.Free).MaxBy(a => a.At))
            .OfType<Article>()
            .OrderByDescending(a => a.At).ThenBy(a => a.Id)
            .Take(RailPlaces)
            .Select(a => byArticle[a.Id]);
    }

    private static StoryStanding Standing(long storyId, List<Article> articles, StoryCore core, EditionFacts facts) =>
        new(storyId, [.. articles.Zip(core.Closeness(articles.ConvertAll(a => a.Id)), (article, near) => Standing(article, facts) with { Closeness = near })])
        {
            EarlierOutlets = facts.EarlierOutlets.GetValueOrDefault(storyId),
            IsPinned = facts.Pinned.Contains(storyId),
        };

    private static ArticleStanding Standing(Article article, EditionFacts facts) => new(
        article.Id,
        article.OutletId,
        [.. article.Outlet!.Owners],
        article.Outlet.Weight,
        new DateTimeOffset(article.At),
        article.Section,
        facts.FrontPositions.TryGetValue(article.Id, out var position) ? position : null,
        unchecked((ulong)article.Fingerprint),
        (int)article.Access,
        article.Words,
        article.LeadImageId is not null);

    private static EditionPlace Place(RankedStory story, List<Article> articles, EditionFacts facts, int rank, bool isRail)
    {
        var lead = articles.Single(a => a.Id == story.LeadArticleId);
        var pictured = lead.LeadImageId is not null ? lead : articles.FirstOrDefault(a => a.LeadImageId is not null);
        var size = pictured is { LeadImageId: { } image } && facts.Pictures.TryGetValue(image, out var known) ? known : (null, null);
        return new EditionPlace
        {
            Rank = rank,
            IsRail = isRail,
            StoryId = story.StoryId,
            LeadArticleId = lead.Id,
            Title = lead.Title,
            Summary = lead.Summary,
            Outlet = lead.Outlet!.Name,
            Section = story.Section,
            OutletCount = story.Terms.Outlets,
            At = lead.At,
            Words = lead.IsFullText ? lead.Words : 0,
            Access = lead.Access,
            IsLive = articles.Exists(a => a.IsLive),
            ImageId = pictured?.LeadImageId,
            ImageWidth = size.Item1,
            ImageHeight = size.Item2,
            Score = story.Terms.Score,
            Terms = JsonSerializer.Serialize(story.Terms, ScoreTermsJson.Default.ScoreTerms),
            Sentence = story.Sentence,
            Others = rank <= PlacesWithOthers && !isRail ? OtherTitles(lead, articles) : [],
        };
    }

    private static List<OtherTitle> OtherTitles(Article lead, List<Article> articles) =>
        [.. articles
            .Where(a => a.OutletId != lead.OutletId && !string.Equals(a.Title, lead.Title, StringComparison.OrdinalIgnoreCase))
            .OrderBy(a => a.Access).ThenBy(a => a.At).ThenBy(a => a.Id)
            .DistinctBy(a => a.OutletId)
            .DistinctBy(a => a.Title, StringComparer.OrdinalIgnoreCase)
            .Take(Others)
            .Select(a => new OtherTitle { ArticleId = a.Id, Outlet = a.Outlet!.Name, Title = a.Title })];
}
