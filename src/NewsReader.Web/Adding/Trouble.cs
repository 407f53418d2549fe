using System.Globalization;
using NewsReader.Newsroom.Feeds;
using NewsReader.Web.Fetching;

namespace NewsReader.Web.Adding;

/// <summary>Whose doing a trouble is.</summary>
public enum Fault
{
    /// <summary>The address as it was typed.</summary>
    Address,

    /// <summary>The site that was visited.</summary>
    Site,

    /// <summary>The site or the network of this server: it cannot be told which.</summary>
    SiteOrNetwork,

    /// <summary>A rule of this program or of its settings.</summary>
    Rule,
}

/// <summary>A failure in plain French.</summary>
/// <param name="What">What happened.</param>
/// <param name="Fault">Whose doing it is.</param>
/// <param name="Advice">What to do.</param>
public sealed record Trouble(string What, Fault Fault, string Advice)
{
    /// <summary>All three in one line: what happened, whose doing it is, what to do.</summary>
    public string Sentence => $"{What} {FaultWords} {Advice}";

    private string FaultWords => Fault switch
    {
        Fault.Address => "L’adresse est en cause.",
        Fault.Site => "Le site est en cause.",
        Fault.Rule => "C’est une règle de NewsReader.",
        _ => "Le site ou le réseau de ce serveur est en cause.",
    };

    internal static Trouble NotAnAddress(string typed) => new(
        $"« {Short(typed)} » n’est pas une adresse du web.", Fault.Address, "Copiez l’adresse de la page depuis votre navigateur, par exemple https://www.lemonde.fr.");

    internal static Trouble CarriesPassword() => new(
        "Cette adresse contient un nom d’utilisateur.", Fault.Address, "Retirez ce qui précède le signe @ : NewsReader ne suit que ce que tout le monde peut lire.");

    internal static Trouble AlreadyFollowed(string name) => new(
        $"Cette source est déjà suivie comme « {name} ».", Fault.Address, "Il n’y a rien à faire, ou choisissez un autre flux.");

    internal static Trouble NoFeed(string host) => new(
        $"Aucun flux n’a été trouvé sur {host}.", Fault.Site, "Cherchez le mot « RSS » en bas de la page du site, et collez l’adresse de ce lien.");

    internal static Trouble Wall(string host) => new(
        $"{host} montre un mur contre les robots au lieu de sa page.", Fault.Site, "Collez l’adresse du flux lui-même s’il en existe un : il est souvent laissé libre.");

    internal static Trouble EmptyFeed() => new(
        "Le flux est vide : il se lit, mais n’annonce aucun article.", Fault.Site, "Choisissez un autre flux du même site, ou revenez quand il aura publié.");

    /// <summary>Why a visit brought nothing to read.</summary>
    /// <param name="result">A visit without a body.</param>
    /// <param name="now">The hour, for « réessayez après ».</param>
    internal static Trouble Of(FetchResult result, DateTimeOffset now)
    {
        var host = Host(result.Address);
        return result.Cause switch
        {
            FetchCause.Address => Private(),
            FetchCause.Name => new($"Le site {host} est introuvable : ce nom n’existe pas.", Fault.Address, "Vérifiez l’orthographe de l’adresse."),
            FetchCause.Certificate => new($"Le certificat de {host} n’est pas valable : il a expiré, ou n’est pas à ce nom.", Fault.Site, "Attendez que le site le renouvelle ; rien n’a été lu."),
            FetchCause.Redirects => new("L’adresse renvoie vers une autre, puis une autre, sans fin.", Fault.Site, "Collez l’adresse de la page où votre navigateur arrive, s’il y arrive."),
            FetchCause.Size => TooLarge(),
            FetchCause.Time => TooSlow(),
            FetchCause.Empty => Silent(),
            FetchCause.Status => OfStatus(result.Status ?? 0, host, result.RetryAfter is { } wait ? now + wait : null),
            FetchCause.Truncated or FetchCause.Encoding or FetchCause.NotHttp => Garbled(),
            _ => new($"{host} ne répond pas.", Fault.SiteOrNetwork, "Ouvrez l’adresse dans votre navigateur : si elle s’ouvre, regardez la connexion de ce serveur, sinon réessayez plus tard."),
        };
    }

