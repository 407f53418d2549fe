namespace NewsReader.Newsroom.Stories;

/// <summary>
/// Every tuned constant of the matcher. They were chosen on two labelled streams, one of titles with ledes and a background of two weeks,
/// one of bare titles without any; half of either was never looked at. Where the figures are flat, the middle of the flat was taken.
/// Tried and left out, since they gained nothing or hurt: words of the address, a stricter threshold within one outlet, rarity per
/// outlet, the mean cosine with the members instead of the cosine with their centre, and two-word terms.
/// </summary>
internal static class MatcherWeights
{
    /// <summary>How often a title's word counts beside a lede's; flat from 1.5 to 3.</summary>
    public const double TitleCount = 2;

    /// <summary>Words of a title and of a lede that are read; a longer lede is body text. Flat from 40 to 80.</summary>
    public const int TitleWords = 60, LedeWords = 60;

    /// <summary>The power of the inverse document frequency: 1.2 lumps, 1.8 splits.</summary>
    public const double RarityPower = 1.5;

    /// <summary>
    /// What is added to a term's count of articles, and to the count of all. The first keeps words that stand once (misprints, odd names)
    /// from drowning those that join; the second tells a matcher without background that the language is larger than its first articles.
    /// </summary>
    public const double AddedToTerm = 2, AddedToAll = 1000;

    /// <summary>How much more a name weighs: 1.2 gains two points in pairs over 1; 1.4 lumps what happens in one country.</summary>
    public const double NameFactor = 1.2;

    /// <summary>What is left of a likeness that rests on one term alone (« prolongée » and « prolonger »); flat from .5 to .85.</summary>
    public const double SingleTermFactor = .7;

    /// <summary>In how many days without an article a story fades by a factor e; best at 3, slow to fall on either side.</summary>
    public const double FadingDays = 3;

    /// <summary>The likeness from which an article joins a story (cosine, faded); flat from .20 to .24.</summary>
    public const double Join = .23;

    /// <summary>The likeness from which two stories are one; flat from .25 to .27, and lumping below.</summary>
    public const double Merge = .26;

    /// <summary>The likeness under which an article leaves its story in the repair pass: lower than to join, so that stories keep still.</summary>
    public const double Stay = .17;

    /// <summary>By how much another story must be nearer to take an article over; flat from 0 to .06.</summary>
    public const double Margin = .02;

    /// <summary>Rounds of merging and reassigning; a third changes nothing.</summary>
    public const int Passes = 2;

    /// <summary>How far back from the newest article the repair pass looks, in days: a story that faded for longer cannot be joined.</summary>
    public const double RepairDays = 4;

    /// <summary>Bounds of the search: an article's heaviest terms, a term's latest articles, and the stories that are compared in full.</summary>
    public const int SearchedTerms = 30, SearchedPostings = 300, ComparedStories = 12;
}
