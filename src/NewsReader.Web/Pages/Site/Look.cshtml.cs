using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsReader.Web.Reading;

namespace NewsReader.Web.Pages.Site;

/// <summary>Theme, size of text and width, kept in the reader's browser.</summary>
public sealed class LookModel : PageModel
{
    public Appearance Look { get; private set; } = Appearance.Usual;

    /// <summary>The page that the reader came from.</summary>
    public string Back { get; private set; } = "/";

    public bool IsSaved { get; private set; }

    public void OnGet([FromQuery(Name = "retour")] string? back, [FromQuery(Name = "fait")] bool saved)
    {
        Response.Headers.CacheControl = "no-store";
        Look = Appearance.Of(Request);
        Back = Local(back);
        IsSaved = saved;
    }

    public IActionResult OnPost(
        [FromForm(Name = "theme")] string? theme, [FromForm(Name = "texte")] string? text, [FromForm(Name = "largeur")] string? width,
        [FromForm(Name = "retour")] string? back)
    {
        Appearance.Known(theme, text, width).Keep(Response);
        return LocalRedirect($"/apparence?fait=true&retour={Uri.EscapeDataString(Local(back))}");
    }

    private string Local(string? path) => Url.IsLocalUrl(path) && path.StartsWith('/') ? path : "/";
}
