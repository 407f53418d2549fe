using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsReader.Web.Pages.Site;

/// <summary>What a reader sees in place of a page that cannot be shown. A form that failed its check comes here too, by POST.</summary>
[IgnoreAntiforgeryToken]
public sealed class TroubleModel : PageModel
{
    public string Heading { get; private set; } = "";

    public string Sentence { get; private set; } = "";

    public IActionResult OnGet()
    {
        // Read here and bound to nothing: what failed may be the form itself, which could not be read, or has a field of this name.
        var code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        var isReal = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        if (!isReal) code = StatusCodes.Status404NotFound;
        (Heading, Sentence) = Words(code);
        Response.StatusCode = code;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    public IActionResult OnPost() => OnGet();

    private static (string Heading, string Sentence) Words(int code) => code switch
    {
        StatusCodes.Status400BadRequest => ("Demande refusée", "La page était ouverte depuis trop longtemps, ou la demande est incomplète. Rechargez la page et recommencez."),
        StatusCodes.Status403Forbidden => ("Accès refusé", "Cette page n’est pas ouverte à tous."),
        StatusCodes.Status404NotFound => ("Page introuvable", "Cette adresse ne mène à aucune page. L’article a peut-être été effacé\u00A0: les textes ne sont gardés que quelques mois."),
        StatusCodes.Status410Gone => ("Sujet retiré", "Ce sujet a été retiré du journal."),
        StatusCodes.Status413PayloadTooLarge => ("Envoi trop grand", "Ce que vous avez envoyé dépasse la taille admise. Envoyez moins à la fois."),
        StatusCodes.Status429TooManyRequests => ("Trop de demandes", "Trop de demandes en peu de temps. Recommencez dans quelques minutes."),
        >= 500 => ("Une erreur s’est produite", "La page n’a pas pu être préparée. La faute est de notre côté\u00A0: recommencez dans quelques instants."),
        _ => ("Cette demande n’a pas abouti", "Revenez à la page d’avant et recommencez."),
    };
}
