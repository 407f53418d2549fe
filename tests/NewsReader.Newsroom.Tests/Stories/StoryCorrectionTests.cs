using NewsReader.Newsroom.Stories;

namespace NewsReader.Newsroom.Tests.Stories;

public sealed class StoryCorrectionTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 7, 0, 0, TimeSpan.Zero);

    private static readonly StoryItem[] Havre =
    [
        Item(1, "Incendie au Havre : un entrepôt du port en feu"),
        Item(2, "Le Havre : un entrepôt du port ravagé par un incendie"),
        Item(3, "Au Havre, l'incendie de l'entrepôt du port est maîtrisé"),
    ];

    private static readonly StoryItem[] Orly =
    [
        Item(4, "Grève des contrôleurs aériens : un vol sur deux annulé à Orly"),
        Item(5, "Orly : la moitié des vols annulés, les contrôleurs aériens en grève"),
    ];

    private static StoryItem Item(long id, string title) => new(id, $"outlet {id}", title, "", Monday.AddMinutes(id));

    private static StoryMatcher Matched(params IEnumerable<StoryItem> items)
    {
        var matcher = new StoryMatcher();
        foreach (var item in items)
            matcher.Add(item);
        matcher.Repair();
        return matcher;
    }

    private static void Repeat(StoryMatcher matcher, long id, string title)
    {
        matcher.Add(Item(id, title));
        matcher.Repair();
    }

    [Fact]
    public void An_article_that_was_taken_out_stays_out()
    {
        var matcher = Matched(Havre);
        matcher.Correct(new StoryCorrection(StoryDecision.Apart, [2], [1, 3]));
        Repeat(matcher, 6, Havre[0].Title);
        matcher.Stories[1].ShouldBe(matcher.Stories[3]);
        matcher.Stories[2].ShouldNotBe(matcher.Stories[1]);
    }

    [Fact]
    public void Two_stories_that_were_made_one_stay_one_and_take_what_belongs_to_either()
    {
        var matcher = Matched(Havre.Concat(Orly));
        matcher.Stories[1].ShouldNotBe(matcher.Stories[4]);
        matcher.Correct(new StoryCorrection(StoryDecision.Together, [1, 2, 3], [4, 5]));
        Repeat(matcher, 6, Orly[0].Title);
        Repeat(matcher, 7, Havre[0].Title);
        matcher.Stories.Values.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void A_further_correction_undoes_one()
    {
        var matcher = Matched(Havre.Concat(Orly));
        matcher.Correct(new StoryCorrection(StoryDecision.Together, [1, 2, 3], [4, 5]));
        matcher.Correct(new StoryCorrection(StoryDecision.Open, [1, 2, 3], [4, 5]));
        matcher.Repair();
        matcher.Stories[1].ShouldBe(matcher.Stories[3]);
        matcher.Stories[4].ShouldBe(matcher.Stories[5]);
        matcher.Stories[1].ShouldNotBe(matcher.Stories[4]);

        matcher.Correct(new StoryCorrection(StoryDecision.Apart, [2], [1, 3]));
        matcher.Correct(new StoryCorrection(StoryDecision.Open, [2], [1, 3]));
        matcher.Repair();
        matcher.Stories[2].ShouldBe(matcher.Stories[1]);
    }

    [Fact]
    public void The_last_word_on_two_articles_holds()
    {
        var matcher = Matched(Havre.Concat(Orly));
        matcher.Correct(new StoryCorrection(StoryDecision.Together, [1, 2, 3], [4, 5]));
        matcher.Correct(new StoryCorrection(StoryDecision.Apart, [4], [1, 2, 3, 5]));
        matcher.Repair();
        matcher.Stories[5].ShouldBe(matcher.Stories[1]);
        matcher.Stories[4].ShouldNotBe(matcher.Stories[1]);
    }

    [Fact]
    public void Corrections_bind_articles_that_are_yet_to_come()
    {
        var matcher = new StoryMatcher();
        matcher.Correct(new StoryCorrection(StoryDecision.Together, [1], [4]));
        matcher.Correct(new StoryCorrection(StoryDecision.Apart, [2], [1]));
        foreach (var item in Havre.Concat(Orly))
            matcher.Add(item);
        matcher.Repair();
        matcher.Stories[4].ShouldBe(matcher.Stories[1]);
        matcher.Stories[2].ShouldNotBe(matcher.Stories[1]);
    }

    [Fact]
    public void A_matcher_rebuilt_with_its_corrections_says_the_same()
    {
        var corrections = new[] { new StoryCorrection(StoryDecision.Apart, [2], [1, 3]), new StoryCorrection(StoryDecision.Together, [3], [5]) };
        var matcher = Matched(Havre.Concat(Orly));
        foreach (var correction in corrections)
            matcher.Correct(correction);
        matcher.Repair();

        var rebuilt = new StoryMatcher();
        var keys = matcher.Stories.Values.Distinct().Index().ToDictionary(k => k.Item, k => (long)k.Index);
        foreach (var item in Havre.Concat(Orly))
            rebuilt.Place(item, keys[matcher.Stories[item.Id]]);
        foreach (var correction in corrections)
            rebuilt.Correct(correction);
        rebuilt.Repair();
        foreach (var item in Havre.Concat(Orly))
            rebuilt.Stories[item.Id].ShouldBe(keys[matcher.Stories[item.Id]]);
    }

    [Fact]
    public void A_correction_of_unknown_articles_changes_nothing()
    {
        var matcher = Matched(Havre);
        matcher.Correct(new StoryCorrection(StoryDecision.Together, [77], [78, 1]));
        matcher.Correct(new StoryCorrection(StoryDecision.Apart, [], [1]));
        matcher.Repair();
        matcher.Stories.Values.Distinct().Count().ShouldBe(1);
    }
}
