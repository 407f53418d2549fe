using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;
using NewsReader.Storage.Articles;
using NewsReader.Web.Fetching;

namespace NewsReader.Web.Hosting;

/// <summary>
/// The pictures of articles, from our own origin. Only those that a round recorded are known; bytes are fetched when a reader first
/// asks, judged by what they are, and kept. What failed is not asked for again for a while.
/// </summary>
internal sealed class PictureShelf(IDbContextFactory<NewsDb> store, PageClient client, TimeProvider time)
{
    private const int MostBytes = 8 * 1024 * 1024;
    private const long MostPixels = 40_000_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<long, Task<StoredPicture?>> _searches = new();
    private readonly ConcurrentDictionary<long, DateTimeOffset> _failed = new();

    /// <summary>The picture; null where it was never recorded, or cannot be had.</summary>
    public async Task<StoredPicture?> FindAsync(long id, CancellationToken cancel)
    {
        // One search for all who wait, which one reader who goes away does not end.
        var search = _searches.GetOrAdd(id, SearchAsync);
        try
        {
            return await search.WaitAsync(cancel);
        }
        finally
        {
            // Here too, for a search that ended before it was put there.
            if (search.IsCompleted) _searches.TryRemove(KeyValuePair.Create(id, search));
        }
    }

    private async Task<StoredPicture?> SearchAsync(long id)
    {
        try
        {
            await using var db = await store.CreateDbContextAsync();
            var kept = await db.ImageContents.AsNoTracking().Where(c => c.ImageId == id)
                .Select(c => new StoredPicture(c.ContentType, c.Bytes)).FirstOrDefaultAsync();
            if (kept is not null) return kept;
            if (_failed.TryGetValue(id, out var until) && time.GetUtcNow() < until) return null;
            var address = await db.ArticleImages.Where(i => i.Id == id).Select(i => i.Address).FirstOrDefaultAsync();
            return address is null ? null : await FetchAsync(id, address);
        }
        finally
        {
            _searches.TryRemove(id, out _);
        }
    }

    private async Task<StoredPicture?> FetchAsync(long id, string address)
    {
        var result = await client.GetAsync(new FetchRequest(address, FetchKind.Image), CancellationToken.None);
        var picture = result.HasBody ? Judge(result.Body) : null;
        if (picture is null)
            Remember(id);
        else
            await KeepAsync(id, picture);
        return picture;
    }

    private static StoredPicture? Judge(ReadOnlyMemory<byte> body)
    {
        if (body.Length > MostBytes || RasterImage.MediaType(body.Span) is not { } mediaType) return null;
        var tooWide = PictureSize.Of(body.Span, mediaType) is not var (width, height) || (long)width * height > MostPixels;
        return tooWide ? null : new StoredPicture(mediaType, body.ToArray());
    }

    private async Task KeepAsync(long id, StoredPicture picture)
    {
        await using var db = await store.CreateDbContextAsync();
        db.ImageContents.Add(new ImageContent { ImageId = id, ContentType = picture.ContentType, Bytes = picture.Bytes, FetchedAt = time.GetUtcNow().UtcDateTime });
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            // Another process kept it first, or its article went meanwhile: the reader gets his picture all the same.
        }
    }

    private void Remember(long id)
    {
        var now = time.GetUtcNow();
        foreach (var (old, until) in _failed)
            if (until <= now)
                _failed.TryRemove(old, out _);
        _failed[id] = now + Patience;
    }
}

/// <summary>The bytes of a picture and what they are.</summary>
internal sealed record StoredPicture(string ContentType, byte[] Bytes);
