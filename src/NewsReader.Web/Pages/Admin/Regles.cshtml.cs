using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;
using NewsReader.Storage.Sources;
using NewsReader.Web.Adding;
using NewsReader.Web.Rounds;

namespace NewsReader.Web.Pages.Admin;

/// <summary>How an outlet's pages are read, where the reader's own sense is not enough: tried on three kept articles before it is saved.</summary>
internal sealed class ReglesModel(NewsDb db, LaidDownRules rules, RoundQueue rounds) : AdminPage
{
    /// <summary>The outlet; null for the list of all.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Redaction { get; set; }

    /// <summary>The rules as typed.</summary>
    [BindProperty]
    public string? Regles { get; set; }

    /// <summary>The outlet whose rules are shown.</summary>
    public Outlet? Outlet { get; private set; }

    /// <summary>All outlets, by name.</summary>
    public IReadOnlyList<Outlet> Outlets { get; private set; } = [];

    /// <summary>What the reader found by itself that the outlet sets on page after page.</summary>
    public IReadOnlyList<string> Furniture { get; private set; } = [];

    /// <summary>The articles that the typed rules were tried on; null before.</summary>
    public IReadOnlyList<RuleTrial>? Trials { get; private set; }

    /// <summary>The list, or an outlet's rules.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return RedirectToPage(new { redaction = (long?)null });
        Regles = Outlet?.Rules;
        return Page();
    }

    /// <summary>Tries the typed rules.</summary>
    public async Task<IActionResult> OnPostEssayerAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || Outlet is null) return RedirectToPage(new { redaction = (long?)null });
        Fault(LaidDownRules.Check(Regles ?? ""));
        if (ModelState.IsValid) Trials = await rules.TryAsync(Outlet.Id, Regles ?? "", cancel);
        return Page();
    }

    /// <summary>Saves the typed rules.</summary>
    public async Task<IActionResult> OnPostEnregistrerAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || Outlet is null) return RedirectToPage(new { redaction = (long?)null });
        Fault(await rules.SaveAsync(Outlet.Id, Regles ?? "", Administrator, cancel));
        if (!ModelState.IsValid) return Page();
        rounds.Ask();
        Status = "Les règles sont enregistrées. Les articles gardés sont relus dans un instant.";
        return RedirectToPage(new { redaction = Outlet.Id });
    }

    private void Fault(IEnumerable<string> faults)
    {
        foreach (var fault in faults) ModelState.AddModelError("regles", fault);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (Redaction is not { } id)
        {
            Outlets = await db.Outlets.AsNoTracking().OrderBy(o => o.Name).ToListAsync(cancel);
            return true;
        }

        Outlet = await db.Outlets.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancel);
        Furniture = [.. OutletHints.Template(await db.LearntTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.OutletId == id, cancel)).Furniture.Select(f => f.Sample)];
        return Outlet is not null;
    }
}
