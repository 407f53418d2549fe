using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsReader.Web.Adding;
using NewsReader.Web.Tests.Adding;

namespace NewsReader.Web.Tests.Rounds;

/// <summary>What is known of an outlet's pages changes how they read: what it prints on each of them goes, a person's rules come first, all pages of an article are read.</summary>
public sealed class TemplateTests
{
    private const string Line = "Le Papier vit de ses lectrices et de ses lecteurs depuis trente ans, et de personne d’autre.";

    private static readonly string[] Titles = ["La Vire déborde", "Un boulanger ouvre la nuit", "Le club monte en division supérieure", "Trois chevaux échappés sur la rocade"];

    [Fact]
    public async Task What_stands_on_each_page_of_an_outlet_goes_from_all_of_them_and_no_article_counts_as_edited()
    {
        await using var paper = await PrintAsync(4, Line);
        await using var rounds = await TestRounds.StartAsync();
        await rounds.FollowAsync(paper.Home + "/rss");

        await rounds.RunAsync();

        await using var db = rounds.Open();
        var texts = await db.ArticleTexts.Include(t => t.Article).ToListAsync();
        texts.Count.ShouldBe(4);
        texts.ShouldAllBe(t => !t.Body.Contains("vit de ses lectrices") && t.Furniture.Single().StartsWith("Le Papier vit"));
        texts.ShouldAllBe(t => t.Body.Contains("est pas fini"));
        texts.ShouldAllBe(t => t.Article!.Modified == null && t.Article.Attempts == 1 && t.Article.State == "ok");
        (await db.ArticleVersions.CountAsync()).ShouldBe(0);
        paper.Asked.Count(path => path.StartsWith("/a", StringComparison.Ordinal)).ShouldBe(4);
    }

    [Fact]
    public async Task The_articles_of_one_day_and_section_teach_nothing_yet()
    {
        await using var paper = await PrintAsync(4, Line, hoursApart: 1);
        await using var rounds = await TestRounds.StartAsync();
        await rounds.FollowAsync(paper.Home + "/rss");

        await rounds.RunAsync();

        await using var db = rounds.Open();
        (await db.ArticleTexts.ToListAsync()).ShouldAllBe(t => t.Body.Contains("vit de ses lectrices"));
    }

