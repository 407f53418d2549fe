using NewsReader.Storage.Editions;

namespace NewsReader.Web.Reading;

/// <summary>An edition as a page shows it.</summary>
public sealed record EditionView
{
    /// <summary>The most stories that the front page shows: it is finite.</summary>
    public const int FrontStories = 20;

    // The stories with a summary, a picture and other outlets' titles.
    private const int LargeStories = 5;

    /// <summary>The day, « dimanche 22 novembre 2026 ».</summary>
    public required string Day { get; init; }

    /// <summary>Whether it is made of the built-in papers.</summary>
    public required bool IsDemo { get; init; }

    /// <summary>When it was drawn.</summary>
    public required PrintedTime Drawn { get; init; }

    /// <summary>« 214 articles, 12 sources ».</summary>
    public required string Extent { get; init; }

    /// <summary>The first story, with its large picture.</summary>
    public StoryCard? Lead { get; init; }

    /// <summary>Those after it.</summary>
    public required IReadOnlyList<StoryCard> Large { get; init; }

    /// <summary>The others, by their titles.</summary>
    public required IReadOnlyList<StoryCard> Briefs { get; init; }

    /// <summary>« À ne pas manquer ».</summary>
    public required IReadOnlyList<StoryCard> Rail { get; init; }

    /// <summary>The edition before it, where there is one.</summary>
    public DayLink? Before { get; init; }

    /// <summary>The edition after it, where there is one.</summary>
    public DayLink? After { get; init; }

    /// <summary>The view of an edition with its places loaded.</summary>
    public static EditionView Of(Edition edition, DateOnly? before, DateOnly? after)
    {
        var cards = edition.Places.Where(p => !p.IsRail && p.Rank <= FrontStories).OrderBy(p => p.Rank).Select(p => StoryCard.Of(p, edition.Day)).ToList();
        return new EditionView
        {
            Day = PrintedTime.LongDay(edition.Day),
            IsDemo = edition.IsDemo,
            Drawn = PrintedTime.Near(edition.DrawnAt, edition.Day),
            Extent = Typeset.Count(edition.ArticleCount, "article", "articles") + ", " + Typeset.Count(edition.OutletCount, "source", "sources"),
            Lead = cards.FirstOrDefault(),
            Large = [.. cards.Skip(1).Take(LargeStories - 1)],
            Briefs = [.. cards.Skip(LargeStories)],
            Rail = [.. edition.Places.Where(p => p.IsRail).OrderBy(p => p.Rank).Select(p => StoryCard.Of(p, edition.Day))],
            Before = before is { } b ? DayLink.Of(b, edition.Day) : null,
            After = after is { } a ? DayLink.Of(a, edition.Day) : null,
        };
    }
}

/// <summary>The way to another day's edition: « Hier, samedi 21 novembre », or the day alone.</summary>
public sealed record DayLink(string Text, string Path)
{
    /// <summary>The way to <paramref name="day"/>, seen from another.</summary>
    public static DayLink Of(DateOnly day, DateOnly from) =>
        new((day == from.AddDays(-1) ? "Hier, " : "") + PrintedTime.WeekDay(day), Paths.Day(day));
}
