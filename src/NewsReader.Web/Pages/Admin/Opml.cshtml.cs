using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsReader.Newsroom.Editions;
using NewsReader.Newsroom.Feeds;
using NewsReader.Storage;
using NewsReader.Web.Adding;
using NewsReader.Web.Reading;

namespace NewsReader.Web.Pages.Admin;

/// <summary>Lists of sources, in from another reader and out to one.</summary>
[DisableRequestSizeLimit]
[RequestFormLimits(MultipartBodyLengthLimit = LargestForm)]
[LargestForm(LargestForm)]
internal sealed class OpmlModel(NewsDb db, OpmlImport import, TimeProvider clock) : AdminPage
{
    /// <summary>The largest list, and what a browser puts around it.</summary>
    private const int LargestForm = Opml.LargestList + 64 * 1024;

    private const string RefreshSeconds = "2";

    /// <summary>The import that runs, else the last one.</summary>
    public OpmlProgress? Import { get; private set; }

    /// <summary>How many sources a list for another reader would hold.</summary>
    public int Followed { get; private set; }

    /// <summary>The page; while an import runs, one that asks for itself again.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (LargestFormAttribute.Refused(Request)) ModelState.AddModelError("fichier", Typeset.Text(OpmlWords.Of(OpmlFailure.TooLarge)));
        Import = import.Progress;
        Followed = await db.Sources.CountAsync(s => !s.Outlet!.IsDemo, cancel);
        if (Import is { IsRunning: true }) Response.Headers["Refresh"] = RefreshSeconds;
    }

    /// <summary>Takes a list.</summary>
    public async Task<IActionResult> OnPostAsync(IFormFile? fichier, CancellationToken cancel)
    {
        ModelState.Clear();
        var trouble = fichier is null ? "Choisissez d’abord un fichier." : await BeginAsync(fichier, cancel);
        if (trouble is null) return RedirectToPage();
        ModelState.AddModelError("fichier", Typeset.Text(trouble));
        await OnGetAsync(cancel);
        Response.Headers.Remove("Refresh");
        return Page();
    }

    /// <summary>The list of what is followed, for another reader.</summary>
    public async Task<IActionResult> OnGetExporterAsync(CancellationToken cancel)
    {
        var today = EditionDay.ToParis(clock.GetUtcNow());
        return File(await OpmlLists.WriteAsync(db, cancel), "text/x-opml", FormattableString.Invariant($"newsreader-{today:yyyy-MM-dd}.opml"));
    }

    private async Task<string?> BeginAsync(IFormFile file, CancellationToken cancel)
    {
        var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancel);
        return await import.BeginAsync(bytes.ToArray(), Path.GetFileName(file.FileName), Administrator);
    }
}
