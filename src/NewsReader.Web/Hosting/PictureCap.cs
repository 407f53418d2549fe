using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsReader.Storage;

namespace NewsReader.Web.Hosting;

/// <summary>
/// Keeps the stored pictures below <see cref="ImagesSettings.KeepBytes"/>: those that were fetched longest ago go first. The store is counted only once a
/// sixteenth of the cap came in since the last count, so that most pictures cost nothing here.
/// </summary>
internal sealed class PictureCap(IDbContextFactory<NewsDb> store, IOptions<ImagesSettings> settings)
{
    private const int Parts = 16;
    private const int CountAgainParts = 1;
    private const int LeaveParts = 14;

    /// <summary>How many go in one transaction, so that a round is never kept waiting long.</summary>
    private const int AtOnce = 200;

    private readonly long _most = settings.Value.KeepBytes;

    // Nothing is known at the start: the first picture counts.
    private long _added = settings.Value.KeepBytes;
    private int _isCounting;

    /// <summary>Tells that a picture was stored; lets old ones go where the cap is near.</summary>
    public async Task AddedAsync(int bytes)
    {
        if (Interlocked.Add(ref _added, bytes) < _most / Parts * CountAgainParts || Interlocked.Exchange(ref _isCounting, 1) == 1) return;
        try
        {
            Interlocked.Exchange(ref _added, 0);
            await TrimAsync();
        }
        finally
        {
            Volatile.Write(ref _isCounting, 0);
        }
    }

    private async Task TrimAsync()
    {
        await using var db = await store.CreateDbContextAsync();
        var kept = await db.ImageContents.SumAsync(c => (long)c.Bytes.Length);
        // What may come in before the next count is left free.
        if (kept <= _most / Parts * (Parts - CountAgainParts)) return;
        for (var excess = kept - _most / Parts * LeaveParts; excess > 0;)
        {
            var oldest = await db.ImageContents.OrderBy(c => c.FetchedAt).ThenBy(c => c.ImageId)
                .Select(c => new { c.ImageId, Length = (long)c.Bytes.Length }).Take(AtOnce).ToListAsync();
            var going = new List<long>();
            foreach (var picture in oldest.TakeWhile(_ => excess > 0))
            {
                going.Add(picture.ImageId);
                excess -= picture.Length;
            }

            if (await db.ImageContents.Where(c => going.Contains(c.ImageId)).ExecuteDeleteAsync() == 0) return;
        }
    }
}
