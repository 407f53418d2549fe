using NewsReader.Newsroom.Articles;

namespace NewsReader.Newsroom.Tests.Articles;

public sealed class FragmentBodyTests
{
    private static string Outline(string html) => BodyOutline.Of(FragmentBody.Read(html, "https://example.org/a/"));

    [Fact]
    public void Two_line_breaks_end_a_paragraph() => Outline("Un.<br><br>Deux.").ShouldBe("Un.\nDeux.");

    [Fact]
    public void Short_lines_of_verse_stay_together() =>
        FragmentBody.Read("<p>Ligne un<br>ligne deux</p>", null).Blocks.ShouldHaveSingleItem().ShouldBeOfType<Paragraph>().Spans.ToText().ShouldBe("Ligne un\nligne deux");

    [Fact]
    public void Soft_hyphens_go_and_accents_are_composed() => Outline("<p>anti\u00ADconsti\u200Btution e\u0301te\u0301</p>").ShouldBe("anticonstitution été");

    [Fact]
    public void No_break_spaces_stay_as_published() => Outline("<p>«\u00A0Oui\u202F!\u00A0»</p>").ShouldBe("«\u00A0Oui\u202F!\u00A0»");

    [Fact]
    public void The_variants_of_a_picture_keep_commas_in_their_addresses()
    {
        var picture = FragmentBody.Read("<img src=\"https://i.example/w_600,h_400/a.jpg\" srcset=\"https://i.example/w_300,h_200/a.jpg 300w, https://i.example/w_600,h_400/a.jpg 600w\">", null)
            .Blocks.ShouldHaveSingleItem().ShouldBeOfType<Figure>().Pictures.ShouldHaveSingleItem();
        picture.Variants.ShouldBe([new("https://i.example/w_300,h_200/a.jpg", 300), new("https://i.example/w_600,h_400/a.jpg", 600)]);
    }

    [Fact]
    public void A_lazy_picture_and_its_noscript_twin_count_once() =>
        Outline("<img src=\"data:image/gif;base64,AA\" data-src=\"/a.jpg\" alt=\"a\"><noscript><img src=\"/a.jpg\" alt=\"a\"></noscript>").ShouldBe("[a] https://example.org/a.jpg");

    [Fact]
    public void A_table_that_only_places_things_is_read_as_what_it_holds() => Outline("<table><tr><td><p>Un</p><p>Deux</p></td></tr></table>").ShouldBe("Un\nDeux");

    [Fact]
    public void A_body_survives_its_stored_form()
    {
        var body = FragmentBody.Read("<h2>Titre</h2><p>Du <b>gras</b>.</p><ul><li>Un</li></ul><figure><img src=\"/a.jpg\"><figcaption>Là</figcaption></figure>", "https://example.org/");
        var stored = System.Text.Json.JsonSerializer.Serialize(body, ArticleBodyJson.Default.ArticleBody);
        var read = System.Text.Json.JsonSerializer.Deserialize(stored, ArticleBodyJson.Default.ArticleBody).ShouldNotBeNull();
        ArticleHtml.Write(read).ShouldBe(ArticleHtml.Write(body));
    }
}
