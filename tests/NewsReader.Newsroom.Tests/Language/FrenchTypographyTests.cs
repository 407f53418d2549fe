using FsCheck;
using FsCheck.Fluent;
using NewsReader.Newsroom.Language;

namespace NewsReader.Newsroom.Tests.Language;

public sealed class FrenchTypographyTests
{
    [Theory]
    [InlineData("Que faire ?", "Que faire\u202F?")]
    [InlineData("Victoire!", "Victoire\u202F!")]
    [InlineData("Neige: le nord bloqué", "Neige\u00A0: le nord bloqué")]
    [InlineData("Il dit : « non »", "Il dit\u00A0: «\u00A0non\u00A0»")]
    [InlineData("L'aîné d'une famille", "L’aîné d’une famille")]
    [InlineData("Et puis...", "Et puis…")]
    [InlineData("à 7 h 05", "à 7\u00A0h\u00A005")]
    [InlineData("25 000 foyers", "25\u202F000 foyers")]
    [InlineData("12% de hausse", "12\u00A0% de hausse")]
    [InlineData("MM. Petit et Grand", "MM.\u00A0Petit et Grand")]
    [InlineData("4,5 milliards", "4,5\u00A0milliards")]
    public void Spaces_are_set_the_French_way(string text, string set) => FrenchTypography.Apply(text).ShouldBe(set);

    [Theory]
    [InlineData("Départ 08:45, format 4:3")]
    [InlineData("oui?non")]
    [InlineData("en 2025 300 foyers")]
    [InlineData("https://exemple.fr/a?b=c;d:e!f")]
    [InlineData("ecrire@exemple.fr")]
    [InlineData("06 11 22 33 44")]
    public void What_only_looks_like_prose_stays(string text) => FrenchTypography.Apply(text).ShouldBe(text);

    [Fact]
    public void Setting_twice_changes_nothing_more()
    {
        var pieces = Gen.Elements(" ", "\u00A0", "\u202F", "«", "»", ":", ";", "!", "?", "...", "'", "5", "000", "h", "%", "€", "M.", "Oui", "a", "\n", "http://a.fr/x");
        Prop.ForAll(Gen.ListOf(pieces).Select(list => string.Concat(list)).ToArbitrary(), text =>
        {
            var once = FrenchTypography.Apply(text);
            return string.Equals(FrenchTypography.Apply(once), once, StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }
}