    [Fact]
    public async Task Rules_that_are_saved_change_the_kept_articles_without_a_visit_and_are_logged()
    {
        await using var paper = await PrintAsync(2, "<span class=\"encart\">Le maire, joint hier, n’a pas souhaité répondre à nos questions sur ce point.</span>");
        await using var rounds = await TestRounds.StartAsync();
        await rounds.FollowAsync(paper.Home + "/rss");
        await rounds.RunAsync();
        await using var scope = rounds.Get<IServiceScopeFactory>().CreateAsyncScope();
        var rules = scope.ServiceProvider.GetRequiredService<LaidDownRules>();
        var outlet = (await rules.FindAsync("le papier"))!;

        var trials = await rules.TryAsync(outlet.Id, "remove: .encart");
        (await rules.SaveAsync(outlet.Id, "remove: .encart", "test")).ShouldBeEmpty();
        await rounds.RunAsync();

        trials.Count.ShouldBe(2);
        trials.ShouldAllBe(t => t.Now!.Contains("n’a pas souhaité répondre") && !t.Then!.Contains("n’a pas souhaité répondre") && t.Removed.Count == 1);
        await using var db = rounds.Open();
        (await db.ArticleTexts.ToListAsync()).ShouldAllBe(t => !t.Body.Contains("pas souhaité répondre"));
        (await db.Decisions.OrderBy(d => d.Id).LastAsync()).Subject.ShouldBe("Le Papier");
        paper.Asked.Count(path => path.StartsWith("/a", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task Rules_that_cannot_be_read_are_refused_in_words_and_nothing_is_saved()
    {
        await using var paper = await PrintAsync(1, Line);
        await using var rounds = await TestRounds.StartAsync();
        await rounds.FollowAsync(paper.Home + "/rss");
        await using var scope = rounds.Get<IServiceScopeFactory>().CreateAsyncScope();
        var rules = scope.ServiceProvider.GetRequiredService<LaidDownRules>();

        var faults = await rules.SaveAsync(1, "keep: article\nretire le bandeau\nremove: div[", "test");

        faults.ShouldBe(
        [
            "Ligne 2 : « retire le bandeau » ne commence par aucun des trois mots « keep: », « remove: » et « next: ».",
            "Ligne 3 : « remove: div[ » ne donne pas de sélecteur CSS lisible. Par exemple : « remove: .lire-aussi ».",
        ]);
        await using var db = rounds.Open();
        (await db.Outlets.SingleAsync()).Rules.ShouldBeNull();
    }

    [Fact]
    public async Task An_article_in_three_pages_is_one_text_and_is_read_again_as_one()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        for (var i = 1; i <= 3; i++)
            paper.Page(i == 1 ? "/a" : $"/a/{i}", Page("Le récit du club", Sentence(i), i < 3 ? $"<a href=\"/a/{i + 1}\">Page suivante</a>" : ""));
        paper.Feed("/rss", Rss(Item("Le récit du club", paper.Home + "/a", "2026-11-22T05:12:00Z")));
        await using var rounds = await TestRounds.StartAsync();
        await rounds.FollowAsync(paper.Home + "/rss");
        await rounds.RunAsync();
        await using var db = rounds.Open();
        var whole = (await db.ArticleTexts.AsNoTracking().SingleAsync()).Body;
        await db.ArticleTexts.ExecuteUpdateAsync(t => t.SetProperty(x => x.Body, "{}"));
        await db.ArticlePages.ExecuteUpdateAsync(p => p.SetProperty(x => x.Revision, 0));

        await rounds.RunAsync();

        for (var i = 1; i <= 3; i++) whole.ShouldContain(Sentence(i));
        (await db.ArticlePages.CountAsync()).ShouldBe(3);
        (await db.ArticleTexts.AsNoTracking().SingleAsync()).Body.ShouldBe(whole);
    }

    [Fact]
    public async Task An_article_whose_second_page_is_missing_keeps_the_first_and_says_so()
    {
        await using var paper = (await LoopbackPaper.StartAsync()).Page("/a", Page("Le récit du club", Sentence(1), "<link rel=\"next\" href=\"/a/2\">"));
        paper.Feed("/rss", Rss(Item("Le récit du club", paper.Home + "/a", "2026-11-22T05:12:00Z")));
        await using var rounds = await TestRounds.StartAsync();
        await rounds.FollowAsync(paper.Home + "/rss");

        await rounds.RunAsync();

        await using var db = rounds.Open();
        (await db.ArticleTexts.SingleAsync()).Body.ShouldContain(Sentence(1));
        var article = await db.Articles.SingleAsync();
        (article.State, article.Detail).ShouldBe(("degraded", "page 2 of the article could not be read: the host answered 404"));
    }

    [Fact]
    public async Task A_page_that_is_an_empty_shell_is_read_in_its_amp_version()
    {
        await using var paper = (await LoopbackPaper.StartAsync())
            .Page("/a", "<html lang=\"fr\"><head><title>La Vire déborde</title><link rel=\"amphtml\" href=\"/amp/a\"></head><body><div id=\"app\"></div></body></html>")
            .Page("/amp/a", Page("La Vire déborde", Sentence(1), ""));
        paper.Feed("/rss", Rss(Item("La Vire déborde", paper.Home + "/a", "2026-11-22T05:12:00Z")));
        await using var rounds = await TestRounds.StartAsync();
        await rounds.FollowAsync(paper.Home + "/rss");

        await rounds.RunAsync();

        await using var db = rounds.Open();
        (await db.ArticleTexts.SingleAsync()).Body.ShouldContain(Sentence(1));
        (await db.Articles.SingleAsync()).Address.ShouldBe(paper.Home + "/a");
    }

    private static async Task<LoopbackPaper> PrintAsync(int articles, string block, int hoursApart = 20)
    {
        var paper = await LoopbackPaper.StartAsync();
        var items = "";
        for (var i = 0; i < articles; i++)
        {
            paper.Page($"/a{i}", Page(Titles[i], $"{Sentence(i)}</p><p>{block}", ""));
            items += Item(Titles[i], $"{paper.Home}/a{i}", new DateTime(2026, 11, 22, 5, 0, 0, DateTimeKind.Utc).AddHours(-i * hoursApart).ToString("s", CultureInfo.InvariantCulture) + "Z");
        }

        return paper.Feed("/rss", Rss(items));
    }

    private static string Sentence(int number) => "Le " + string.Join(' ', Enumerable.Range(0, 60).Select(i => Word(number * 60 + i))) + ", dit-on.";

    private static string Word(int number) => string.Concat($"{(uint)(number + 1) * 2654435761u}".Select(digit => (char)('a' + digit - '0')));

    private static string Page(string title, string text, string after) =>
        $"<html lang=\"fr\"><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p><p>Et ce n’est pas fini : la suite sera dite demain à {title}.</p></article>{after}</body></html>";

    private static string Item(string title, string link, string date) => $"<item><title>{title}</title><link>{link}</link><pubDate>{date}</pubDate></item>";

    private static string Rss(string items) => $"<rss version=\"2.0\"><channel><title>Le Papier</title>{items}</channel></rss>";
}
