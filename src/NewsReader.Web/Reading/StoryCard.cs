using NewsReader.Newsroom.Language;
using NewsReader.Newsroom.Stories;
using NewsReader.Storage.Articles;
using NewsReader.Storage.Editions;

namespace NewsReader.Web.Reading;

/// <summary>A story as an edition shows it: texts set, addresses made.</summary>
public sealed record StoryCard
{
    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>Where the title leads: to the story, or to the article where one outlet alone tells it.</summary>
    public required string Path { get; init; }

    /// <summary>The summary, two lines for the first story and one for those after it.</summary>
    public string? Summary { get; init; }

    /// <summary>Who publishes the lead article.</summary>
    public required string Outlet { get; init; }

    /// <summary>The lead article.</summary>
    public required string ArticlePath { get; init; }

    /// <summary>« 9 rédactions »; null where one outlet alone tells it.</summary>
    public string? Voices { get; init; }

    /// <summary>When the lead article was published.</summary>
    public required PrintedTime At { get; init; }

    /// <summary>« 4 min »; null where the full text is not kept.</summary>
    public string? Minutes { get; init; }

    /// <summary>What a reader should know before he opens it.</summary>
    public required IReadOnlyList<Badge> Badges { get; init; }

    /// <summary>The lead picture.</summary>
    public PictureView? Picture { get; init; }

    /// <summary>Why it stands here.</summary>
    public required string Sentence { get; init; }

    /// <summary>Other outlets' own titles.</summary>
    public required IReadOnlyList<OtherTitleView> Others { get; init; }

    /// <summary>The card of a place in the edition of <paramref name="day"/>.</summary>
    public static StoryCard Of(EditionPlace place, DateOnly day)
    {
        var article = Paths.Article(place.LeadArticleId, place.Title);
        return new StoryCard
        {
            Title = Typeset.Listed(place.Title),
            Path = place.OutletCount > 1 ? Paths.Story(place.StoryId, place.Title) : article,
            Summary = Typeset.Summary(place.Summary, place.Rank == 1 ? 240 : 130),
            Outlet = Typeset.Text(place.Outlet),
            ArticlePath = article,
            Voices = place.OutletCount > 1 ? Typeset.Count(place.OutletCount, "rédaction", "rédactions") : null,
            At = PrintedTime.Near(place.At, day),
            Minutes = place.Words > 0 ? $"{ReadingTime.Minutes(place.Words)}\u00A0min" : null,
            Badges = Badge.Listed(place.Title, place.IsLive, place.Access),
            Picture = place.ImageId is { } image ? PictureView.Of(image, place.ImageWidth, place.ImageHeight) : null,
            Sentence = Ended(Typeset.Text(place.Sentence)),
            Others = [.. place.Others.Select(o => new OtherTitleView(Typeset.Text(o.Outlet), Typeset.Listed(o.Title), Paths.Article(o.ArticleId, o.Title)))],
        };
    }

    /// <summary>The sentence with its full stop.</summary>
    public static string Ended(string sentence) => sentence.Length == 0 || sentence[^1] is '.' or '!' or '?' or '…' ? sentence : sentence + ".";
}

/// <summary>Another outlet's own title, and the article under it.</summary>
public sealed record OtherTitleView(string Outlet, string Title, string Path);

/// <summary>A picture with the room to keep for it, so that nothing moves when it comes.</summary>
public sealed record PictureView(string Path, int Width, int Height)
{
    /// <summary>The picture; one of unknown size takes the usual shape of a press photograph.</summary>
    public static PictureView Of(long id, int? width, int? height) =>
        width > 0 && height > 0 ? new(Paths.Image(id), width.Value, height.Value) : new(Paths.Image(id), 720, 405);
}

/// <summary>A word beside a title: « En direct », « Abonnés », « Extrait », « Modifié ».</summary>
/// <param name="Label">The word.</param>
/// <param name="IsUrgent">Whether it is set in the accent colour.</param>
public sealed record Badge(string Label, bool IsUrgent = false)
{
    // An outlet that touches its text within minutes corrects a slip; later it is news that the text changed.
    private static readonly TimeSpan Slip = TimeSpan.FromMinutes(15);

    /// <summary>The badges of an article.</summary>
    public static IReadOnlyList<Badge> Of(bool isLive, ArticleAccess access, DateTime? published = null, DateTime? modified = null)
    {
        var badges = new List<Badge>(2);
        if (isLive) badges.Add(new("En direct", IsUrgent: true));
        if (access == ArticleAccess.Subscribers) badges.Add(new("Abonnés"));
        if (access == ArticleAccess.Excerpt) badges.Add(new("Extrait"));
        if (WasModified(published, modified) && !isLive) badges.Add(new("Modifié"));
        return badges;
    }

    /// <summary>The badges of an article in a list: its own, and what its newsroom put before the headline.</summary>
    public static IReadOnlyList<Badge> Listed(string title, bool isLive, ArticleAccess access, DateTime? published = null, DateTime? modified = null)
    {
        var own = Of(isLive, access, published, modified);
        var said = HeadlineMarkers.Split(title).Badges.Select(label => new Badge(label, IsUrgent: label == "En direct")).Where(said => own.All(badge => badge.Label != said.Label));
        return [.. own, .. said];
    }

    /// <summary>Whether a text was changed after it was published, and not just corrected at once.</summary>
    public static bool WasModified(DateTime? published, DateTime? modified) => modified - published > Slip;
}
