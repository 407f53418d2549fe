using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;
using NewsReader.Storage.Admin;

namespace NewsReader.Web.Pages.Admin;

/// <summary>The log of what administrators decided, newest first.</summary>
internal sealed class JournalModel(NewsDb db) : AdminPage
{
    private const int PageLength = 100;

    /// <summary>The last decision before this page's first; null for the newest.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Avant { get; set; }

    /// <summary>The decisions of this page.</summary>
    public IReadOnlyList<Decision> Decisions { get; private set; } = [];

    /// <summary>Whether there are older ones.</summary>
    public bool HasMore { get; private set; }

    /// <summary>The log.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var before = Avant ?? long.MaxValue;
        var read = await db.Decisions.AsNoTracking().Where(d => d.Id < before).OrderByDescending(d => d.Id).Take(PageLength + 1).ToListAsync(cancel);
        Decisions = [.. read.Take(PageLength)];
        HasMore = read.Count > PageLength;
    }
}
