using System.Globalization;
using NewsReader.Storage.Sources;

namespace NewsReader.Web.Adding;

/// <summary>How a followed source is, for people: a word of French, a sentence where there is something to say, and whether it is well.</summary>
public sealed record SourceCondition(string Label, string? Sentence, bool IsWell)
{
    /// <summary>The condition by the state word, the status and the failures that the last visit left.</summary>
    public static SourceCondition Of(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source is { IsPaused: true, State: "moved" })
            return new("Déplacée", "Son adresse mène désormais à une autre source suivie : elle n’est plus visitée. Vous pouvez la retirer.", IsWell: true);
        if (source.IsPaused) return new("Suspendue", "Vous l’avez suspendue : elle n’est plus visitée.", IsWell: true);
        return source.State switch
        {
            null => new("En attente", "Elle n’a pas encore été visitée.", IsWell: true),
            "ok" or "not_modified" => new("À jour", null, IsWell: true),
            "degraded" => new("À jour, avec un défaut", "Le flux a un défaut : il est lu, mais une partie a été réparée ou laissée de côté.", IsWell: true),
            "moved" => new("À jour", "Elle a changé d’adresse ; la nouvelle est suivie.", IsWell: true),
            _ => Unwell(source),
        };
    }

    /// <summary>Why the next visit comes when it comes, as the end of a sentence; null where that is plain.</summary>
    public static string? WhyThen(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.NextVisitReason switch
        {
            VisitReason.Rhythm => $"selon son rythme à cette heure-là ({PerDay(source.EntriesADay)})",
            VisitReason.Bound => $"{PerDay(source.EntriesADay)}, dans les bornes des réglages",
            VisitReason.Host => "le site demande d’attendre jusque-là",
            VisitReason.Failure => "nouvel essai ; l’attente double à chaque échec, un jour au plus",
            VisitReason.Gone => "l’adresse est retirée : un regard par mois",
            _ => null,
        };
    }

    private static string PerDay(double entries) => entries < 1 ? "moins d’une entrée par jour" : $"{Math.Round(entries)} entrée{(entries >= 1.5 ? "s" : "")} par jour";

    private static SourceCondition Unwell(Source source) => source.State switch
    {
        "parse_error" => Of("Illisible", new Trouble("Le flux est illisible.", Fault.Site, "S’il le reste, cherchez un autre flux du même site.")),
        "no_feed" => Of("Sans flux", new Trouble("Il n’y a pas, ou plus, de flux à cette adresse.", Fault.Site, "Collez l’adresse de l’accueil du site dans « Ajouter une source » pour trouver son flux.")),
        "refused" => new("Refusée", "NewsReader refuse cette adresse ou son certificat. Vérifiez l’adresse ; le détail dit pourquoi.", IsWell: false),
        "too_large" => Of("Trop lourde", Trouble.TooLarge()),
        "timeout" => Of("Trop lente", Trouble.TooSlow()),
        "rate_limited" => Of("Freinée", Trouble.OfStatus(429, Host(source), new DateTimeOffset(DateTime.SpecifyKind(source.NextVisit, DateTimeKind.Utc)))),
        "auth_required" => Of("Réservée", Trouble.OfStatus(source.Status ?? 401, Host(source), null)),
        "gone" => Of("Disparue", Trouble.OfStatus(410, Host(source), null)),
        _ when source.Status is { } status and >= 400 => Of("En échec", Trouble.OfStatus(status, Host(source), null)),
        _ => Of("En échec", new Trouble($"{Host(source)} ne répond pas comme il faut.", Fault.SiteOrNetwork, string.Create(
            CultureInfo.InvariantCulture, $"NewsReader réessaiera seul ({Math.Max(1, source.Failures)} échec{(source.Failures > 1 ? "s" : "")} de suite)."))),
    };

    private static SourceCondition Of(string label, Trouble trouble) => new(label, trouble.Sentence, IsWell: false);

    private static string Host(Source source) => Uri.TryCreate(source.Address, UriKind.Absolute, out var uri) ? uri.Host : source.Address;
}
