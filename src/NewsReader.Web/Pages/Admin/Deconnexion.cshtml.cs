using Microsoft.AspNetCore.Mvc;
using NewsReader.Web.Admin;

namespace NewsReader.Web.Pages.Admin;

/// <summary>Ends the session, by POST alone.</summary>
internal sealed class DeconnexionModel(SignIn signIn) : AdminPage
{
    /// <summary>A visit to the address changes nothing.</summary>
    public IActionResult OnGet() => RedirectToPage("Index");

    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.EndAsync();
        Status = "Vous êtes déconnecté.";
        return RedirectToPage("Connexion");
    }
}
