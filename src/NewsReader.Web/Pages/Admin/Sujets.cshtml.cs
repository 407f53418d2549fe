using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;
using NewsReader.Storage.Stories;
using NewsReader.Web.Adding;
using NewsReader.Web.Rounds;

namespace NewsReader.Web.Pages.Admin;

/// <summary>The stories that most outlets tell, hidden ones too, to correct by hand; and the corrections so far.</summary>
internal sealed class SujetsModel(NewsDb db, CorrectedStories corrected, RoundQueue rounds, TimeProvider clock) : AdminPage
{
    private const int MostStories = 40;
    private const int MostCorrections = 50;

    /// <summary>As far back as an edition reaches.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromHours(36);

    /// <summary>The stories, those with most outlets first.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>The corrections, newest first.</summary>
    public IReadOnlyList<Correction> Corrections { get; private set; } = [];

    /// <summary>The corrections that were taken back.</summary>
    public IReadOnlySet<long> Undone { get; private set; } = new HashSet<long>();

    /// <summary>The lists.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var since = (clock.GetUtcNow() - Reach).UtcDateTime;
        var stories = await db.Stories.AsNoTracking().Where(s => s.MergedInto == null && s.LastAt >= since && s.Articles.Count > 0)
            .OrderByDescending(s => s.Articles.Select(a => a.OutletId).Distinct().Count()).ThenByDescending(s => s.LastAt).ThenBy(s => s.Id)
            .Take(MostStories).ToListAsync(cancel);
        var ids = stories.ConvertAll(s => s.Id);
        var articles = await db.Articles.Where(a => ids.Contains(a.StoryId!.Value)).OrderBy(a => a.At).ThenBy(a => a.Id)
            .Select(a => new { Story = a.StoryId!.Value, Line = new Line(a.Id, a.Outlet!.Name, a.Title) }).ToListAsync(cancel);
        var lines = articles.ToLookup(a => a.Story, a => a.Line);
        Rows = stories.ConvertAll(s => new Row(s, [.. lines[s.Id]]));
        Corrections = await db.Corrections.AsNoTracking().OrderByDescending(c => c.Id).Take(MostCorrections).ToListAsync(cancel);
        Undone = (await db.Corrections.Where(c => c.Undoes != null).Select(c => c.Undoes!.Value).ToListAsync(cancel)).ToHashSet();
    }

    /// <summary>Takes the ticked articles out of their story.</summary>
    public async Task<IActionResult> OnPostSeparerAsync(long sujet, long[] articles, CancellationToken cancel) =>
        await DoneAsync(await corrected.SeparateAsync(articles, Administrator, cancel), $"sujet-{sujet}", cancel);

    /// <summary>Puts a story first on the front page.</summary>
    public async Task<IActionResult> OnPostEpinglerAsync(long sujet, CancellationToken cancel) =>
        await DoneAsync(await corrected.PinAsync(sujet, Administrator, cancel), $"sujet-{sujet}", cancel);

    /// <summary>Takes a story out of the paper.</summary>
    public async Task<IActionResult> OnPostMasquerAsync(long sujet, CancellationToken cancel) =>
        await DoneAsync(await corrected.HideAsync(sujet, Administrator, cancel), $"sujet-{sujet}", cancel);

    /// <summary>Makes one story of two.</summary>
    public async Task<IActionResult> OnPostReunirAsync(long sujet, long? autre, CancellationToken cancel)
    {
        var fault = autre is { } other ? await corrected.MergeAsync(sujet, other, Administrator, cancel) : "Écrivez le numéro de l’autre sujet.";
        return await DoneAsync(fault, $"autre-{sujet}", cancel);
    }

    /// <summary>Takes a correction back.</summary>
    public async Task<IActionResult> OnPostAnnulerAsync(long correction, CancellationToken cancel) =>
        await DoneAsync(await corrected.UndoAsync(correction, Administrator, cancel), "corrections", cancel);

    private async Task<IActionResult> DoneAsync(string? fault, string field, CancellationToken cancel)
    {
        // What the framework says of a number that cannot be read is replaced by our own words.
        if (fault is not null)
        {
            ModelState.Clear();
            ModelState.AddModelError(field, fault);
            await OnGetAsync(cancel);
            return Page();
        }

        rounds.Ask();
        Status = "C’est noté. Le journal en tient compte dans un instant.";
        return RedirectToPage();
    }

    /// <summary>A story with its articles in order of publication.</summary>
    public sealed record Row(Story Story, IReadOnlyList<Line> Articles);

    /// <summary>An article, to tick.</summary>
    public sealed record Line(long Id, string Outlet, string Title);
}
