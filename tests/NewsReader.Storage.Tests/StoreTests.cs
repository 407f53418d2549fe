using Microsoft.EntityFrameworkCore;
using NewsReader.Storage.Articles;
using NewsReader.Storage.Editions;
using NewsReader.Storage.Sources;
using NewsReader.Storage.Stories;

namespace NewsReader.Storage.Tests;

public sealed class StoreTests
{
    private static readonly DateTime Morning = new(2026, 11, 22, 6, 25, 0, DateTimeKind.Utc);

    [Fact]
    public Task A_story_keeps_its_articles_and_quotations_in_SQLite() => A_story_keeps_its_articles_and_quotations(Store.SqliteAsync());

    [PostgresFact]
    public Task A_story_keeps_its_articles_and_quotations_in_PostgreSQL() => A_story_keeps_its_articles_and_quotations(Store.PostgresAsync());

    [Fact]
    public Task An_edition_is_read_back_in_order_from_SQLite() => An_edition_is_read_back_in_order(Store.SqliteAsync());

    [PostgresFact]
    public Task An_edition_is_read_back_in_order_from_PostgreSQL() => An_edition_is_read_back_in_order(Store.PostgresAsync());

    [Fact]
    public Task One_address_is_followed_once_in_SQLite() => One_address_is_followed_once(Store.SqliteAsync());

    [PostgresFact]
    public Task One_address_is_followed_once_in_PostgreSQL() => One_address_is_followed_once(Store.PostgresAsync());

    private static async Task A_story_keeps_its_articles_and_quotations(Task<Store> making)
    {
        await using var store = await making;
        long id;
        await using (var db = store.Open())
        {
            var story = new Story { Title = "Crue de la Vire", FirstAt = Morning, LastAt = Morning };
            var article = new Article { Outlet = new Outlet { Name = "Ouest Matin" }, Address = "https://om.example/crue", Title = "Crue de la Vire", Story = story, At = Morning };
            db.ArticleTexts.Add(new ArticleText { Article = article, Body = "{}" });
            await db.SaveChangesAsync();
            story.Essential.Add(new KeySentence { ArticleId = article.Id, Outlet = "Ouest Matin", Text = "Le pic est attendu vers midi." });
            await db.SaveChangesAsync();
            id = story.Id;
        }

        await using (var db = store.Open())
        {
            var story = await db.Stories.Include(s => s.Articles).SingleAsync(s => s.Id == id);
            story.Articles.ShouldHaveSingleItem().Title.ShouldBe("Crue de la Vire");
            story.Essential.ShouldHaveSingleItem().Text.ShouldBe("Le pic est attendu vers midi.");
        }
    }

    private static async Task An_edition_is_read_back_in_order(Task<Store> making)
    {
        await using var store = await making;
        await using (var db = store.Open())
        {
            var edition = new Edition { Day = new DateOnly(2026, 11, 22), Stamp = "a", DrawnAt = Morning };
            foreach (var rank in new[] { 2, 1 })
            {
                edition.Places.Add(new EditionPlace
                {
                    Rank = rank,
                    Title = $"Titre {rank}",
                    Outlet = "Ouest Matin",
                    Terms = "{}",
                    Sentence = "2 rédactions indépendantes",
                    At = Morning,
                    Others = [new OtherTitle { ArticleId = 7, Outlet = "Le Quotidien", Title = "Autre titre" }],
                });
            }

            db.Editions.Add(edition);
            await db.SaveChangesAsync();
        }

        await using (var db = store.Open())
        {
            var places = await db.EditionPlaces.AsNoTracking().OrderBy(p => p.Rank).ToListAsync();
            places.Select(p => p.Title).ShouldBe(["Titre 1", "Titre 2"]);
            places[0].Others.ShouldHaveSingleItem().Outlet.ShouldBe("Le Quotidien");
        }
    }

    private static async Task One_address_is_followed_once(Task<Store> making)
    {
        await using var store = await making;
        await using var db = store.Open();
        var outlet = new Outlet { Name = "Ouest Matin" };
        outlet.Sources.Add(new Source { Address = "https://om.example/rss" });
        outlet.Sources.Add(new Source { Address = "https://om.example/rss" });
        db.Outlets.Add(outlet);
        await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }
}
