using Microsoft.EntityFrameworkCore;
using NewsReader.Storage.Articles;
using NewsReader.Storage.Sources;
using NewsReader.Storage.Stories;
using NewsReader.Web.Rounds;

namespace NewsReader.Web.Tests.Rounds;

public sealed class StoryRoundTests
{
    private static readonly (string Outlet, string Title, string Summary, int Minutes)[] Morning =
    [
        ("Écho", "Crue de la Vire : la basse ville de Saint-Aubin évacuée dans la nuit", "Huit cents habitants de Saint-Aubin ont quitté leur logement, la Vire a débordé.", 0),
        ("Quotidien", "Saint-Aubin sous les eaux de la Vire, huit cents habitants évacués", "La crue de la Vire a forcé l'évacuation de la basse ville de Saint-Aubin.", 20),
        ("Matin", "Budget : le Sénat rétablit le crédit d'impôt supprimé par les députés", "Par 184 voix contre 151, le Sénat revient sur le vote des députés.", 30),
        ("Dépêche", "Crédit d'impôt : le Sénat revient sur le vote des députés", "Le Sénat a rétabli le crédit d'impôt par 184 voix contre 151.", 45),
        ("Sciences", "Une comète visible à l'œil nu pendant dix nuits", "Il faudra regarder vers l'ouest après le coucher du soleil.", 50),
        ("Matin", "Crue de la Vire : le pic attendu à midi à Saint-Aubin", "La crue de la Vire doit atteindre son pic vers midi à Saint-Aubin, où 800 habitants ont été évacués.", 90),
    ];

    [Fact]
    public async Task Outlets_that_tell_one_event_share_a_story()
    {
        await using var rounds = await TestRounds.StartAsync();
        await AddAsync(rounds, Morning);

        await rounds.Get<StoryRound>().RunAsync(CancellationToken.None);

        (await PartitionAsync(rounds)).ShouldContain("Matin 90|Quotidien 20|Écho 0");
    }

    [Fact]
    public async Task A_first_fill_that_comes_in_pieces_ends_with_the_same_stories_as_one_that_comes_at_once()
    {
        await using var whole = await TestRounds.StartAsync();
        await AddAsync(whole, Morning);
        await whole.Get<StoryRound>().RunAsync(CancellationToken.None);

        await using var pieces = await TestRounds.StartAsync();
        await pieces.FollowAsync("http://127.0.0.1:1/never-visited");
        foreach (var some in Morning.Reverse().Chunk(2))
        {
            await AddAsync(pieces, some);
            pieces.Time.Advance(TimeSpan.FromSeconds(1));
            await pieces.Get<StoryRound>().RunAsync(CancellationToken.None);
            pieces.Get<StoryRound>().Forget();
        }

        (await PartitionAsync(pieces)).ShouldBe(await PartitionAsync(whole));
    }

    [Fact]
    public async Task Two_events_that_were_stored_as_one_story_come_apart()
    {
        await using var rounds = await TestRounds.StartAsync();
        await AddAsync(rounds, [Morning[0], Morning[4]]);
        await using var db = rounds.Open();
        var story = db.Stories.Add(new Story { Title = "Crue et comète" }).Entity;
        await db.SaveChangesAsync();
        await db.Articles.ExecuteUpdateAsync(a => a.SetProperty(x => x.StoryId, story.Id));
        await AddAsync(rounds, [Morning[2]]);

        await rounds.Get<StoryRound>().RunAsync(CancellationToken.None);

        (await PartitionAsync(rounds)).ShouldBe(["Matin 30", "Sciences 50", "Écho 0"]);
    }

    [Fact]
    public async Task A_later_article_joins_the_stored_story_after_a_restart_and_its_address_stays()
    {
        await using var rounds = await TestRounds.StartAsync();
        await AddAsync(rounds, Morning[..5]);
        await rounds.Get<StoryRound>().RunAsync(CancellationToken.None);
        await using var db = rounds.Open();
        var before = await db.Articles.Where(a => a.Outlet!.Name == "Écho").Select(a => a.StoryId).SingleAsync();

        rounds.Get<StoryRound>().Forget();
        rounds.Time.Advance(TimeSpan.FromMinutes(10));
        await AddAsync(rounds, Morning[5..]);
        await rounds.Get<StoryRound>().RunAsync(CancellationToken.None);

        var told = await db.Articles.Where(a => a.StoryId == before).Select(a => a.Outlet!.Name).ToListAsync();
        told.ShouldBe(["Écho", "Quotidien", "Matin"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_demonstration_papers_never_share_a_story_with_real_outlets()
    {
        await using var rounds = await TestRounds.StartAsync();
        await AddAsync(rounds, Morning[..1]);
        await AddAsync(rounds, Morning[1..2], isDemo: true);

        await rounds.Get<StoryRound>().RunAsync(CancellationToken.None);

        await using var db = rounds.Open();
        (await db.Stories.OrderBy(s => s.Id).Select(s => s.IsDemo).ToListAsync()).ShouldBe([false, true]);
    }

    private static async Task AddAsync(TestRounds rounds, IEnumerable<(string Outlet, string Title, string Summary, int Minutes)> articles, bool isDemo = false)
    {
        await using var db = rounds.Open();
        var now = rounds.Time.GetUtcNow().UtcDateTime;
        foreach (var (name, title, summary, minutes) in articles)
        {
            var outlet = await db.Outlets.SingleOrDefaultAsync(o => o.Name == name) ?? db.Outlets.Add(new Outlet { Name = name, IsDemo = isDemo }).Entity;
            var published = new DateTime(2026, 11, 22, 4, 0, 0, DateTimeKind.Utc).AddMinutes(minutes);
            db.Articles.Add(new Article
            {
                Outlet = outlet,
                Address = $"https://{name}.example/{minutes}",
                Title = title,
                Summary = summary,
                Published = published,
                FirstSeen = now,
                At = published,
            });
            await db.SaveChangesAsync();
        }
    }

    /// <summary>The stories as sets of « outlet minutes », in order.</summary>
    private static async Task<List<string>> PartitionAsync(TestRounds rounds)
    {
        await using var db = rounds.Open();
        var articles = await db.Articles.Select(a => new { a.StoryId, a.Outlet!.Name, a.Address }).ToListAsync();
        return [.. articles
            .GroupBy(a => a.StoryId)
            .Select(g => string.Join('|', g.Select(a => $"{a.Name} {a.Address.Split('/')[^1]}").Order(StringComparer.Ordinal)))
            .Order(StringComparer.Ordinal)];
    }
}
