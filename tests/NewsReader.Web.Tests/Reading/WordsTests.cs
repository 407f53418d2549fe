using NewsReader.Storage.Articles;
using NewsReader.Web.Reading;

namespace NewsReader.Web.Tests.Reading;

public sealed class WordsTests
{
    [Theory]
    [InlineData("L’Œuvre d'Émile : « ça » commence", "l-oeuvre-d-emile-ca-commence")]
    [InlineData("  12 000 € ?! ", "12-000")]
    [InlineData("日本", "sans-titre")]
    [InlineData("torn \ud800 pair", "torn-pair")]
    public void A_slug_is_made_of_plain_words(string title, string slug) => Slug.Of(title).ShouldBe(slug);

    [Fact]
    public void A_long_slug_ends_with_a_whole_word()
    {
        var slug = Slug.Of(string.Join(' ', Enumerable.Repeat("anticonstitutionnellement", 9)));

        slug.ShouldBe("anticonstitutionnellement-anticonstitutionnellement");
    }

    [Fact]
    public void An_hour_of_the_day_before_says_so()
    {
        var today = new DateOnly(2026, 11, 22);

        PrintedTime.Near(Utc(2026, 11, 22, 5, 25), today).ShouldBe(new PrintedTime("6\u00A0h\u00A025", "2026-11-22T06:25+01:00"));
        PrintedTime.Near(Utc(2026, 11, 21, 21, 10), today).Text.ShouldBe("hier, 22\u00A0h\u00A010");
        PrintedTime.Near(Utc(2026, 11, 21, 23, 30), today).Text.ShouldBe("0\u00A0h\u00A030");
    }

    [Fact]
    public void Days_and_months_are_named_in_French()
    {
        PrintedTime.WeekDay(new DateOnly(2026, 8, 1)).ShouldBe("samedi 1er août");
        PrintedTime.Month(new DateOnly(2026, 8, 1)).ShouldBe("août 2026");
        PrintedTime.Full(Utc(2024, 10, 26, 5, 12), new DateOnly(2026, 11, 22)).Text.ShouldBe("samedi 26 octobre 2024 à\u00A07\u00A0h\u00A012");
    }

    [Fact]
    public void A_headline_that_the_outlet_began_small_gets_its_capital()
    {
        Typeset.Title("comment cette alliance pourrait changer la donne").ShouldBe("Comment cette alliance pourrait changer la donne");
        Typeset.Title("état d’urgence").ShouldBe("État d’urgence");
        Typeset.Title("iPhone : le prix monte").ShouldStartWith("iPhone");
    }

    [Fact]
    public void Another_language_keeps_its_typography_and_says_what_it_is()
    {
        Typeset.Text("What now?", "en").ShouldBe("What now?");
        Typeset.Text("Et maintenant ?", "fr").ShouldBe("Et maintenant\u202F?");
        Typeset.Lang("en").ShouldBe("en");
        Typeset.Lang("fr-FR").ShouldBeNull();
        Typeset.Lang("\"><script>").ShouldBeNull();
    }

    [Fact]
    public void A_summary_is_plain_text_and_ends_after_a_word()
    {
        Typeset.Summary("<p>Un <b>mot</b></p>", 100).ShouldBe("Un mot");
        Typeset.Summary("Une phrase bien trop longue pour la place", 20).ShouldBe("Une phrase bien trop\u00A0…");
        Typeset.Summary("<img src=x>", 100).ShouldBeNull();
    }

    [Fact]
    public void Counts_agree_with_their_nouns()
    {
        Typeset.Count(1, "article", "articles").ShouldBe("1\u00A0article");
        Typeset.Count(12345, "article", "articles").ShouldBe("12\u202F345\u00A0articles");
    }

    [Fact]
    public void An_appearance_that_nobody_offers_is_the_usual_one()
    {
        Appearance.Known("\" onload=\"x", "grand", null).ShouldBe(new Appearance("auto", "grand", "normale"));
        Appearance.Known("sombre", "x", "large").Attributes.ShouldBe(" data-theme=\"sombre\" data-width=\"large\"");
        Appearance.Usual.Attributes.ShouldBe("");
    }

    private static DateTime Utc(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("EN DIRECT - Neige : dix départements en alerte", "Neige : dix départements en alerte", "En direct")]
    [InlineData("VIDÉO. La Vire déborde à Saint-Aubin", "La Vire déborde à Saint-Aubin", "Vidéo")]
    [InlineData("La Vire déborde à Saint-Aubin", "La Vire déborde à Saint-Aubin", null)]
    public void What_kind_of_piece_a_headline_announces_is_a_badge_in_a_list(string title, string listed, string? badge)
    {
        Typeset.Listed(title).Replace('\u00A0', ' ').ShouldBe(listed);
        Badge.Listed(title, isLive: false, ArticleAccess.Free).Select(b => b.Label).ShouldBe(badge is null ? [] : [badge]);
        Badge.Listed(title, isLive: true, ArticleAccess.Free).Count(b => b.Label == "En direct").ShouldBe(1);
    }
}
