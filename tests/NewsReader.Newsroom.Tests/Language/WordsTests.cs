using NewsReader.Newsroom.Language;

namespace NewsReader.Newsroom.Tests.Language;

public sealed class WordsTests
{
    private const string Dispatch =
        "Un incendie s'est déclaré mardi matin dans un entrepôt de la zone portuaire du Havre et une épaisse fumée noire était visible à plusieurs "
        + "kilomètres, a indiqué la préfecture, qui demande aux habitants des quartiers voisins de rester chez eux et de fermer leurs fenêtres "
        + "pendant que cent vingt pompiers sont à l'œuvre, aucun blessé n'étant signalé à cette heure.";

    [Theory]
    [InlineData("démissionne", "démissions")]
    [InlineData("ukrainienne", "Ukraine")]
    [InlineData("municipaux", "municipale")]
    [InlineData("GRÉVISTES", "gréviste")]
    public void Forms_of_a_word_have_one_stem(string a, string b) =>
        FrenchStems.Of(Folding.Fold(a)).ShouldBe(FrenchStems.Of(Folding.Fold(b)));

    [Fact]
    public void Elision_is_undone() =>
        FrenchTokens.Of("L’Élysée n'a qu'un œil").ConvertAll(t => t.Word).ShouldBe(["elysee", "a", "un", "oeil"]);

    [Fact]
    public void A_torn_character_does_no_harm() => Should.NotThrow(() => FrenchTokens.Of("caf\uD83D é \uDC00"));

    [Fact]
    public void A_slightly_edited_dispatch_is_a_copy() =>
        Fingerprint.AreCopies(Fingerprint.Of(Dispatch), Fingerprint.Of("(AFP) " + Dispatch)).ShouldBeTrue();

    [Fact]
    public void Two_texts_of_one_event_in_own_words_are_no_copies() =>
        Fingerprint.AreCopies(Fingerprint.Of(Dispatch), Fingerprint.Of(
            "Au Havre, les pompiers luttent depuis l'aube contre le feu qui ravage un hangar du port. La préfecture appelle à la prudence : les "
            + "riverains doivent se calfeutrer. Personne n'a été blessé, mais le panache se voit de loin, et l'origine du sinistre reste inconnue.")).ShouldBeFalse();

    [Fact]
    public void Short_texts_have_no_fingerprint_and_are_never_copies()
    {
        Fingerprint.Of("Trop court").ShouldBe(0UL);
        Fingerprint.AreCopies(0, 0).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(230, 1)]
    [InlineData(920, 4)]
    public void Reading_time_is_at_least_a_minute(int words, int minutes) => ReadingTime.Minutes(words).ShouldBe(minutes);
}
