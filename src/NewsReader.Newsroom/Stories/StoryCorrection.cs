namespace NewsReader.Newsroom.Stories;

/// <summary>What a person decided about two groups of articles.</summary>
public enum StoryDecision
{
    /// <summary>Their stories are one.</summary>
    Together,

    /// <summary>They are never in one story.</summary>
    Apart,

    /// <summary>The matcher decides again, as if nothing had been said: the undoing of the two others.</summary>
    Open,
}

/// <summary>
/// A person's word on articles, which binds the matcher from then on, articles that are yet to come included. It holds for each pair of one
/// article of either side; a later correction of a pair takes the place of an earlier one.
/// </summary>
/// <param name="Decision">What was decided.</param>
/// <param name="Articles">The one side: to take an article out of its story, that article.</param>
/// <param name="Others">The other side: to take it out, the other articles of its story; to merge two stories, the articles of the second.</param>
public sealed record StoryCorrection(StoryDecision Decision, IReadOnlyList<long> Articles, IReadOnlyList<long> Others);
