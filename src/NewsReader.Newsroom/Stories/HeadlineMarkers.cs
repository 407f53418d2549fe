using System.Text.RegularExpressions;
using NewsReader.Newsroom.Language;

namespace NewsReader.Newsroom.Stories;

/// <summary>What newsrooms put before or after a headline to say what kind of piece it is: « EN DIRECT », « VIDÉO », « INFO X ».</summary>
public static partial class HeadlineMarkers
{
    private const int TimeOut = 5_000;

    // Badge by folded marker; « info » stands with the paper's name after it and is kept as written.
    private static readonly (string Marker, string Badge)[] Known =
    [
        ("en direct", "En direct"), ("direct", "En direct"), ("direct video", "En direct"), ("live", "En direct"),
        ("video", "Vidéo"), ("videos", "Vidéo"), ("en video", "Vidéo"), ("photos", "Photos"), ("en images", "Photos"), ("images", "Photos"),
        ("podcast", "Podcast"), ("replay", "Replay"), ("exclusif", "Exclusif"), ("exclusivite", "Exclusif"), ("document", "Document"),
        ("alerte", "Alerte"), ("urgent", "Alerte"), ("infographie", "Infographie"), ("infographies", "Infographie"), ("carte", "Carte"),
        ("cartes", "Carte"), ("enquete", "Enquête"), ("reportage", "Reportage"), ("grand recit", "Récit"), ("recit", "Récit"),
        ("decryptage", "Décryptage"), ("analyse", "Analyse"), ("entretien", "Entretien"), ("interview", "Entretien"), ("temoignage", "Témoignage"),
        ("temoignages", "Témoignage"), ("tribune", "Tribune"), ("edito", "Éditorial"), ("editorial", "Éditorial"), ("chronique", "Chronique"),
        ("portrait", "Portrait"), ("quiz", "Quiz"),
    ];

    /// <summary>
    /// Takes the markers off a headline: <c>"EN DIRECT - Neige : 10 départements en alerte"</c> gives « En direct » and the rest. A
    /// headline that would be left empty stays whole.
    /// </summary>
    public static (IReadOnlyList<string> Badges, string Title) Split(string title)
    {
        var badges = new List<string>();
        var rest = title.Trim();
        try
        {
            while (badges.Count < 4 && (TakeFirst(ref rest, Before()) ?? TakeFirst(ref rest, After())) is { } badge)
                if (!badges.Contains(badge, StringComparer.Ordinal))
                    badges.Add(badge);
        }
        catch (RegexMatchTimeoutException)
        {
            return ([], title.Trim());
        }
        return (badges, rest);
    }

    /// <summary>Whether a headline or its address says that the piece is a live blog.</summary>
    internal static bool IsLive(string title, string? address) =>
        Split(title).Badges.Contains("En direct", StringComparer.Ordinal)
        || Folding.Fold(title).Contains("en direct", StringComparison.Ordinal)
        || (address != null && LiveAddress().IsMatch(address));

    /// <summary>Whether a headline is that of a recap, which tells the events of a day or week one after the other.</summary>
    internal static bool IsRecap(string title)
    {
        try
        {
            return Recap().IsMatch(Folding.Fold(title));
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static string? TakeFirst(ref string title, Regex place)
    {
        var match = place.Match(title);
        if (!match.Success || Badge(match.Groups["marker"].Value) is not { } badge)
            return null;
        var rest = title.Remove(match.Index, match.Length).Trim();
        if (rest.Length == 0)
            return null;
        title = rest;
        return badge;
    }

    private static string? Badge(string marker)
    {
        var folded = Folding.Fold(marker).Trim();
        if (folded.StartsWith("info ", StringComparison.Ordinal) || folded.StartsWith("exclusif ", StringComparison.Ordinal))
            return marker.Trim().Any(char.IsLower) && !char.IsUpper(marker.Trim()[1]) ? null : marker.Trim();
        return Array.Find(Known, k => string.Equals(k.Marker, folded, StringComparison.Ordinal)).Badge;
    }

    [GeneratedRegex(@"^[\[(]?(?<marker>[\p{L}’' ]{4,40}?)(?:[\])]\s*[.:|,–—-]?|\s*[.:|!]|\s+[–—-]|[–—])\s+", RegexOptions.None, TimeOut)]
    private static partial Regex Before();

    [GeneratedRegex(@"\s+(?:[\[(](?<marker>[\p{L} ]{4,20})[\])]|[|–—-]\s+(?<marker>[\p{L} ]{4,20}))$", RegexOptions.None, TimeOut)]
    private static partial Regex After();

    [GeneratedRegex(@"\b(?:revue de presse|recap(?:itulatif)? (?:de l'actu|de la (?:journee|semaine)|du jour)|journal de la nuit"
        + @"|(?:l'essentiel|le resume|le point|le best of|les titres|retour sur|ce qu'il faut retenir|a retenir)(?: sur)? (?:de |dans )?(?:l'actu(?:alite)?\b|l'info\b|la (?:journee|semaine|matinee|nuit)|cette (?:journee|semaine)|ce (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))"
        + @"|l'actu(?:alite)? (?:du jour|de la (?:journee|semaine|nuit)|en bref|de ce (?:matin|midi|soir))|les (?:infos|informations|actus) (?:du jour|de la (?:nuit|journee|semaine|matinee)|a retenir))",
        RegexOptions.None, TimeOut)]
    private static partial Regex Recap();

    [GeneratedRegex(@"/(?:live|en-direct|direct)(?:[/_-]|$)|[/_-]en-direct[/_-]", RegexOptions.IgnoreCase, TimeOut)]
    private static partial Regex LiveAddress();
}
