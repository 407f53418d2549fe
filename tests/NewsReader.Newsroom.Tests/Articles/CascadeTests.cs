using System.Text;
using NewsReader.Newsroom.Articles;

namespace NewsReader.Newsroom.Tests.Articles;

/// <summary>What tells the article of a page from all that stands around it, a shape at a time.</summary>
public sealed class CascadeTests
{
    private const string Brief = "La passerelle des Tanneurs est fermée depuis mardi soir. Une poutre s’est fissurée sous l’effet du gel, selon la métropole, qui promet une réouverture avant la fin du mois.";

    private const string Post = "Le marché couvert a rouvert ses portes après deux ans de travaux, et les commerçants disent avoir retrouvé leur clientèle d’avant. La place, elle, reste fermée aux voitures, ce que regrettent les livreurs.";

    [Fact]
    public void A_brief_wins_over_the_long_list_of_other_posts_beside_it()
    {
        var others = string.Concat(Enumerable.Range(1, 12).Select(i => $"<li><div class=\"entry\"><p>{i}. {Post}</p><p>{Post} ({i})</p></div></li>"));
        Text($"<div><article><h1>La passerelle des Tanneurs ferme</h1><div class=\"texte\"><p>{Brief}</p></div></article><div class=\"aside\"><ul>{others}</ul></div></div>").ShouldBe(Brief);
    }

    [Fact]
    public void A_row_of_teasers_is_no_part_of_the_article_whatever_it_is_called()
    {
        var row = string.Concat(Enumerable.Range(1, 3).Select(i => $"<div class=\"x{i}\"><h3><a href=\"/autre-{i}\">Un autre titre, le numéro {i}</a></h3><p>Une phrase qui résume l’autre article, avec un point.</p></div>"));
        Text($"<div><h1>La passerelle des Tanneurs ferme</h1><p>{Brief}</p><div>{row}</div><p>{Post}</p></div>").ShouldBe(Brief + "\n" + Post);
    }

    [Fact]
    public void Sections_under_linked_anchors_stay()
    {
        var parts = string.Concat(Enumerable.Range(1, 3).Select(i => $"<section><h2><a href=\"#p{i}\">Partie {i} de ce texte</a></h2><p>{i} : {Post}</p></section>"));
        Text($"<article><h1>La passerelle des Tanneurs ferme</h1>{parts}</article>")!.Split('\n').Length.ShouldBe(6);
    }

    [Theory]
    [InlineData("La Gazette de Valombre : Un hêtre abattu de nuit sur la place", "Un hêtre abattu de nuit sur la place")]
    [InlineData("Un hêtre abattu de nuit - La Gazette de Valombre", "La Gazette de Valombre")]
    public void On_an_old_page_without_headings_the_paper_s_own_name_is_no_headline(string stated, string bold)
    {
        var page = $"<html><head><meta charset=\"utf-8\"><title>{stated}</title></head><body><font size=\"5\"><b>{bold}</b></font><p>{Brief}</p><p>{Post}</p></body></html>";

        ArticleExtractor.Extract(Encoding.UTF8.GetBytes(page), null, "https://gazette.example/a").Article!.Title.ShouldStartWith("Un hêtre abattu");
    }

    [Fact]
    public void A_live_ticker_s_comments_are_the_article()
    {
        var ticker = string.Concat(Enumerable.Range(1, 9).Select(i => $"<div class=\"live-match-comment right\"><span>{i}'</span><div class=\"live-match-comment-body\"><p>{i} : la frappe passe au-dessus, et le gardien s’en sort bien.</p></div></div>"));
        Text($"<div><h1>La passerelle des Tanneurs ferme</h1><div class=\"live\">{ticker}</div></div>")!.ShouldContain("9 : la frappe passe au-dessus");
    }

    [Fact]
    public void A_person_whom_the_data_only_points_to_is_named()
    {
        const string Data = """{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"La passerelle des Tanneurs ferme","author":{"@id":"#p"}},{"@type":"Person","@id":"#p","name":"Aliénor Castagné"}]}""";
        Extract($"<script type=\"application/ld+json\">{Data}</script><article><h1>La passerelle des Tanneurs ferme</h1><p>{Brief}</p></article>").Article!.Authors.ShouldBe(["Aliénor Castagné"]);
    }

