using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NewsReader.Storage;
using NewsReader.Web.Admin;

namespace NewsReader.Web.Pages.Admin;

/// <summary>Sign-in by password.</summary>
[EnableRateLimiting(AdminSetup.TypingPace)]
internal sealed class ConnexionModel(NewsDb db, SignIn signIn) : AdminPage
{
    /// <summary>The administrator's name.</summary>
    [BindProperty]
    public string? Nom { get; set; }

    /// <summary>Where to go afterwards, on this site only.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The form; before there is any administrator, the first run's.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await AdministratorCode.IsWantedAsync(db, cancel) ? RedirectToPage("Bienvenue") : Page();

    /// <summary>Signs in.</summary>
    /// <param name="motDePasse">The password; never kept for the form.</param>
    public async Task<IActionResult> OnPostAsync(string? motDePasse)
    {
        if (await signIn.TryAsync(Nom?.Trim() ?? "", motDePasse ?? ""))
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/admin");
        ModelState.Clear();
        ModelState.AddModelError("nom", "Ce nom et ce mot de passe ne vont pas ensemble, ou le compte est bloqué après trop d’essais : dans ce cas, attendez un quart d’heure.");
        return Page();
    }
}
