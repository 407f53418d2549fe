using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NewsReader.Web.Admin;

namespace NewsReader.Web.Pages.Admin;

/// <summary>The first run: whoever has the code from the terminal becomes an administrator.</summary>
[EnableRateLimiting(AdminSetup.TypingPace)]
internal sealed class BienvenueModel(Administrators administrators, SignIn signIn) : AdminPage
{
    /// <summary>The one-time code.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The name to sign in with.</summary>
    [BindProperty]
    public string? Nom { get; set; }

    /// <summary>Makes the administrator and signs him in.</summary>
    /// <param name="motDePasse">The password; never kept for the form.</param>
    /// <param name="cancel">The person went away.</param>
    public async Task<IActionResult> OnPostAsync(string? motDePasse, CancellationToken cancel)
    {
        var (made, errors) = await administrators.CreateAsync(Code ?? "", Nom?.Trim() ?? "", motDePasse ?? "", cancel);
        ModelState.Clear();
        foreach (var error in errors) ModelState.AddModelError("", error);
        if (made is null) return Page();
        await signIn.BeginAsync(made);
        Status = $"Bienvenue, {made.UserName}. Choisissez maintenant vos sources.";
        return RedirectToPage("Index");
    }
}