    [Theory]
    [InlineData("<p class=\"sign\"><a href=\"/auteurs/aliénor-castagne\">Aliénor Castagné</a></p>", "")]
    [InlineData("", "<p><strong>Aliénor Castagné</strong></p>")]
    [InlineData("", "<p>Auteur : Aliénor Castagné</p>")]
    [InlineData("<p>Le 3 mars 2026, par Aliénor Castagné</p>", "")]
    public void An_author_is_found_where_the_page_shows_one_and_is_no_part_of_the_text(string above, string below)
    {
        var article = Extract($"<article><h1>La passerelle des Tanneurs ferme</h1>{above}<div><p>{Brief}</p><p>{Post}</p>{below}</div></article>").Article!;

        article.Authors.ShouldBe(["Aliénor Castagné"]);
        article.Body.ToText().ShouldBe(Brief + "\n" + Post);
    }

    [Fact]
    public void A_page_in_UTF8_that_calls_itself_Latin_9_reads_right()
    {
        var page = Encoding.UTF8.GetBytes($"<html><head><meta charset=\"iso-8859-15\"><title>La passerelle ferme</title></head><body><h1>La passerelle des Tanneurs ferme</h1><p>{Brief}</p></body></html>");

        ArticleExtractor.Extract(page, null, "https://journal.example/a").Article!.Body.ToText().ShouldBe(Brief);
    }

    [Fact]
    public void A_page_that_stands_in_a_noscript_is_read() =>
        Text($"<noscript><div><h1>La passerelle des Tanneurs ferme</h1><div><p>{Brief}</p><p>{Post}</p><p>{Post} Demain encore.</p></div></div></noscript>")!.ShouldStartWith(Brief);

    [Fact]
    public void The_language_is_the_text_s_own_whatever_the_page_says() =>
        Extract($"<article><h1>La passerelle des Tanneurs ferme</h1><p>{Brief}</p></article>", "en").Article!.Language.ShouldBe("fr");

    [Fact]
    public void A_trace_tells_the_place_that_was_taken_and_what_was_left_out()
    {
        var trace = new ExtractionTrace();

        Extract($"<div class=\"newsletter\">Inscrivez-vous à notre lettre.</div><article><h1>La passerelle des Tanneurs ferme</h1><div class=\"corps\"><p>{Brief}</p><p>Lire aussi : les ponts de la ville</p><p>{Post}</p></div></article>", trace: trace);

        trace.Candidates.ShouldContain(c => c.IsWinner && c.Path.EndsWith("div.corps", StringComparison.Ordinal));
        trace.Removals.ShouldContain(r => r.Stage == "furniture" && r.Text == "Inscrivez-vous à notre lettre.");
        trace.Removals.ShouldContain(r => r.Stage == "insert" && r.Text == "Lire aussi : les ponts de la ville");
    }

    [Theory]
    [InlineData("""{"@type":"NewsArticle","headline":"La passerelle des Tanneurs ferme","isAccessibleForFree":false}""")]
    [InlineData("""[{"@type":"NewsArticle","headline":"La passerelle des Tanneurs ferme","datePublished":"2026-03-02"},{"@type":"CreativeWork","headline":"La passerelle","isAccessibleForFree":"False"}]""")]
    [InlineData("""{"@type":"NewsArticle","image":"<img width="300">","isAccessibleForFree":"false"}""")]
    public void A_text_that_its_data_call_locked_and_that_is_short_is_an_excerpt(string data) =>
        Extract($"<script type=\"application/ld+json\">{data}</script><article><h1>La passerelle des Tanneurs ferme</h1><p>{Brief}</p></article>").Article!.Access.ShouldBe(Access.Excerpt);

    private static string? Text(string body) => Extract(body).Article?.Body.ToText();

    private static Extraction Extract(string body, string language = "fr", ExtractionTrace? trace = null) => ArticleExtractor.Extract(
        Encoding.UTF8.GetBytes($"<html lang=\"{language}\"><head><meta charset=\"utf-8\"><title>La passerelle des Tanneurs ferme</title></head><body>{body}</body></html>"),
        null, "https://journal.example/a", new PageHints { Trace = trace });
}
