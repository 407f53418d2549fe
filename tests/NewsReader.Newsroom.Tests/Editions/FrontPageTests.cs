using NewsReader.Newsroom.Editions;

namespace NewsReader.Newsroom.Tests.Editions;

public sealed class FrontPageTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 7, 0, 0, TimeSpan.Zero);
    private static long _next;

    private static ArticleStanding Article(long outlet, double hoursAgo = 5, string? owner = null, int? front = null, ulong print = 0, int access = 0) =>
        new(++_next, outlet, owner == null ? [] : [owner], 1, Now.AddHours(-hoursAgo), "France", front, print, access, 400, true);

    private static StoryStanding Story(long id, params ArticleStanding[] articles) => new(id, articles);

    private static RankedStory Only(params ArticleStanding[] articles) => FrontPage.Rank([Story(1, articles)], Now)[0];

    [Fact]
    public void More_independent_outlets_rank_higher_than_more_articles() => FrontPage.Rank(
        [Story(1, Article(1), Article(1), Article(1), Article(1)), Story(2, Article(2), Article(3), Article(4))], Now)[0].StoryId.ShouldBe(2);

    [Fact]
    public void Outlets_of_one_owner_are_one_voice() => Only(Article(1, owner: "X"), Article(2, owner: "x"), Article(3)).Terms.Independent.ShouldBe(2);

    [Fact]
    public void Copies_of_one_dispatch_are_one_voice()
    {
        var terms = Only(Article(1, print: 0xFFFF), Article(2, print: 0xFFFE), Article(3, print: 0xFFFF0000FFFF0000)).Terms;
        terms.Independent.ShouldBe(2);
        terms.Copies.ShouldBe(1);
        terms.Outlets.ShouldBe(3);
    }

    [Fact]
    public void Voices_joined_through_a_third_outlet_are_one() =>
        Only(Article(1, owner: "X"), Article(2, owner: "Y"), Article(3, print: 7) with { Owners = ["X", "Y"] }).Terms.Independent.ShouldBe(1);

    [Fact]
    public void A_story_that_nobody_takes_up_fades_even_when_its_first_outlet_goes_on()
    {
        var ranked = FrontPage.Rank([Story(1, Article(1, 20), Article(2, 20), Article(1, 0.2)), Story(2, Article(3, 1), Article(4, 1))], Now);
        ranked[0].StoryId.ShouldBe(2);
    }

    [Fact]
    public void The_score_can_be_computed_again_from_its_terms()
    {
        var t = Only(Article(1, 3, front: 0), Article(2, 2, front: 4), Article(3, .5)).Terms;
        ((t.Voices + t.Front + t.Depth + t.Lasting + t.Momentum) * t.Freshness).ShouldBe(t.Score, 1e-9);
        t.Front.ShouldBe(.25 * (1 + .8), 1e-9);
        t.Momentum.ShouldBe(.5, 1e-9);
    }

    [Fact]
    public void An_outlet_that_only_brushes_the_event_speaks_less_for_it()
    {
        var brushed = Article(2) with { Closeness = .1 };
        FrontPage.Rank([Story(1, Article(1), brushed), Story(2, Article(3), Article(4))], Now)[0].StoryId.ShouldBe(2);
        Only(Article(1), brushed).Terms.Independent.ShouldBe(2);
    }

    [Fact]
    public void What_outlets_told_on_earlier_days_stands_a_little_higher()
    {
        var ranked = FrontPage.Rank([Story(1, Article(1), Article(2)), Story(2, Article(3), Article(4)) with { EarlierOutlets = 4 }], Now);
        ranked[0].StoryId.ShouldBe(2);
        ranked[0].Terms.Lasting.ShouldBe(.25 * Math.Log(5), 1e-9);
    }

    [Fact]
    public void A_pinned_story_stands_first_and_the_sentence_says_why()
    {
        var first = FrontPage.Rank([Story(1, Article(1), Article(2)), Story(2, Article(3)) with { IsPinned = true }], Now)[0];
        first.StoryId.ShouldBe(2);
        first.Sentence.ShouldStartWith("placé en tête par l’administrateur, 1 rédaction");
    }

    [Fact]
    public void Two_stories_change_places_by_a_margin_only()
    {
        StoryStanding[] Stories(double weight) => [Story(1, Article(1), Article(2)), Story(2, Article(3), Article(4) with { Weight = weight })];
        long[] shown = [1, 2];

        FrontPage.Rank(Stories(1.05), Now)[0].StoryId.ShouldBe(2);
        FrontPage.Rank(Stories(1.05), Now, shown)[0].StoryId.ShouldBe(1);
        FrontPage.Rank(Stories(1.5), Now, shown)[0].StoryId.ShouldBe(2);
        FrontPage.Rank([.. Stories(1.05), Story(3, Article(5), Article(6) with { Weight = 1.02 })], Now, shown).Select(s => s.StoryId).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void The_sentence_says_what_the_terms_say() =>
        Only(Article(1, 0.8, front: 0), Article(2, 0.5, front: 40), Article(3, 0.2, front: 2)).Sentence.Replace('\u00A0', ' ')
            .ShouldBe("3 rédactions indépendantes, en une chez 2, première à 7 h 12, +2 en une heure");

    [Fact]
    public void The_sentence_of_a_lone_outlet_is_in_the_singular() =>
        Only(Article(1, 0.5)).Sentence.Replace('\u00A0', ' ').ShouldBe("1 rédaction, première à 7 h 30");

    [Fact]
    public void The_sentence_names_the_day_when_it_was_not_today()
    {
        Only(Article(1, 12), Article(2, 11)).Sentence.ShouldBe("2 rédactions indépendantes, première hier");
        Only(Article(1, 60), Article(2, 11)).Sentence.ShouldBe("2 rédactions indépendantes, première le 19 novembre");
    }

    [Fact]
    public void An_article_that_can_be_read_leads() =>
        Only(Article(1, access: 2, front: 0), Article(2), Article(3, access: 1)).Leads[0].OutletId.ShouldBe(2);

    [Fact]
    public void One_outlet_leads_two_stories_at_most_while_others_can()
    {
        var stories = Enumerable.Range(1, 4).Select(i => Story(i, Article(1, front: 0), Article(10 + i))).ToList();
        var page = FrontPage.Choose(FrontPage.Rank(stories, Now), 4);
        page.Count.ShouldBe(4);
        page.Count(s => s.Leads.Single(l => l.ArticleId == s.LeadArticleId).OutletId == 1).ShouldBe(2);
    }

    [Fact]
    public void A_page_with_few_stories_is_filled_all_the_same()
    {
        var stories = Enumerable.Range(1, 5).Select(i => Story(i, Article(1))).ToList();
        FrontPage.Choose(FrontPage.Rank(stories, Now), 20).Count.ShouldBe(5);
    }

    [Fact]
    public void Stories_of_one_outlet_come_after_those_of_two()
    {
        var ranked = FrontPage.Rank([Story(1, Article(1, 0, front: 0)), Story(2, Article(2, 30), Article(3, 30))], Now);
        ranked[0].StoryId.ShouldBe(1);
        FrontPage.Choose(ranked, 2)[0].StoryId.ShouldBe(2);
    }
}
