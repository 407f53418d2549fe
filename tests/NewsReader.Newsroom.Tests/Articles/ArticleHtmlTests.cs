using NewsReader.Newsroom.Articles;

namespace NewsReader.Newsroom.Tests.Articles;

public sealed class ArticleHtmlTests
{
    private const string Base = "https://example.org/actu/2026/article.html";

    private static string Shown(string html, ArticleHtmlOptions? options = null) => ArticleHtml.Write(FragmentBody.Read(html, Base), options);

    [Theory]
    [InlineData("<p onclick=\"alert(1)\">Bonjour<script>alert(1)</script></p>", "<p>Bonjour</p>")]
    [InlineData("<a href=\"java\tscript:alert(1)\">Lire</a>", "<p>Lire</p>")]
    [InlineData("<svg onload=alert(1)><p>dedans</p></svg><p>après</p>", "<p>après</p>")]
    [InlineData("<p>Avant</p><img src=\"http://127.0.0.1/x.png\" alt=\"x\"><img src=\"https://t.example/p.gif\" width=1 height=1>", "<p>Avant</p>")]
    public void What_could_run_or_spy_never_comes_out(string html, string expected) => Shown(html).Trim().ShouldBe(expected);

    [Fact]
    public void Text_that_looks_like_markup_is_shown_as_text() =>
        Shown("<p>3 &lt; 5, R&D, la balise &lt;script&gt;</p>").Trim().ShouldBe("<p>3 &lt; 5, R&amp;D, la balise &lt;script&gt;</p>");

    [Fact]
    public void A_relative_link_leads_to_the_outlet_and_tells_it_nothing() =>
        Shown("<p><a href=\"/sport/\">Sport</a></p>").Trim()
            .ShouldBe("<p><a href=\"https://example.org/sport/\" rel=\"noopener noreferrer nofollow\">Sport</a></p>");

    [Fact]
    public void Words_in_bold_inside_a_link_stay_in_one_link() =>
        Shown("<p><a href=\"https://a.example/\">Un <b>grand</b> jour</a></p>").ShouldContain(">Un <strong>grand</strong> jour</a>");

    [Fact]
    public void A_picture_without_an_address_of_ours_leaves_its_caption() =>
        Shown("<figure><img src=\"https://i.example/a.jpg\" alt=\"a\"><figcaption>Le pont. <small>AFP</small></figcaption></figure>", new() { Image = _ => null })
            .Trim().ShouldBe("<figure><figcaption>Le pont. <small>AFP</small></figcaption></figure>");

    [Fact]
    public void A_picture_is_asked_of_us_under_our_own_address() =>
        Shown("<img src=\"https://i.example/a.jpg\" alt=\"a\">", new() { Image = _ => "/images/12" }).ShouldContain("<img src=\"/images/12\" alt=\"a\"");

    [Fact]
    public void Typography_touches_neither_code_nor_foreign_words() =>
        Shown("<p>Quoi? <code>a?b</code> <span lang=\"en\">What?</span></p>", new() { Text = t => t.Replace("?", " ?", StringComparison.Ordinal) })
            .Trim().ShouldBe("<p>Quoi ? <code>a?b</code> <span lang=\"en\">What?</span></p>");

    [Fact]
    public void A_player_becomes_a_labelled_link() =>
        Shown("<iframe src=\"https://www.youtube.com/embed/abc\" title=\"Le gardien\"></iframe>").ShouldContain(">Vidéo YouTube : Le gardien</a>");

    [Fact]
    public void Headings_stay_below_the_title_of_the_page() => Shown("<h1>Un</h1>").Trim().ShouldBe("<h2>Un</h2>");
}
