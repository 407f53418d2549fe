using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;
using NewsReader.Storage.Articles;
using NewsReader.Web.Fetching;

namespace NewsReader.Web.Hosting;

/// <summary>
/// The pictures of articles, from our own origin. Only those that a round recorded are known; bytes are fetched when a reader first
/// asks, judged by what they are, and kept. What failed is not asked for again for a while. However many a reader asks for, so many are fetched at once
/// and so many wait; the outlet meets them at its host's pace.
/// </summary>
internal sealed class PictureShelf(IDbContextFactory<NewsDb> store, PageClient client, PictureCap cap, TimeProvider time) : IDisposable
{
    /// <summary>How many pictures are fetched at once: each may be held in memory whole.</summary>
    internal const int MostAtOnce = 12;

    /// <summary>How many are fetched or wait for it; one more is refused for now.</summary>
    internal const int MostInLine = 100;

    private const int MostBytes = 8 * 1024 * 1024;
    private const long MostPixels = 40_000_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<long, Lazy<Task<SoughtPicture>>> _searches = new();
    private readonly ConcurrentDictionary<long, DateTimeOffset> _failed = new();
    private readonly SemaphoreSlim _turns = new(MostAtOnce);
    private int _inLine;

    /// <summary>The picture; none where it was never recorded, or cannot be had.</summary>
    public Task<SoughtPicture> FindAsync(long id, CancellationToken cancel)
    {
        // One search for all who wait, which one reader who goes away does not end. Lazy, since of two that come at once each may make one.
        var search = _searches.GetOrAdd(id, number => new Lazy<Task<SoughtPicture>>(() => SearchAsync(number)));
        return search.Value.WaitAsync(cancel);
    }

    public void Dispose() => _turns.Dispose();

    private async Task<SoughtPicture> SearchAsync(long id)
    {
        try
        {
            await using var db = await store.CreateDbContextAsync();
            var kept = await db.ImageContents.AsNoTracking().Where(c => c.ImageId == id)
                .Select(c => new StoredPicture(c.ContentType, c.Bytes)).FirstOrDefaultAsync();
            if (kept is not null) return new SoughtPicture(kept);
            if (_failed.TryGetValue(id, out var until) && time.GetUtcNow() < until) return SoughtPicture.None;
            var address = await db.ArticleImages.Where(i => i.Id == id).Select(i => i.Address).FirstOrDefaultAsync();
            return address is null ? SoughtPicture.None : await InLineAsync(id, address);
        }
        finally
        {
            _searches.TryRemove(id, out _);
        }
    }

    private async Task<SoughtPicture> InLineAsync(long id, string address)
    {
        if (Interlocked.Increment(ref _inLine) > MostInLine)
        {
            Interlocked.Decrement(ref _inLine);
            return SoughtPicture.Later;
        }

        await _turns.WaitAsync();
        try
        {
            return new SoughtPicture(await FetchAsync(id, address));
        }
        finally
        {
            _turns.Release();
            Interlocked.Decrement(ref _inLine);
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
            await cap.AddedAsync(picture.Bytes.Length);
        }
        catch (Exception e) when (e is DbUpdateException or DbException)
        {
            // Another process kept it first, its article went meanwhile, or the store is busy: the reader gets his picture all the same.
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

/// <summary>What a search for a picture came to.</summary>
/// <param name="Picture">The picture; null where there is none to show.</param>
/// <param name="IsLater">Whether so many are being fetched that it may be asked for again soon.</param>
internal sealed record SoughtPicture(StoredPicture? Picture, bool IsLater = false)
{
    /// <summary>There is none.</summary>
    public static readonly SoughtPicture None = new(Picture: null);

    /// <summary>Not now.</summary>
    public static readonly SoughtPicture Later = new(Picture: null, IsLater: true);
}
