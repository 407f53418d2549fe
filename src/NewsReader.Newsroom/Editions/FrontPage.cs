using System.Globalization;

namespace NewsReader.Newsroom.Editions;

/// <summary>
/// Ranks the stories of a day. A person can compute a score again:
/// <code>
/// Score     = (Voices + Front + Depth + Lasting + Momentum) × Freshness
/// Voices    = the sum over the independent outlets of editorial weight × closeness to what the story is about
/// Front     = 0.25 × the sum over these of weight × closeness × (1 − place / 20), place counted from 0 in the outlet's « à la une » feed
/// Depth     = 0.5 × the natural logarithm of the number of articles, copies left out
/// Lasting   = 0.25 × the natural logarithm of 1 + the number of outlets that told it on earlier days
/// Momentum  = 0.5 × the independent outlets that joined in the last hour, six at most
/// Freshness = ½ ^ (hours since the last new independent outlet / 12)
/// </code>
/// A story that an administrator pinned stands before all others. Outlets with a common owner or an identical dispatch are one voice, with the weight and the place of the best of them.
/// </summary>
public static class FrontPage
{
    // The number of outlets is the best single measure that was found; the place only parts those that are level, since most feeds stand in the order of time.
    // Flat from .15 to .35 on four runs of ten days.
    private const double FrontWeight = .25;

    /// <summary>How far down an « à la une » feed still is « en une »: such feeds often go on with everything that was published.</summary>
    public const int FrontPlaces = 20;

    // Parts stories that are level: papers write several pieces on what they hold important. Flat from .5 to 2 on four runs of ten days.
    private const double DepthWeight = .5;

    // What several papers told yesterday others go on with today. Flat from .2 to .4 on four runs of ten days.
    private const double LastingWeight = .25;

    private const double MomentumWeight = .5;
    private const int MostNewVoices = 6;

    // A paper has a morning and an evening: what nobody has taken up for half a day counts half.
    private const double HalfLifeHours = 12;

    // Each voice that joined in this time is new: « +3 en une heure ».
    private static readonly TimeSpan NewFor = TimeSpan.FromHours(1);

    private const int MostLeadsOfAnOutlet = 2;

    // Two stories change places once the lower one's score is higher by this share: less is the luck of the minute.
    private const double Margin = .05;

    // The places for which one outlet alone is not enough, if there are stories told by two.
    private const int GatedPlaces = 10;

    /// <summary>
    /// All stories, pinned ones first, then best first; equal scores in order of first publication, then of id. Stories without articles are left out. Of two stories that
    /// the page showed already, the lower one goes past the upper one only with a score that is higher by a margin, so that the page does not flicker.
    /// </summary>
    /// <param name="stories">The stories.</param>
    /// <param name="now">The hour that the page prints.</param>
    /// <param name="shown">The stories of the page as it stands, in their order.</param>
    public static IReadOnlyList<RankedStory> Rank(IReadOnlyList<StoryStanding> stories, DateTimeOffset now, IReadOnlyList<long>? shown = null)
    {
        List<RankedStory> ranked = [.. stories
            .Where(s => s.Articles.Count > 0)
            .Select(s => Rank(s, now))
            .OrderByDescending(s => s.Terms.IsPinned)
            .ThenByDescending(s => s.Terms.Score)
            .ThenBy(s => s.Terms.First)
            .ThenBy(s => s.StoryId)];
        if (shown is { Count: > 1 }) Steady(ranked, shown);
        return ranked;
    }

    /// <summary>
    /// The page of <paramref name="count"/> stories: in order of rank, but at most two led by one outlet (a story whose best outlet has
    /// its two is led by its next one), and the first ten places for stories told by at least two independent outlets, or pinned, while there are
    /// such. What these rules put off fills the page when it would stay short.
    /// </summary>
    public static IReadOnlyList<RankedStory> Choose(IReadOnlyList<RankedStory> ranked, int count)
    {
        var page = new List<RankedStory>();
        var leads = new Dictionary<long, int>();
        Fill(page, leads, ranked.Where(s => s.Terms.Independent > 1 || s.Terms.IsPinned), Math.Min(count, GatedPlaces));
        Fill(page, leads, ranked.Where(s => !page.Exists(p => p.StoryId == s.StoryId)).ToList(), count);
        page.AddRange(ranked.Where(s => !page.Exists(p => p.StoryId == s.StoryId)).Take(count - page.Count).ToList());
        return page;
    }

    /// <summary>
    /// Why a story stands where it does, in French, from the terms alone: « 9 rédactions indépendantes, en une chez 4, première à 6 h 12,
    /// +3 en une heure ». True at <paramref name="now"/>, the hour that the page prints.
    /// </summary>
    public static string Sentence(ScoreTerms terms, DateTimeOffset now)
    {
        var number = CultureInfo.InvariantCulture;
        var said = new List<string>();
        if (terms.IsPinned)
            said.Add("placé en tête par l’administrateur");
        said.Add(terms.Independent > 1 ? string.Create(number, $"{terms.Independent} rédactions indépendantes") : "1 rédaction");
        if (terms.FrontOutlets > 0)
            said.Add(string.Create(number, $"en une chez {terms.FrontOutlets}"));
        said.Add("première " + When(terms.First, now));
        // A lone voice is not joining anything.
        if (terms is { NewVoices: > 0, Independent: > 1 })
            said.Add(string.Create(number, $"+{terms.NewVoices} en une heure"));
        return string.Join(", ", said);
    }

