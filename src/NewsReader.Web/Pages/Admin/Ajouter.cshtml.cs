using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;
using NewsReader.Storage.Sources;
using NewsReader.Web.Adding;
using NewsReader.Web.Rounds;

namespace NewsReader.Web.Pages.Admin;

/// <summary>From an address to a source: paste it, choose among what was found, say what it is, and it is followed.</summary>
internal sealed class AjouterModel(NewsDb db, SourceFinder finder, FollowedSources followed, RoundQueue rounds) : AdminPage
{
    /// <summary>What was typed, pasted, or shared to the app.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Adresse { get; set; }

    /// <summary>What the address led to; null before it was looked at.</summary>
    public SourceFinding? Finding { get; private set; }

    /// <summary>The source to be saved, filled in; null before one was chosen.</summary>
    public SourceToFollow? Proposal { get; private set; }

    /// <summary>The source that was just saved.</summary>
    public Source? Saved { get; private set; }

    /// <summary>The first step; or the last, once a source was saved.</summary>
    /// <param name="enregistree">The source that was just saved.</param>
    /// <param name="url">The address as other apps share it.</param>
    /// <param name="text">The words in which other apps hide an address.</param>
    /// <param name="cancel">The person went away.</param>
    public async Task OnGetAsync(long? enregistree, string? url, string? text, CancellationToken cancel)
    {
        Adresse ??= url ?? text;
        if (enregistree is { } id)
            Saved = await db.Sources.AsNoTracking().Include(s => s.Outlet).SingleOrDefaultAsync(s => s.Id == id, cancel);
    }

    /// <summary>Visits the address and shows what is there.</summary>
    public async Task OnPostChercherAsync(CancellationToken cancel)
    {
        Finding = await finder.FindAsync(Adresse, cancel);
        if (Finding.Trouble is { } trouble) ModelState.AddModelError("adresse", trouble.Sentence);
    }

    /// <summary>Fills in what the chosen feed is.</summary>
    public async Task<IActionResult> OnPostChoisirAsync(string? titre, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Adresse)) return RedirectToPage();
        Proposal = await SourceProposal.OfAsync(db, Adresse, titre, cancel);
        return Page();
    }

    /// <summary>Saves the source and has it visited.</summary>
    public async Task<IActionResult> OnPostEnregistrerAsync(SourceFields champs, CancellationToken cancel)
    {
        var wanted = champs.ToSource(Adresse ?? "");
        ModelState.Clear();
        if (wanted.Outlet.Length == 0) ModelState.AddModelError("nom", "Donnez un nom à la rédaction.");
        if (wanted.Section is { } section && !StarterSources.Sections.Contains(section, StringComparer.Ordinal)) ModelState.AddModelError("rubrique", "Choisissez une rubrique de la liste.");
        if (ModelState.IsValid)
        {
            var result = await followed.AddAsync(wanted, Administrator, cancel);
            if (result.SourceId is { } id)
            {
                rounds.Ask(id);
                Status = "Source enregistrée.";
                return RedirectToPage(new { enregistree = id });
            }

            ModelState.AddModelError("", result.Trouble!.Sentence);
        }

        Proposal = wanted;
        return Page();
    }

    /// <summary>Takes back what was just saved.</summary>
    public async Task<IActionResult> OnPostAnnulerAsync(long id, CancellationToken cancel)
    {
        Status = await followed.RemoveAsync(id, Administrator, cancel) ? "L’ajout est annulé." : "Cette source n’est plus suivie.";
        return RedirectToPage();
    }

    /// <summary>« 12 articles par jour », or the nearest that can be said.</summary>
    public static string Pace(FoundFeed feed) => feed.ArticlesPerDay switch
    {
        null => $"{feed.Entries} articles, sans dates",
        >= 1.5 and var many => $"{many.ToString("0", French)} articles par jour",
        >= 0.75 => "un article par jour",
        >= 1.0 / 7 and var some => $"{(some * 7).ToString("0", French)} par semaine",
        _ => "moins d’un article par semaine",
    };

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
}

/// <summary>The fields of the last form.</summary>
internal sealed class SourceFields
{
    /// <summary>The name of the outlet.</summary>
    public string? Nom { get; set; }

    /// <summary>The title that the feed gives itself.</summary>
    public string? Titre { get; set; }

    /// <summary>Who owns the outlet, separated by « ; ».</summary>
    public string? Proprietaires { get; set; }

    /// <summary>The section; empty for none.</summary>
    public string? Rubrique { get; set; }

    /// <summary>Whether it is the outlet's own « à la une » feed.</summary>
    public bool Une { get; set; }

    /// <summary>What the fields ask for.</summary>
    public SourceToFollow ToSource(string address) => new(address, Nom?.Trim() ?? "")
    {
        Title = string.IsNullOrWhiteSpace(Titre) ? null : Titre,
        Owners = SourceToFollow.SplitOwners(Proprietaires),
        Section = string.IsNullOrWhiteSpace(Rubrique) ? null : Rubrique,
        IsFront = Une,
    };
}