    /// <summary>Why bytes that came are no feed.</summary>
    internal static Trouble Of(FeedReading reading, string host) => reading.Failure switch
    {
        FeedFailure.Empty => Silent(),
        FeedFailure.Unreadable => new(
            LineOf(reading.Detail) is { } line ? $"Le flux est illisible à la ligne {line}." : "Le flux est illisible.", Fault.Site, "Signalez-le au site, ou choisissez un autre de ses flux."),
        FeedFailure.HtmlPage => NoFeed(host),
        _ => NotAFeed(),
    };

    /// <summary>What a status of HTTP means.</summary>
    internal static Trouble OfStatus(int status, string host, DateTimeOffset? until) => status switch
    {
        401 or 407 => new($"{host} demande un mot de passe ({status}).", Fault.Site, "Cherchez un flux public : NewsReader ne s’identifie nulle part."),
        403 or 451 => new($"{host} refuse les programmes ({status}), souvent par un mur contre les robots.", Fault.Site, "Essayez l’adresse du flux lui-même, ou demandez au site d’autoriser NewsReader."),
        404 => new("Cette page n’existe pas, ou plus (404).", Fault.Address, "Vérifiez l’adresse, ou collez celle de l’accueil du site."),
        410 => new("Le site a retiré cette adresse pour toujours (410).", Fault.Site, "Collez l’adresse de l’accueil du site pour trouver son nouveau flux."),
        429 => new($"{host} demande moins de visites (429).", Fault.Site, $"Réessayez {Until(until)}."),
        >= 500 => new($"{host} est en panne ({status}).", Fault.Site, "Réessayez plus tard : cela ne dépend pas de vous."),
        _ => new($"{host} a donné une réponse inattendue ({status}).", Fault.Site, "Réessayez plus tard, ou collez une autre adresse du site."),
    };

    internal static Trouble Private() => new(
        "Cette adresse, ou celle où elle renvoie, n’est pas une adresse publique du web : elle est refusée.", Fault.Rule, "Pour suivre un site de votre réseau, ajoutez ce réseau au réglage Fetching:AllowedNetworks.");

    internal static Trouble TooLarge() => new(
        "La réponse est trop lourde pour être un flux.", Fault.Site, "Choisissez un flux plus court du même site.");

    internal static Trouble TooSlow() => new(
        "Le site met trop de temps à répondre.", Fault.SiteOrNetwork, "Réessayez dans quelques minutes.");

    internal static Trouble NotAFeed() => new(
        "Ce qui se trouve à cette adresse n’est ni un flux ni une page.", Fault.Address, "Collez l’adresse de l’accueil du site, ou de son flux RSS.");

    private static Trouble Silent() => new("Le site a donné une réponse vide.", Fault.Site, "Réessayez plus tard.");

    private static Trouble Garbled() => new("La réponse est arrivée incomplète ou abîmée.", Fault.SiteOrNetwork, "Réessayez dans quelques minutes.");

    private static string Until(DateTimeOffset? until) =>
        until is { } hour ? $"après {FrenchTimes.At(hour.UtcDateTime)}" : "dans une heure";

    private static string? LineOf(string? detail)
    {
        var at = detail?.IndexOf("line ", StringComparison.OrdinalIgnoreCase) ?? -1;
        var digits = at < 0 ? "" : string.Concat(detail![(at + 5)..].TakeWhile(char.IsAsciiDigit));
        return digits.Length == 0 ? null : digits.ToString(CultureInfo.InvariantCulture);
    }

    private static string Host(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Host : "Le site";

    private static string Short(string typed) => typed.Trim() is var text && text.Length > 80 ? text[..79] + "…" : text;
}