    /// <summary>Lets a story that stood higher stay there until it is outdone by the margin: each place is taken from the best of those that may.</summary>
    private static void Steady(List<RankedStory> ranked, IReadOnlyList<long> shown)
    {
        var places = shown.Select((id, place) => (id, place)).DistinctBy(p => p.id).ToDictionary(p => p.id, p => p.place);
        for (var i = 1; i < ranked.Count; i++)
        {
            if (!places.TryGetValue(ranked[i].StoryId, out var stood)) continue;
            var to = i;
            for (var j = i - 1; j >= 0 && ranked[j].Terms.Score <= ranked[i].Terms.Score * (1 + Margin) && ranked[j].Terms.IsPinned == ranked[i].Terms.IsPinned; j--)
                if (places.TryGetValue(ranked[j].StoryId, out var place) && place > stood) to = j;
            var story = ranked[i];
            ranked.RemoveAt(i);
            ranked.Insert(to, story);
        }
    }

    private static string When(DateTimeOffset first, DateTimeOffset now)
    {
        var (day, today) = (EditionDay.Of(first), EditionDay.Of(now));
        return day == today ? "à " + FrenchTime.Hour(first)
            : day.AddDays(1) == today ? "hier"
            : "le " + FrenchTime.DayOfMonth(day);
    }

    private static RankedStory Rank(StoryStanding story, DateTimeOffset now)
    {
        var terms = Terms(story, now);
        var leads = Leads(story.Articles);
        return new RankedStory(story.StoryId, leads[0].ArticleId, SectionOf(story.Articles), terms, Sentence(terms, now)) { Leads = leads };
    }

    private static ScoreTerms Terms(StoryStanding story, DateTimeOffset now)
    {
        var articles = story.Articles;
        var voices = IndependentVoices.Of(articles);
        var heard = voices.Sum(v => v.Weight);
        var copies = IndependentVoices.Copies(articles);
        var depth = DepthWeight * Math.Log(articles.Count - copies);
        var lasting = LastingWeight * Math.Log(1 + story.EarlierOutlets);
        var front = FrontWeight * voices.Sum(v => v.FrontPosition is >= 0 and var place && place < FrontPlaces
            ? v.Weight * (1 - place / (double)FrontPlaces) : 0);
        // The first voice does not join a story, it begins it.
        var newVoices = voices.Skip(1).Count(v => v.First > now - NewFor && v.First <= now);
        var momentum = MomentumWeight * Math.Min(newVoices, MostNewVoices);
        var freshness = Math.Pow(.5, Math.Max(0, (now - voices[^1].First).TotalHours) / HalfLifeHours);
        return new ScoreTerms(
            articles.Select(a => a.OutletId).Distinct().Count(),
            voices.Count,
            copies,
            articles.Where(a => a.FrontPosition is >= 0 and var place && place < FrontPlaces).Select(a => a.OutletId).Distinct().Count(),
            voices[0].First,
            newVoices,
            heard,
            front,
            freshness,
            momentum,
            (heard + front + depth + lasting + momentum) * freshness)
        {
            Depth = depth,
            Lasting = lasting,
            EarlierOutlets = story.EarlierOutlets,
            IsPinned = story.IsPinned,
        };
    }

    // One article an outlet, the one that a reader is best served with first: readable, whole, with a picture, prominent, recent.
    private static List<StoryLead> Leads(IReadOnlyList<ArticleStanding> articles) =>
        [.. articles
            .OrderBy(a => a.Access)
            .ThenByDescending(a => a.Words >= 150)
            .ThenByDescending(a => a.HasPicture)
            .ThenBy(a => a.FrontPosition ?? int.MaxValue)
            .ThenByDescending(a => a.Weight)
            .ThenByDescending(a => a.At)
            .ThenBy(a => a.ArticleId)
            .DistinctBy(a => a.OutletId)
            .Select(a => new StoryLead(a.ArticleId, a.OutletId))];

    private static string? SectionOf(IReadOnlyList<ArticleStanding> articles) =>
        articles.Where(a => a.Section != null)
            .GroupBy(a => a.Section, StringComparer.Ordinal)
            .OrderByDescending(g => g.Select(a => a.OutletId).Distinct().Count())
            .ThenBy(g => g.Min(a => a.At))
            .FirstOrDefault()?.Key;

    private static void Fill(List<RankedStory> page, Dictionary<long, int> leads, IEnumerable<RankedStory> stories, int count)
    {
        foreach (var story in stories)
        {
            if (page.Count >= count)
                return;
            if (story.Leads.FirstOrDefault(l => leads.GetValueOrDefault(l.OutletId) < MostLeadsOfAnOutlet) is not { } lead)
                continue;
            leads[lead.OutletId] = leads.GetValueOrDefault(lead.OutletId) + 1;
            page.Add(story with { LeadArticleId = lead.ArticleId });
        }
    }
}
