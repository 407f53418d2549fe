using NewsReader.Newsroom.Language;

namespace NewsReader.Newsroom.Editions;

/// <summary>A section of the paper.</summary>
/// <param name="Slug">Its part of an address: <c>economie</c>.</param>
/// <param name="Name">Its name: « Économie ».</param>
public sealed record Section(string Slug, string Name);

/// <summary>The paper's eight sections, and which one an article belongs to. « À la une » is a place, not a section.</summary>
public static class Sections
{
    /// <summary>All sections, in the order in which they are shown.</summary>
    public static IReadOnlyList<Section> All { get; } =
    [
        new("france", "France"), new("monde", "Monde"), new("politique", "Politique"), new("economie", "Économie"),
        new("societe", "Société"), new("sciences", "Sciences"), new("culture", "Culture"), new("sport", "Sport"),
    ];

    // Words of French papers' rubrics, categories and addresses, folded; France comes last, since « france/politique » is Politique.
    private static readonly (string Name, string[] Words)[] Known =
    [
        ("Sport", ["sport", "sports", "football", "foot", "rugby", "tennis", "cyclisme", "basket", "handball", "ligue", "jo", "olympiques", "mercato", "athletisme", "natation", "voile", "f1"]),
        ("Politique", ["politique", "politiques", "elections", "presidentielle", "legislatives", "municipales", "europeennes", "gouvernement", "assemblee", "senat", "partis"]),
        ("Économie", ["economie", "economique", "eco", "entreprise", "entreprises", "bourse", "finance", "finances", "argent", "immobilier", "emploi", "conjoncture", "consommation", "business", "patrimoine", "industrie"]),
        ("Sciences", ["science", "sciences", "espace", "environnement", "planete", "climat", "sante", "medecine", "tech", "high", "numerique", "technologie", "technologies", "pixels", "meteo", "biodiversite", "archeologie"]),
        ("Culture", ["culture", "cinema", "musique", "musiques", "livres", "livre", "litterature", "theatre", "arts", "art", "television", "series", "people", "medias", "expositions", "festival", "bd", "spectacles"]),
        ("Société", ["societe", "justice", "education", "police", "religion", "religions", "famille", "logement", "immigration", "ecole", "campus", "faits", "divers"]),
        ("Monde", ["monde", "international", "internationale", "internationales", "etranger", "europe", "afrique", "amerique", "ameriques", "asie", "orient", "usa", "ukraine", "russie", "israel", "gaza", "liban", "syrie", "iran", "chine", "geopolitique"]),
        ("France", ["france", "regions", "region", "national", "paris", "ile", "bretagne", "normandie", "occitanie", "paca", "corse", "alsace", "marseille", "lyon", "toulouse", "bordeaux", "lille", "nantes", "departement"]),
    ];

    /// <summary>
    /// The name of the section, or null when nothing tells: a category that is one of the paper's own sections, else the section of the
    /// feed, else what the categories say, in their order, else the folders of the address.
    /// </summary>
    /// <param name="feedSection">The section that the feed stands for, as the administrator or the outlet names it.</param>
    /// <param name="categories">The outlet's own categories.</param>
    /// <param name="address">The article's address.</param>
    public static string? Of(string? feedSection, IReadOnlyList<string> categories, string? address) =>
        categories.Select(Exact).FirstOrDefault(name => name != null)
        ?? Named(feedSection)
        ?? categories.Select(Named).FirstOrDefault(name => name != null)
        ?? Folders(address).Select(Named).FirstOrDefault(name => name != null);

    /// <summary>Whether a label names one of the sections, in the paper's own word or in another paper's: « Monde », « International ».</summary>
    public static bool Names(string label) => Named(label) is not null;

    // A feed of a general paper stands for no section as surely as its article's own rubric does.
    private static string? Exact(string category) => All.FirstOrDefault(s => Folding.Fold(s.Name) == Folding.Fold(category.Trim()))?.Name;

    // An address goes from the large to the small: its first folder that tells is the rubric; the last part is the title.
    private static IEnumerable<string> Folders(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).SkipLast(1).Take(6)
            : [];

    private static string? Named(string? label)
    {
        // A long label is a sentence, where such words stand by chance.
        if (string.IsNullOrWhiteSpace(label) || FrenchTokens.Of(label, 7) is not { Count: > 0 and < 7 } tokens)
            return null;
        return Array.Find(Known, k => tokens.Exists(t => k.Words.Contains(t.Word, StringComparer.Ordinal))).Name;
    }
}
