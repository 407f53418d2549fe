using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsReader.Storage.Editions;
using NewsReader.Web.Adding;
using NewsReader.Web.Reading;
using NewsReader.Web.Rounds;
using NewsReader.Web.Tests.Adding;

namespace NewsReader.Web.Tests.Rounds;

/// <summary>What a person says of stories is applied by the next round, holds for what comes later and after a restart, and can be taken back.</summary>
public sealed class StoryCorrectionRoundTests
{
    private static readonly Told Flood = new("Écho", "Crue de la Vire : la basse ville de Saint-Aubin évacuée dans la nuit", "Huit cents habitants de Saint-Aubin ont quitté leur logement, la Vire a débordé.", 240);
    private static readonly Told SameFlood = new("Quotidien", "Saint-Aubin sous les eaux de la Vire, huit cents habitants évacués", "La crue de la Vire a forcé l’évacuation de la basse ville de Saint-Aubin.", 220);
    private static readonly Told LaterFlood = new("Matin", "Crue de la Vire : le pic attendu à midi à Saint-Aubin", "La crue de la Vire doit atteindre son pic vers midi à Saint-Aubin, où 800 habitants ont été évacués.", 20);
    private static readonly Told Comet = new("Sciences", "Une comète visible à l’œil nu pendant dix nuits", "Il faudra regarder vers l’ouest après le coucher du soleil.", 300);

    [Fact]
    public async Task An_article_that_is_taken_out_stays_out_when_others_come_and_after_a_restart()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var rounds = await PrintAsync(paper, Flood, SameFlood);
        var one = await StoryOfAsync(rounds, Flood);
        (await StoryOfAsync(rounds, SameFlood)).ShouldBe(one);

        (await DecideAsync(rounds, async stories => await stories.SeparateAsync([await ArticleAsync(rounds, SameFlood)], "test"))).ShouldBeNull();
        await rounds.RunAsync();

        (await StoryOfAsync(rounds, Flood)).ShouldBe(one);
        var two = await StoryOfAsync(rounds, SameFlood);
        two.ShouldNotBe(one);
        await TellAsync(rounds, paper, LaterFlood);
        (await StoryOfAsync(rounds, Flood)).ShouldBe(one);
        (await StoryOfAsync(rounds, SameFlood)).ShouldBe(two);
        (await StoryOfAsync(rounds, LaterFlood)).ShouldBeOneOf(one, two);
        rounds.Get<StoryRound>().Forget();
        await TellAsync(rounds, paper, LaterFlood with { Outlet = "Dépêche" });
        (await StoryOfAsync(rounds, Flood)).ShouldBe(one);
        (await StoryOfAsync(rounds, SameFlood)).ShouldBe(two);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_separation_that_is_undone_makes_one_story_again_at_the_older_address(bool restarts)
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var rounds = await PrintAsync(paper, Flood, SameFlood);
        var one = await StoryOfAsync(rounds, Flood);
        await DecideAsync(rounds, async stories => await stories.SeparateAsync([await ArticleAsync(rounds, SameFlood)], "test"));
        await rounds.RunAsync();
        var two = await StoryOfAsync(rounds, SameFlood);

        (await DecideAsync(rounds, stories => stories.UndoAsync(1, "test"))).ShouldBeNull();
        if (restarts) rounds.Get<StoryRound>().Forget();
        await rounds.RunAsync();

