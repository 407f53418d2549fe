using System.Text;
using NewsReader.Newsroom.Articles;

namespace NewsReader.Newsroom.Tests.Articles;

/// <summary>What a person lays down for an outlet's pages comes before what the extractor finds.</summary>
public sealed class OutletRulesTests
{
    private const string Brief = "La passerelle des Tanneurs est fermée depuis mardi soir. Une poutre s’est fissurée sous l’effet du gel, selon la métropole, qui promet une réouverture avant la fin du mois.";
    private const string Other = "Le marché couvert a rouvert ses portes après deux ans de travaux, et les commerçants disent avoir retrouvé leur clientèle d’avant. La place, elle, reste fermée aux voitures.";

    [Fact]
    public void What_is_to_be_kept_is_the_text() =>
        Text("keep: .b", $"<h1>Titre du jour</h1><div class=\"a\"><p>{Other}</p><p>{Other} Encore.</p></div><div class=\"b\"><p>{Brief}</p></div>").ShouldBe(Brief);

    [Fact]
    public void Several_places_are_read_in_their_order() =>
        Text("keep: .p1, .p2", $"<h1>Titre du jour</h1><div class=\"p1\"><p>{Brief}</p></div><div><p>{Other} Non.</p></div><div class=\"p2\"><p>{Other}</p></div>").ShouldBe(Brief + "\n" + Other);

    [Fact]
    public void What_is_to_be_removed_goes_and_the_trace_says_so()
    {
        var trace = new ExtractionTrace();

        Text("# l’encadré\nremove: .encadre", $"<article><h1>Titre du jour</h1><p>{Brief}</p><div class=\"encadre\"><p>{Other}</p></div></article>", trace).ShouldBe(Brief);

        trace.Removals.ShouldContain(r => r.Stage == "rule" && r.Text.StartsWith("Le marché couvert"));
    }

    [Fact]
    public void Where_nothing_is_to_be_kept_on_a_page_the_text_is_found_as_ever() =>
        Text("keep: .absent", $"<article><h1>Titre du jour</h1><p>{Brief}</p></article>").ShouldBe(Brief);

    [Theory]
    [InlineData("garde .corps", RuleFaultKind.NoSuchRule)]
    [InlineData("keep:", RuleFaultKind.NoSelector)]
    [InlineData("remove: div[", RuleFaultKind.NoSelector)]
    [InlineData("remove: ]p", RuleFaultKind.NoSelector)]
    public void A_line_that_cannot_be_read_is_named_and_the_others_count(string line, RuleFaultKind kind)
    {
        var (rules, faults) = OutletRules.Parse($"keep: article\n{line}\n");

        faults.ShouldBe([new RuleFault(2, line, kind)]);
        rules.IsEmpty.ShouldBeFalse();
    }

    [Fact]
    public void Too_much_is_refused() => OutletRules.Parse("keep: " + new string('a', 400) + string.Concat(Enumerable.Repeat("\nremove: p.x", 200))).Faults
        .Select(f => f.Kind).ShouldBe([RuleFaultKind.TooLong, RuleFaultKind.TooMany]);

    [Theory]
    [InlineData("https://a.example/dossier", "<link rel=\"next\" href=\"/dossier/2\">", "https://a.example/dossier/2")]
    [InlineData("https://a.example/dossier.html", "<a href=\"dossier-2.html\">Page suivante »</a>", "https://a.example/dossier-2.html")]
    [InlineData("https://a.example/d?id=7", "<a rel=\"next\" href=\"/d?id=7&amp;page=2\">2</a>", "https://a.example/d?id=7&page=2")]
    [InlineData("https://a.example/d/page/1", "<a href=\"/d/page/2\">Suivante</a>", "https://a.example/d/page/2")]
    [InlineData("https://a.example/d", "<a href=\"/d/page/2/\">Lire la suite</a>", "https://a.example/d/page/2/")]
    [InlineData("https://a.example/articles/12", "<link rel=\"next\" href=\"/articles/13\">", null)]
    [InlineData("https://a.example/articles/1", "<link rel=\"next\" href=\"/articles/2\">", null)]
    [InlineData("https://a.example/un-titre", "<link rel=\"next\" href=\"/un-autre-titre\">", null)]
    [InlineData("https://a.example/dossier", "<link rel=\"next\" href=\"https://b.example/dossier/2\">", null)]
    [InlineData("https://a.example/dossier", "<a href=\"/dossier/3\">Page suivante</a>", null)]
    [InlineData("https://a.example/dossier", "<a rel=\"next\" href=\"javascript:next(2)\">Page suivante</a>", null)]
    public void The_next_page_is_this_address_with_the_next_number(string address, string link, string? next) =>
        Article("", $"<article><h1>Titre du jour</h1><p>{Brief}</p></article>{link}", address).NextPage.ShouldBe(next);

    [Fact]
    public void A_later_page_leads_on() =>
        ArticleExtractor.Extract(Page($"<article><h1>Titre du jour</h1><p>{Brief}</p></article><a href=\"/d/3\">Page suivante</a>"), null, "https://a.example/d/2", new PageHints { Page = 2 })
            .Article!.NextPage.ShouldBe("https://a.example/d/3");

    [Fact]
    public void A_rule_names_the_next_page_whatever_its_address() =>
        Article("next: .suite", $"<article><h1>Titre du jour</h1><p>{Brief}</p></article><p class=\"suite\"><a href=\"/fin-du-recit\">La fin</a></p>", "https://a.example/d").NextPage.ShouldBe("https://a.example/fin-du-recit");

    [Fact]
    public void Two_pages_read_as_one_text_that_says_nothing_twice()
    {
        var first = Article("", $"<article><h1>Titre du jour</h1><p>{Brief}</p><figure><img src=\"/p.jpg\" width=\"600\" height=\"400\"></figure></article><a href=\"/d/2\">Page suivante</a>", "https://a.example/d");
        var second = Article("", $"<article><h1>Titre du jour</h1><p>{Brief}</p><figure><img src=\"/p.jpg\" width=\"600\" height=\"400\"></figure><p>{Other}</p></article>", "https://a.example/d/2");

        var whole = first.Continued(second);

        whole.Body.ToText().ShouldBe(Brief + "\n" + Other);
        whole.Body.Blocks.OfType<Figure>().Count().ShouldBe(1);
        whole.NextPage.ShouldBeNull();
    }

    [Theory]
    [InlineData("<div id=\"app\"></div>")]
    [InlineData("<h1>Titre du jour</h1><p>Activez JavaScript pour lire cette page.</p>")]
    public void A_page_without_text_names_its_amp_version(string body) =>
        ArticleExtractor.Extract(Page($"<link rel=\"amphtml\" href=\"/amp/d\">{body}"), null, "https://a.example/d").Alternative.ShouldBe("https://a.example/amp/d");

    private static string? Text(string rules, string body, ExtractionTrace? trace = null) => Article(rules, body, "https://a.example/d", trace).Body.ToText();

    private static ExtractedArticle Article(string rules, string body, string address, ExtractionTrace? trace = null) =>
        ArticleExtractor.Extract(Page(body), null, address, new PageHints { Rules = OutletRules.Parse(rules).Rules, Trace = trace }).Article!;

    private static byte[] Page(string body) => Encoding.UTF8.GetBytes($"<html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Titre du jour</title></head><body>{body}</body></html>");
}
