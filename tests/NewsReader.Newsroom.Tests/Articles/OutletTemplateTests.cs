using System.Text;
using System.Text.Json;
using NewsReader.Newsroom.Articles;

namespace NewsReader.Newsroom.Tests.Articles;

/// <summary>What an outlet sets on each of its pages is learnt from these pages, and nothing else goes.</summary>
public sealed class OutletTemplateTests
{
    private const string Line = "<p>La Gazette vit de ses lectrices et lecteurs depuis trente ans, et de personne d’autre.</p>";

    private static readonly DateOnly Day = new(2026, 3, 2);

    private static readonly string[] Titles =
        ["La passerelle des Tanneurs ferme", "Un boulanger ouvre la nuit", "Le club monte en division supérieure", "Trois chevaux échappés sur la rocade"];

    [Fact]
    public void A_line_on_three_pages_of_two_days_goes()
    {
        var template = Learn([Page(0, Line), Page(1, Line), Page(2, Line)], [Day, Day, Day.AddDays(1)]);

        var article = Extract(3, Page(3, Line), template);

        article.Body.ToText().ShouldNotContain("vit de ses lectrices");
        article.Body.ToText().Split('\n').Length.ShouldBe(4);
        article.Furniture.ShouldHaveSingleItem().ShouldStartWith("La Gazette vit de");
    }

    [Fact]
    public void Two_sections_speak_as_well_as_two_days() =>
        Learn([Page(0, Line), Page(1, Line), Page(2, Line)], [Day, Day, Day], ["Société", "Sport", null]).Furniture.Count.ShouldBe(1);

    [Fact]
    public void A_line_of_one_day_and_section_stays() =>
        Learn([Page(0, Line), Page(1, Line), Page(2, Line)], [Day, Day, Day], ["Sport", "Sport", "Sport"]).Furniture.ShouldBeEmpty();

    [Fact]
    public void A_line_on_two_pages_stays() => Learn([Page(0, Line), Page(1, Line)], [Day, Day.AddDays(1)]).Furniture.ShouldBeEmpty();

    [Fact]
    public void One_article_under_three_addresses_speaks_once() =>
        Learn([Page(0, Line), Page(0, Line), Page(0, Line)], [Day, Day.AddDays(1), Day.AddDays(2)]).Furniture.ShouldBeEmpty();

    [Fact]
    public void The_sentence_that_explains_one_event_in_each_of_its_articles_stays()
    {
        const string Background = "<p>La passerelle avait été fermée en mars après la découverte de fissures.</p>";
        string[] titles = ["La passerelle rouvrira en mai", "Passerelle : l’enquête avance", "Passerelle, la ville accuse l’entreprise"];
        var template = OutletTemplate.Empty;
        for (var i = 0; i < 7; i++)
            template = template.Learn(Extract(i % 3, Page(i, i < 3 ? Background : "", i < 3 ? titles[i] : Titles[i % 4])), Day.AddDays(i), "Société");

        template.Furniture.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<h2>Ce qu’il faut retenir de la journée</h2>")]
    [InlineData("<p>Quel livre a changé votre façon de voir le monde ?</p>")]
    [InlineData("<p>Et après, on verra.</p>")]
    public void Headings_questions_and_short_lines_come_again_by_themselves(string block)
    {
        var template = Learn([Page(0, block), Page(1, block), Page(2, block)], [Day, Day.AddDays(1), Day.AddDays(2)]);

        Extract(3, Page(3, block), template).Furniture.ShouldBeEmpty();
    }

    [Fact]
    public void A_heading_goes_with_what_stood_below_it()
    {
        var block = "<h2>Notre journal a besoin de vous</h2>" + Line;
        var template = Learn([Page(0, block), Page(1, block), Page(2, block)], [Day, Day.AddDays(1), Day.AddDays(2)]);

        Extract(3, Page(3, block), template).Body.ToText().ShouldNotContain("besoin de vous");
    }

    [Fact]
    public void Nothing_goes_where_it_would_be_more_than_a_third_of_the_article()
    {
        var template = Learn([Page(0, Line), Page(1, Line), Page(2, Line)], [Day, Day.AddDays(1), Day.AddDays(2)]);
        var brief = "<article><h1>Un arbre tombe</h1><p>Un tilleul est tombé dans la nuit sur la place du marché, sans faire de blessé.</p>" + Line + "</article>";

        Extract(3, brief, template).Body.ToText().ShouldContain("vit de ses lectrices");
    }

    [Fact]
    public void The_stored_template_is_the_learnt_one()
    {
        var template = Learn([Page(0, Line), Page(1, Line), Page(2, Line)], [Day, Day.AddDays(1), Day.AddDays(2)]);

        var stored = JsonSerializer.Serialize(template, OutletTemplateJson.Default.OutletTemplate);
        var read = JsonSerializer.Deserialize(stored, OutletTemplateJson.Default.OutletTemplate)!;

        read.Furniture.ShouldBe(template.Furniture);
        read.Pages.Select(p => (p.Fingerprint, p.Day, p.Title)).ShouldBe(template.Pages.Select(p => (p.Fingerprint, p.Day, p.Title)));
    }

    [Fact]
    public void Memory_stays_small_however_much_an_outlet_prints()
    {
        var template = OutletTemplate.Empty;
        for (var i = 0; i < 300; i++) template = template.Learn(Extract(i % 4, Page(i, Line)), Day.AddDays(i / 50), null);

        template.Pages.Count.ShouldBe(60);
        JsonSerializer.Serialize(template, OutletTemplateJson.Default.OutletTemplate).Length.ShouldBeLessThan(30_000);
    }

    private static OutletTemplate Learn(string[] pages, DateOnly[] days, string?[]? sections = null)
    {
        var template = OutletTemplate.Empty;
        for (var i = 0; i < pages.Length; i++) template = template.Learn(Extract(i % 4, pages[i]), days[i], sections?[i]);
        return template;
    }

    private static ExtractedArticle Extract(int i, string body, OutletTemplate? template = null) => ArticleExtractor.Extract(
        Encoding.UTF8.GetBytes($"<html lang=\"fr\"><head><meta charset=\"utf-8\"></head><body>{body}</body></html>"),
        null, $"https://gazette.example/{i}", new PageHints { Template = template ?? OutletTemplate.Empty }).Article!;

    /// <summary>A page with a text of its own, which no two numbers share.</summary>
    private static string Page(int number, string block, string? title = null)
    {
        string[] sentences = [.. Enumerable.Range(0, 4).Select(i => Sentence(number * 4 + i))];
        return $"<article><h1>{title ?? Titles[number % 4]}</h1><p>{sentences[0]}</p><p>{sentences[1]}</p>{block}<p>{sentences[2]}</p><p>{sentences[3]}</p></article>";
    }

    private static string Sentence(int number) => "Le " + string.Join(' ', Enumerable.Range(0, 24).Select(i => Word(number * 24 + i))) + ", dit-on.";

    private static string Word(int number) => string.Concat($"{(uint)(number + 1) * 2654435761u}".Select(digit => (char)('a' + digit - '0')));
}
