using Microsoft.EntityFrameworkCore;
using NewsReader.Newsroom.Editions;
using NewsReader.Storage;
using NewsReader.Storage.Editions;

namespace NewsReader.Web.Hosting;

/// <summary>
/// Which edition the front page shows, kept in memory so that a request for a ready page asks the store nothing. It is looked up again
/// after a few seconds, for an edition that a command drew beside the server, and at once after <see cref="Drawn"/>.
/// </summary>
public sealed class EditionStamp(IDbContextFactory<NewsDb> store, SiteState site, TimeProvider time)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(3);
    private volatile Known? _known;

    /// <summary>Tells that an edition was drawn, so that the next request looks it up.</summary>
    public void Drawn() => _known = null;

    /// <summary>A word that changes with the edition that is shown; null where there is no edition yet.</summary>
    public async ValueTask<string?> CurrentAsync(CancellationToken cancel = default)
    {
        var known = _known;
        var demo = site.Demo;
        if (known?.Demo == demo && time.GetElapsedTime(known.At) < Freshness)
            return known.Word;
        // The requests that come while this one asks go on with what is known.
        if (known?.Demo == demo)
            _known = known with { At = time.GetTimestamp() };
        var asked = time.GetTimestamp();
        var today = EditionDay.Of(time.GetUtcNow());
        await using var db = await store.CreateDbContextAsync(cancel);
        var edition = await db.Editions.AsNoTracking()
            .Where(e => e.IsDemo == (demo != DemoKind.None) && e.Part == EditionPart.Day && e.Day <= today)
            .OrderByDescending(e => e.Day)
            .Select(e => new { e.Id, e.Stamp })
            .FirstOrDefaultAsync(cancel);
        var word = edition is null ? null : $"{edition.Id}/{edition.Stamp}/{demo}";
        _known = new Known(word, demo, asked);
        return word;
    }

    private sealed record Known(string? Word, DemoKind Demo, long At);
}
