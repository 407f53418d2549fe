using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;
using NewsReader.Storage.Admin;
using NewsReader.Web.Backups;

namespace NewsReader.Web.Pages.Admin;

/// <summary>The copies of the database: how the last night's went, those that are kept, and one more on demand.</summary>
internal sealed class SauvegardesModel(NewsDb db, BackupShelf shelf) : AdminPage
{
    /// <summary>The copies, the latest first.</summary>
    public IReadOnlyList<Backup> Backups { get; private set; } = [];

    /// <summary>How the last night's copy went; null before the first.</summary>
    public BackupReport? Last { get; private set; }

    /// <summary>Where the copies are.</summary>
    public string Folder => shelf.Folder;

    /// <summary>Whether the copies are the database server's to make.</summary>
    public bool IsElsewhere => !db.Database.IsSqlite();

    /// <summary>The list.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Backups = shelf.List();
        Last = BackupReport.Parse(await db.SiteFacts.Where(f => f.Name == SiteFacts.LastBackup).Select(f => f.Value).SingleOrDefaultAsync(cancel));
    }

    /// <summary>A copy, to be kept elsewhere.</summary>
    public IActionResult OnGetTelecharger(string nom) =>
        shelf.Find(nom) is { } backup ? PhysicalFile(backup.Path, "application/vnd.sqlite3", backup.Name) : NotFound();

    /// <summary>Makes one more copy now.</summary>
    public async Task<IActionResult> OnPostFaireAsync(CancellationToken cancel)
    {
        try
        {
            Status = $"La sauvegarde {(await shelf.MakeAsync(null, cancel)).Copy.Name} est faite et relue sans faute.";
        }
        catch (BackupFailedException error)
        {
            Status = error.Message;
        }

        return RedirectToPage();
    }
}
