using NewsReader.Newsroom.Articles;

namespace NewsReader.Web.Tests.Support;

/// <summary>The texts of the seeded paper.</summary>
internal static class SeededText
{
    public const string LeadPicture = "https://journal1.example/photos/tempete.jpg";
    public const string InnerPicture = "https://journal1.example/photos/port.jpg";
    public const string UnknownPicture = "https://journal1.example/photos/jamais-vue.jpg";

    private const string Prose =
        "Le vent s'est levé vers vingt heures, d'abord par à-coups, puis sans relâche. Au port, les équipages ont doublé les amarres et monté " +
        "les casiers sur le quai. \"On a fait ce qu'on a pu : le reste, c'est la mer qui décide\", raconte un patron pêcheur, trente ans de métier.";

    public static readonly ArticleBody Plain = new([P(Prose), P(Prose), new Heading(2, [new("La suite")]), P(Prose)]);

    /// <summary><see cref="Plain"/> before its outlet edited it: a word of the first paragraph, and a paragraph that went.</summary>
    public static readonly ArticleBody Earlier = new(
        [P(Prose.Replace("vingt heures", "dix-neuf heures", StringComparison.Ordinal)), P("Aucun bateau n'est sorti <b>hier</b>, selon la capitainerie."), P(Prose), new Heading(2, [new("La suite")]), P(Prose)]);

    public static readonly ArticleBody EveryBlock = new(
    [
        new Paragraph([new("Douze mille foyers privés de courant, des routes coupées : l'île attend l'accalmie.")], IsLede: true),
        P(Prose),
        new Heading(2, [new("Le pont fermé jusqu'à nouvel ordre")]),
        new Paragraph([new("La préfecture l'a dit à "), new("6 h 10", Marks.Time, Note: "2026-11-22T06:10"), new(" : "), new("personne ne passe", Marks.Strong), new(". Voir "), new("la carte des routes", Link: "https://journal1.example/carte"), new(".")]),
        new Figure([new Picture(InnerPicture, "Le port sous les vagues", 800, 450)], [new("Le port de Brenne, dimanche matin.")], "Radio Littoral"),
        new Figure([new Picture(UnknownPicture, "Jamais vue")], [new("Une légende sans image.")]),
        P(Prose),
        new Quotation([P("On n'avait pas vu ça depuis 1999 !")]),
        new ListBlock(false, [new([P("trois gymnases ouverts ;")]), new([P("deux lignes de car maintenues.")])]),
        new Table([new([new([P("Ville")], IsHeader: true), new([P("Rafale")], IsHeader: true)]), new([new([P("Brenne")]), new([P("148 km/h")])])]),
        new Embed("Vidéo", "https://video.example/tempete", "La jetée vue du ciel"),
        new Preformatted("a ? b : c;"),
        P(Prose),
    ]);

    private static Paragraph P(string text) => new([new(text)]);
}
