namespace NewsReader.Newsroom.Stories;

/// <summary>
/// Every tuned constant of the matcher. They were chosen on two labelled streams, one of titles with ledes, with and without the two weeks
/// before it, one of bare titles; where the figures are flat, the middle of the flat was taken. docs/stories.md tells what else was tried.
/// </summary>
internal static class MatcherWeights
{
    /// <summary>How often a title's word counts beside a lede's; flat from 1.5 to 3.</summary>
    public const double TitleCount = 2;

    /// <summary>Words of a title and of a lede that are read; a longer lede is body text. Flat from 40 to 80.</summary>
    public const int TitleWords = 60, LedeWords = 60;

    /// <summary>The power of the inverse document frequency: 1.2 lumps, 1.8 splits; flat from 1.4 to 1.5.</summary>
    public const double RarityPower = 1.5;

    /// <summary>
    /// What is added to a term's count of articles, and to the count of all. The first keeps words that stand once (misprints, odd names)
    /// from drowning those that join; the second is how many articles the words of the press (<see cref="Language.FrenchPressWords"/>) stand for.
    /// </summary>
    public const double AddedToTerm = 2, AddedToAll = 1000;

    /// <summary>How much a usual word of the press counts beside its share: 0 loses five to ten points in pairs where no background is given; flat from 1 to 2.</summary>
    public const double UsualFactor = 1.5;

    /// <summary>How much more a name weighs: flat from 1.1 to 1.2; 1.35 lumps what happens in one country.</summary>
    public const double NameFactor = 1.1;

    /// <summary>What is left of a likeness that rests on one term alone (« prolongée » and « prolonger »); flat from .5 to .85.</summary>
    public const double SingleTermFactor = .7;

    /// <summary>In how many days without an article a story fades by a factor e; best at 3, slow to fall on either side.</summary>
    public const double FadingDays = 3;

    /// <summary>The likeness from which an article joins a story (cosine, faded); flat from .22 to .24.</summary>
    public const double Join = .23;

    /// <summary>The likeness from which two stories are one; flat from .22 to .25, and lumping below.</summary>
    public const double Merge = .22;

    /// <summary>
    /// How alike the articles of two stories must be beside those within the looser of the two, for the two to be one; flat from .45 to .55.
    /// It tells one event told in two wordings from two events of one war, which share as many words. Below the second, a story comes apart;
    /// it is the lower, so that what came apart is not joined again.
    /// </summary>
    public const double MergeCohesion = .55, SplitCohesion = .45;

    /// <summary>The latest members that are looked at for a split: the cost grows with their cube.</summary>
    public const int SplitMembers = 50;

    /// <summary>The likeness under which an article leaves its story in the repair pass: lower than to join, so that stories keep still.</summary>
    public const double Stay = .17;

    /// <summary>The likeness from which an article is at home and no other story is looked for, and how many of a story's latest are looked at: bounds of cost.</summary>
    public const double Settled = .5;

    public const int ReassignedMembers = 20;

    /// <summary>By how much another story must be nearer to take an article over; flat from 0 to .06.</summary>
    public const double Margin = .02;

    /// <summary>Rounds of merging and reassigning; a third changes nothing.</summary>
    public const int Passes = 2;

    /// <summary>By how much the count of articles must grow before a story that nobody touched is weighed anew when it is compared.</summary>
    public const double Ageing = 1.25;

    /// <summary>The share of the index that may be forgotten articles before they are swept out of it.</summary>
    public const double Stale = .05;

    /// <summary>A matcher is worn once it counted so many times as many articles as it knows.</summary>
    public const int Worn = 8;

    /// <summary>So few articles are no measure of wear.</summary>
    public const int FewArticles = 1000;

    /// <summary>Bounds of the search: an article's heaviest terms, a term's latest articles, and the stories that are compared in full; half of the first two finds the same.</summary>
    public const int SearchedTerms = 15, SearchedPostings = 200, ComparedStories = 12;
}
