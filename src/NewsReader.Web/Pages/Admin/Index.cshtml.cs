using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;
using NewsReader.Storage.Sources;
using NewsReader.Web.Adding;
using NewsReader.Web.Rounds;

namespace NewsReader.Web.Pages.Admin;

/// <summary>What is followed and how it is, worst first.</summary>
internal sealed class IndexModel(NewsDb db, FollowedSources followed, RoundQueue rounds) : AdminPage
{
    /// <summary>The sources: those that are unwell first, then by name.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>The starter sources by section, while nothing was decided about them.</summary>
    public IReadOnlyDictionary<string, int> Starter { get; private set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>How many articles are kept.</summary>
    public int Articles { get; private set; }

    /// <summary>The source about which « Retirer » asks once more.</summary>
    public Row? ToRemove { get; private set; }

    /// <summary>The list.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var sources = await db.Sources.AsNoTracking().Include(s => s.Outlet).ToListAsync(cancel);
        var entries = await db.Entries.GroupBy(e => e.SourceId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        Rows = [.. sources.Select(s => new Row(s, SourceCondition.Of(s), entries.GetValueOrDefault(s.Id)))
            .OrderBy(r => r.Condition.IsWell).ThenBy(r => r.Source.Outlet!.Name, FrenchOrder).ThenBy(r => r.Source.Section, FrenchOrder)];
        Starter = await followed.UndecidedStarterAsync(cancel);
        Articles = await db.Articles.CountAsync(cancel);
    }

    /// <summary>The list, with the question whether a source is really to go.</summary>
    public async Task<IActionResult> OnGetRetirerAsync(long id, CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        ToRemove = Rows.FirstOrDefault(r => r.Source.Id == id);
        return ToRemove is null ? RedirectToPage() : Page();
    }

    /// <summary>Removes a source, once the question was answered.</summary>
    public async Task<IActionResult> OnPostRetirerAsync(long id, CancellationToken cancel) =>
        Done(await followed.RemoveAsync(id, Administrator, cancel), "La source est retirée. Ses articles restent.");

    /// <summary>Suspends a source.</summary>
    public async Task<IActionResult> OnPostSuspendreAsync(long id, CancellationToken cancel) =>
        Done(await followed.PauseAsync(id, Administrator, cancel), "La source est suspendue.");

    /// <summary>Takes a source up again.</summary>
    public async Task<IActionResult> OnPostReprendreAsync(long id, CancellationToken cancel) =>
        Visited(id, await followed.ResumeAsync(id, Administrator, cancel), "La source est de nouveau suivie.");

    /// <summary>Has a source visited now.</summary>
    public async Task<IActionResult> OnPostVisiterAsync(long id, CancellationToken cancel) =>
        Visited(id, await followed.VisitNowAsync(id, Administrator, cancel), "La visite est demandée ; rechargez la page dans un instant.");

    /// <summary>Keeps the chosen sections of the starter list, or none.</summary>
    public async Task<IActionResult> OnPostDepartAsync(string[] rubriques, bool vider, CancellationToken cancel)
    {
        var gone = await followed.KeepStarterAsync(vider ? [] : rubriques, Administrator, cancel);
        Status = gone switch
        {
            null => "C’était déjà décidé.",
            0 => "Toute la liste de départ est gardée.",
            1 => "Une source de la liste de départ est retirée.",
            _ => $"{gone} sources de la liste de départ sont retirées.",
        };
        return RedirectToPage();
    }

    private static readonly StringComparer FrenchOrder = StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("fr-FR"), ignoreCase: true);

    private RedirectToPageResult Visited(long id, bool done, string said)
    {
        if (done) rounds.Ask(id);
        return Done(done, said);
    }

    private RedirectToPageResult Done(bool done, string said)
    {
        Status = done ? said : "Cette source n’est plus suivie.";
        return RedirectToPage();
    }

    /// <summary>A source with its condition in French and the number of entries that are kept of it.</summary>
    public sealed record Row(Source Source, SourceCondition Condition, int Entries);
}
