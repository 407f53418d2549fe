using NewsReader.Newsroom.Stories;

namespace NewsReader.Newsroom.Tests.Stories;

public sealed class StoryWordsTests
{
    private static TitleCandidate Title(string title, bool free = true) => new(title, free, DateTimeOffset.UnixEpoch);

    [Theory]
    [InlineData("EN DIRECT - Neige : dix départements en alerte", "En direct", "Neige : dix départements en alerte")]
    [InlineData("VIDÉO. Le pont s'effondre", "Vidéo", "Le pont s'effondre")]
    [InlineData("Le pont s'effondre (VIDEO)", "Vidéo", "Le pont s'effondre")]
    [InlineData("INFO LE SOIR - Le ministre va partir", "INFO LE SOIR", "Le ministre va partir")]
    public void A_marker_becomes_a_badge(string title, string badge, string rest)
    {
        var (badges, plain) = HeadlineMarkers.Split(title);
        badges.ShouldBe([badge]);
        plain.ShouldBe(rest);
    }

    [Theory]
    [InlineData("Ukraine : Kiev sous les bombes")]
    [InlineData("Direct")]
    [InlineData("Informations judiciaires : trois nouvelles plaintes")]
    public void A_plain_headline_has_no_badge(string title) => HeadlineMarkers.Split(title).ShouldSatisfyAllConditions(
        s => s.Badges.ShouldBeEmpty(), s => s.Title.ShouldBe(title));

    [Fact]
    public void The_title_that_names_the_event_is_chosen() => StoryTitle.Choose(
    [
        Title("Pourquoi le port du Havre brûle-t-il ?"),
        Title("EN DIRECT. Incendie au Havre : suivez la situation"),
        Title("Le Havre : un entrepôt du port détruit par un incendie"),
        Title("Incendie d'un entrepôt du port du Havre : ce que l'on sait", free: false),
    ]).ShouldBe(2);

    [Fact]
    public void A_lone_title_is_chosen_even_if_it_is_a_question() => StoryTitle.Choose([Title("Que faire ?")]).ShouldBe(0);

    [Fact]
    public void Key_sentences_are_quoted_word_for_word_and_do_not_repeat_each_other()
    {
        MemberText[] members =
        [
            new(1, 1, ["Un incendie a détruit mardi un entrepôt de la zone portuaire du Havre. La préfecture demande aux habitants de fermer leurs fenêtres et de rester chez eux."]),
            new(2, 2, ["Un incendie a détruit mardi matin un entrepôt de la zone portuaire du Havre. Cent vingt pompiers de Normandie ont été mobilisés dès l'aube, selon M. Petit, leur commandant."]),
        ];
        var chosen = KeySentences.Choose(members);
        chosen.Count.ShouldBeInRange(2, 3);
        chosen.ShouldAllBe(s => members.Single(m => m.ArticleId == s.ArticleId).Paragraphs[0].Contains(s.Text, StringComparison.Ordinal));
        chosen.Count(s => s.Text.StartsWith("Un incendie", StringComparison.Ordinal)).ShouldBe(1);
    }
}
