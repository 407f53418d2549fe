namespace NewsReader.Newsroom.Editions;

/// <summary>The facts that a story's rank rests on.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="Articles">The story's articles, in order of publication.</param>
public sealed record StoryStanding(long StoryId, IReadOnlyList<ArticleStanding> Articles)
{
    /// <summary>How many outlets told it on earlier days already.</summary>
    public int EarlierOutlets { get; init; }

    /// <summary>Whether an administrator put it first.</summary>
    public bool IsPinned { get; init; }
}

/// <summary>The facts of one article that count for its story's rank.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="OutletId">Who publishes it.</param>
/// <param name="Owners">Who owns the outlet; two outlets with a common owner are one voice.</param>
/// <param name="Weight">The outlet's editorial weight, 1 for an ordinary daily.</param>
/// <param name="At">When it was published, clamped to what is credible, in UTC.</param>
/// <param name="Section">The section of the paper that it belongs to (« Monde »).</param>
/// <param name="FrontPosition">Its best place in the outlet's own « à la une » feed, counted from 0; null when it is not in one.</param>
/// <param name="Fingerprint">The fingerprint of its text; equal or near ones are one dispatch. 0 when there is no text.</param>
/// <param name="Access">Whether a reader can read it in full: 0 free, 1 subscribers, 2 excerpt.</param>
/// <param name="Words">The length of the text that is kept, in words.</param>
/// <param name="HasPicture">Whether it has a picture.</param>
public sealed record ArticleStanding(
    long ArticleId,
    long OutletId,
    IReadOnlyList<string> Owners,
    double Weight,
    DateTimeOffset At,
    string? Section,
    int? FrontPosition,
    ulong Fingerprint,
    int Access,
    int Words,
    bool HasPicture)
{
    /// <summary>How near it stands to what its story is about, from 0 to 1 (<see cref="Stories.StoryCore"/>).</summary>
    public double Closeness { get; init; } = 1;
}

/// <summary>A story's place on the front page, with the terms of its score and the sentence made of them.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="LeadArticleId">The article that leads it: one that a reader can really read, if there is one.</param>
/// <param name="Section">The section that most of its articles belong to.</param>
/// <param name="Terms">The terms of the score.</param>
/// <param name="Sentence">Why it stands here, in French: « 9 rédactions indépendantes, en une chez 4, première à 6 h 12, +3 en une heure ».</param>
public sealed record RankedStory(long StoryId, long LeadArticleId, string? Section, ScoreTerms Terms, string Sentence)
{
    /// <summary>The article that each outlet could lead it with, the best first.</summary>
    public IReadOnlyList<StoryLead> Leads { get; init; } = [];
}

/// <summary>An article that could lead a story, and its outlet.</summary>
public sealed record StoryLead(long ArticleId, long OutletId);
