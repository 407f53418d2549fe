using System.Text;
using NewsReader.Newsroom.Articles;

namespace NewsReader.Newsroom.Tests.Articles;

public sealed class FeedTitleTests
{
    [Fact]
    public void Small_words_in_common_make_no_headline_of_the_paper_s_name()
    {
        var page = Encoding.UTF8.GetBytes(
            "<html><head><title>La Gazette de Valombre</title></head><body><h1>La Gazette de Valombre</h1><p><b>Le tilleul de la place est tombé</b></p>"
            + "<p>Planté, dit-on, en 1794, l’arbre de la place n’a pas résisté à la tempête. Il est tombé sans toucher personne, ni la fontaine, ni l’école, ni la camionnette du fromager.</p></body></html>");

        ArticleExtractor.Extract(page, "text/html; charset=utf-8", "https://gazette.example/tilleul.htm", new PageHints { FeedTitle = "Le tilleul de la place est tombé" })
            .Article!.Title.ShouldBe("Le tilleul de la place est tombé");
    }

    [Fact]
    public void A_page_that_is_headed_by_the_outlet_s_name_alone_takes_its_title_from_the_feed()
    {
        var page = Encoding.UTF8.GetBytes(
            "<html><head><title>La Gazette du Val Perdu</title></head><body><h1>La Gazette du Val Perdu</h1><p><b>Le four à pain fume de nouveau</b><br><br>" +
            string.Join("<br><br>", Enumerable.Range(1, 4).Select(i => $"Le four communal de la place fume de nouveau depuis samedi, et trente fournées de pain y ont cuit, raconte le meunier {i}.")) +
            "</p></body></html>");

        var article = ArticleExtractor.Extract(page, "text/html; charset=utf-8", "https://gazette.example/four.htm", new PageHints { FeedTitle = "Le four à pain fume de nouveau" }).Article;

        article.ShouldNotBeNull().Title.ShouldBe("Le four à pain fume de nouveau");
    }

    [Fact]
    public void A_headline_that_the_page_words_otherwise_than_the_feed_is_kept()
    {
        var page = Encoding.UTF8.GetBytes(
            "<html><head><title>Crue de la Vire : la basse ville évacuée - Le Papier</title></head><body><article><h1>Crue de la Vire : la basse ville évacuée</h1>" +
            string.Concat(Enumerable.Range(1, 4).Select(i => $"<p>Huit cents habitants ont quitté leur logement dans la nuit, selon la préfecture, point numéro {i}.</p>")) +
            "</article></body></html>");

        var article = ArticleExtractor.Extract(page, "text/html; charset=utf-8", "https://papier.example/crue", new PageHints { FeedTitle = "DIRECT. Crue de la Vire : ce que l’on sait" }).Article;

        article.ShouldNotBeNull().Title.ShouldBe("Crue de la Vire : la basse ville évacuée");
    }
}