        (await StoryOfAsync(rounds, Flood)).ShouldBe(one);
        (await StoryOfAsync(rounds, SameFlood)).ShouldBe(one);
        await using var db = rounds.Open();
        (await db.Stories.SingleAsync(s => s.Id == two)).MergedInto.ShouldBe(one);
        (await db.Corrections.Where(c => c.AppliedAt == null).AnyAsync()).ShouldBeFalse();
        (await db.Decisions.Where(d => d.By == "test").OrderBy(d => d.Id).Select(d => d.Action).ToListAsync())
            .TakeLast(2).Select(DecisionWords.French).ShouldBe(["Sujet séparé", "Correction annulée"]);
    }

    [Fact]
    public async Task Two_unlike_stories_become_one_at_the_older_address_and_come_apart_at_their_own_when_that_is_undone()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        // The comet is told first, but the flood, which two outlets tell, is stored first.
        await using var rounds = await PrintAsync(paper, Comet, Flood, SameFlood);
        var (flood, comet) = (await StoryOfAsync(rounds, Flood), await StoryOfAsync(rounds, Comet));
        var (older, younger) = (Math.Min(flood, comet), Math.Max(flood, comet));

        (await DecideAsync(rounds, stories => stories.MergeAsync(comet, flood, "test"))).ShouldBeNull();
        await rounds.RunAsync();

        (await StoryOfAsync(rounds, Flood)).ShouldBe(older);
        (await StoryOfAsync(rounds, Comet)).ShouldBe(older);
        await using var db = rounds.Open();
        (await db.Stories.AsNoTracking().SingleAsync(s => s.Id == younger)).MergedInto.ShouldBe(older);
        rounds.Get<StoryRound>().Forget();
        await TellAsync(rounds, paper, LaterFlood);
        (await StoryOfAsync(rounds, Comet)).ShouldBe(await StoryOfAsync(rounds, LaterFlood));

        await DecideAsync(rounds, stories => stories.UndoAsync(1, "test"));
        await rounds.RunAsync();

        (await StoryOfAsync(rounds, Flood)).ShouldBe(flood);
        (await StoryOfAsync(rounds, SameFlood)).ShouldBe(flood);
        (await StoryOfAsync(rounds, Comet)).ShouldBe(comet);
        (await db.Stories.AsNoTracking().SingleAsync(s => s.Id == younger)).MergedInto.ShouldBeNull();
    }

    [Fact]
    public async Task What_was_undone_leaves_an_earlier_correction_of_the_same_articles_standing()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var rounds = await PrintAsync(paper, Flood, SameFlood);
        await DecideAsync(rounds, async stories => await stories.SeparateAsync([await ArticleAsync(rounds, SameFlood)], "test"));
        await rounds.RunAsync();
        var (one, two) = (await StoryOfAsync(rounds, Flood), await StoryOfAsync(rounds, SameFlood));
        await DecideAsync(rounds, stories => stories.MergeAsync(one, two, "test"));
        await rounds.RunAsync();
        (await StoryOfAsync(rounds, SameFlood)).ShouldBe(one);

        await DecideAsync(rounds, stories => stories.UndoAsync(2, "test"));
        await rounds.RunAsync();

        (await StoryOfAsync(rounds, SameFlood)).ShouldBe(two);
    }

    [Fact]
    public async Task A_pinned_story_stands_first_and_its_sentence_says_so()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var rounds = await PrintAsync(paper, Flood, SameFlood, Comet);
        var comet = await StoryOfAsync(rounds, Comet);
        (await FirstAsync(rounds)).StoryId.ShouldNotBe(comet);

        (await DecideAsync(rounds, stories => stories.PinAsync(comet, "test"))).ShouldBeNull();
        (await DecideAsync(rounds, stories => stories.PinAsync(comet, "test"))).ShouldBe("Ce sujet est déjà épinglé.");
        await rounds.RunAsync();

        var first = await FirstAsync(rounds);
        first.StoryId.ShouldBe(comet);
        first.Sentence.ShouldContain("placé en tête par l’administrateur");
        await DecideAsync(rounds, stories => stories.UndoAsync(1, "test"));
        await rounds.RunAsync();
        (await FirstAsync(rounds)).StoryId.ShouldNotBe(comet);
    }

    [Fact]
    public async Task A_hidden_story_is_in_no_edition_and_stays_hidden_when_an_article_joins_it()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var rounds = await PrintAsync(paper, Flood, SameFlood, Comet);
        var flood = await StoryOfAsync(rounds, Flood);
        (await ReadPlacesAsync(rounds)).ShouldContain(flood);

        (await DecideAsync(rounds, stories => stories.HideAsync(flood, "test"))).ShouldBeNull();
        await rounds.RunAsync();

        await ShouldBeHiddenAsync();
        await TellAsync(rounds, paper, LaterFlood);
        (await StoryOfAsync(rounds, LaterFlood)).ShouldBe(flood);
        await ShouldBeHiddenAsync();
        await DecideAsync(rounds, stories => stories.UndoAsync(1, "test"));
        await rounds.RunAsync();
        (await ReadPlacesAsync(rounds)).ShouldContain(flood);

        async Task ShouldBeHiddenAsync()
        {
            await using var db = rounds.Open();
            (await db.Stories.SingleAsync(s => s.Id == flood)).IsRemoved.ShouldBeTrue();
            (await db.EditionPlaces.AnyAsync(p => p.StoryId == flood && db.Editions.Any(e => e.Id == p.EditionId && e.Part == EditionPart.Day))).ShouldBeFalse();
            // The copy of the morning was kept before, with the story in it.
            (await ReadPlacesAsync(rounds)).ShouldNotContain(flood);
            (await db.ViewOfPartAsync(false, new DateOnly(2026, 11, 22), EditionPart.Morning, rounds.Time.GetUtcNow(), default))!.Lead!.Path.ShouldNotContain("saint-aubin");
        }
    }

    [Fact]
    public async Task Partitions_that_stand_are_exported_as_labelled_cases()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var rounds = await PrintAsync(paper, Flood, SameFlood, Comet);
        var (flood, comet) = (await StoryOfAsync(rounds, Flood), await StoryOfAsync(rounds, Comet));
        await DecideAsync(rounds, stories => stories.MergeAsync(flood, comet, "test"));
        await DecideAsync(rounds, stories => stories.UndoAsync(1, "test"));
        await DecideAsync(rounds, stories => stories.HideAsync(comet, "test"));
        await DecideAsync(rounds, async stories => await stories.SeparateAsync([await ArticleAsync(rounds, SameFlood)], "test"));

        await using var scope = rounds.Get<IServiceScopeFactory>().CreateAsyncScope();
        var labelled = (await scope.ServiceProvider.GetRequiredService<CorrectedStories>().ExportAsync()).ShouldHaveSingleItem();

        labelled.Together.ShouldBeFalse();
        var (mine, other) = (labelled.Articles.ShouldHaveSingleItem(), labelled.Others.ShouldHaveSingleItem());
        (mine.Outlet, mine.Title, mine.Text).ShouldBe((SameFlood.Outlet, SameFlood.Title, SameFlood.Summary));
        (other.Outlet, other.Title).ShouldBe((Flood.Outlet, Flood.Title));
        mine.Address.ShouldStartWith(paper.Home);
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_in_words_and_nothing_is_written()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var rounds = await PrintAsync(paper, Flood, SameFlood, Comet);
        var (flood, comet) = (await StoryOfAsync(rounds, Flood), await StoryOfAsync(rounds, Comet));
        long[] all = [await ArticleAsync(rounds, Flood), await ArticleAsync(rounds, SameFlood), await ArticleAsync(rounds, Comet)];

        (await DecideAsync(rounds, stories => stories.SeparateAsync([], "test"))).ShouldBe("Choisissez au moins un article.");
        (await DecideAsync(rounds, stories => stories.SeparateAsync([999], "test"))).ShouldBe("Aucun article n’a ce numéro.");
        (await DecideAsync(rounds, stories => stories.SeparateAsync(all, "test"))).ShouldBe("Ces articles ne sont pas dans un même sujet.");
        (await DecideAsync(rounds, stories => stories.SeparateAsync(all[..2], "test"))).ShouldBe("Il ne resterait aucun article dans le sujet : il n’y a rien à séparer.");
        (await DecideAsync(rounds, stories => stories.MergeAsync(flood, flood, "test"))).ShouldBe("Ce sont deux fois le même sujet.");
        (await DecideAsync(rounds, stories => stories.MergeAsync(flood, 999, "test"))).ShouldBe("Aucun sujet n’a le numéro 999.");
        (await DecideAsync(rounds, stories => stories.MergeAsync(999, flood, "test"))).ShouldBe("Aucun sujet n’a le numéro 999.");
        (await DecideAsync(rounds, stories => stories.PinAsync(999, "test"))).ShouldBe("Aucun sujet n’a le numéro 999.");
        (await DecideAsync(rounds, stories => stories.UndoAsync(999, "test"))).ShouldBe("Aucune correction n’a le numéro 999.");
        await using var db = rounds.Open();
        (await db.Corrections.AnyAsync()).ShouldBeFalse();

        (await DecideAsync(rounds, stories => stories.HideAsync(comet, "test"))).ShouldBeNull();
        (await DecideAsync(rounds, stories => stories.UndoAsync(1, "test"))).ShouldBeNull();
        (await DecideAsync(rounds, stories => stories.UndoAsync(1, "test"))).ShouldBe("Cette correction est déjà annulée.");
        (await DecideAsync(rounds, stories => stories.UndoAsync(2, "test"))).ShouldBe("Aucune correction n’a le numéro 2.");
    }

    [Fact]
    public async Task What_is_older_than_what_rounds_match_is_refused_rather_than_noted_in_vain()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var rounds = await PrintAsync(paper, Flood, SameFlood, Comet);
        var (flood, comet) = (await StoryOfAsync(rounds, Flood), await StoryOfAsync(rounds, Comet));
        var article = await ArticleAsync(rounds, Flood);

        rounds.Time.Advance(TimeSpan.FromDays(5));

        (await DecideAsync(rounds, stories => stories.MergeAsync(flood, comet, "test")))!.ShouldContain("plus de quatre jours");
        (await DecideAsync(rounds, stories => stories.SeparateAsync([article], "test")))!.ShouldContain("plus de quatre jours");
    }

    /// <summary>A newsroom after its first fill with these articles, each in the feed of its outlet.</summary>
    private static async Task<TestRounds> PrintAsync(LoopbackPaper paper, params Told[] articles)
    {
        var rounds = await TestRounds.StartAsync();
        foreach (var told in articles) await FollowAsync(rounds, paper, told);
        await rounds.RunAsync();
        await rounds.RunAsync();
        return rounds;
    }

    /// <summary>One more outlet tells its article, and a round takes it in.</summary>
    private static async Task TellAsync(TestRounds rounds, LoopbackPaper paper, Told told)
    {
        await FollowAsync(rounds, paper, told);
        rounds.Time.Advance(TimeSpan.FromMinutes(1));
        await rounds.RunAsync();
    }

    private static async Task FollowAsync(TestRounds rounds, LoopbackPaper paper, Told told)
    {
        var date = new DateTime(2026, 11, 22, 7, 0, 0, DateTimeKind.Utc).AddMinutes(-told.MinutesAgo).ToString("s", CultureInfo.InvariantCulture) + "Z";
        paper.Page($"/{told.Outlet}", $"<html lang=\"fr\"><head><title>{told.Title}</title><meta name=\"description\" content=\"{told.Summary}\"></head><body><article><h1>{told.Title}</h1><p>{told.Summary}</p></article></body></html>");
        paper.Feed($"/{told.Outlet}/rss", $"<rss version=\"2.0\"><channel><title>{told.Outlet}</title><item><title>{told.Title}</title><link>{paper.Home}/{told.Outlet}</link><description>{told.Summary}</description><pubDate>{date}</pubDate></item></channel></rss>");
        await rounds.FollowAsync($"{paper.Home}/{told.Outlet}/rss", told.Outlet);
    }

    private static async Task<string?> DecideAsync(TestRounds rounds, Func<CorrectedStories, Task<string?>> decide)
    {
        await using var scope = rounds.Get<IServiceScopeFactory>().CreateAsyncScope();
        return await decide(scope.ServiceProvider.GetRequiredService<CorrectedStories>());
    }

    private static async Task<long> ArticleAsync(TestRounds rounds, Told told)
    {
        await using var db = rounds.Open();
        return await db.Articles.Where(a => a.Outlet!.Name == told.Outlet).Select(a => a.Id).SingleAsync();
    }

    private static async Task<long> StoryOfAsync(TestRounds rounds, Told told)
    {
        await using var db = rounds.Open();
        return (await db.Articles.Where(a => a.Outlet!.Name == told.Outlet).Select(a => a.StoryId).SingleAsync()).ShouldNotBeNull();
    }

    private static async Task<EditionPlace> FirstAsync(TestRounds rounds)
    {
        await using var db = rounds.Open();
        return await db.EditionPlaces.SingleAsync(p => !p.IsRail && p.Rank == 1 && db.Editions.Any(e => e.Id == p.EditionId && e.Part == EditionPart.Day));
    }

    /// <summary>The stories that readers find in any edition.</summary>
    private static async Task<List<long>> ReadPlacesAsync(TestRounds rounds)
    {
        await using var db = rounds.Open();
        return await db.PlacesToRead().Select(p => p.StoryId).Distinct().ToListAsync();
    }

    private sealed record Told(string Outlet, string Title, string Summary, int MinutesAgo);
}
