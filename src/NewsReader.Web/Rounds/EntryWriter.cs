using Microsoft.EntityFrameworkCore;
using NewsReader.Newsroom.Articles;
using NewsReader.Newsroom.Editions;
using NewsReader.Newsroom.Feeds;
using NewsReader.Storage;
using NewsReader.Storage.Articles;
using NewsReader.Storage.Sources;

namespace NewsReader.Web.Rounds;

/// <summary>Stores the entries of one feed with the articles that they lead to. The caller saves and commits.</summary>
internal sealed class EntryWriter(NewsDb db, Source source, DateTime now, bool fetchPages)
{
    /// <summary>A feed that brings its whole archive at once must not make us read that archive page by page.</summary>
    private const int MostPages = 200;

    /// <summary>Nor must it fill the paper with it: what a visit brings beyond these, the oldest, is left out.</summary>
    private const int MostEntries = 2000;

    private readonly List<(Article Article, ArticleImage Lead)> _leads = [];
    private readonly EntryEdits _edits = new(db, now, fetchPages);
    private readonly HashSet<string> _brought = new(StringComparer.Ordinal);
    private int _added;
    private int _pages;

    /// <summary>Stores the entries of <paramref name="feed"/>, <paramref name="batch"/> a query, and returns how many were new.</summary>
    public async Task<int> WriteAsync(ParsedFeed feed, int batch, CancellationToken cancel)
    {
        var entries = Newest([.. EntryIdentity.Of(feed)]);
        _brought.UnionWith(entries.Select(e => e.Identity));
        foreach (var some in entries.Chunk(batch)) await WriteAsync(some, cancel);
        return _added;
    }

    /// <summary>In the order of the feed; entries without a date count as new.</summary>
    private static List<IdentifiedEntry> Newest(List<IdentifiedEntry> entries) => entries.Count <= MostEntries ? entries :
        [.. entries.OrderByDescending(e => e.Entry.Published ?? e.Entry.Updated ?? DateTimeOffset.MaxValue).Take(MostEntries).OrderBy(e => e.Position)];

    private async Task WriteAsync(IdentifiedEntry[] some, CancellationToken cancel)
    {
        var known = await KnownAsync(some, cancel);
        var reused = some.Where(e => known.TryGetValue(e.Identity, out var stored) && EntryIdentity.IsAnother(stored, e.Entry)).ToList();
        if (reused.Count > 0)
        {
            some = [.. some.Select(e => reused.Contains(e) ? e with { Identity = EntryIdentity.OfReused(e.Entry) } : e)];
            foreach (var (identity, entry) in await KnownAsync(some, cancel)) known[identity] = entry;
        }

        var articles = await KnownArticlesAsync(some.Where(e => !known.ContainsKey(e.Identity)).Select(e => e.Entry), cancel);
        await FollowGuidsAsync(some, known, articles, cancel);
        var ids = known.Values.Select(e => e.Id).ToList();
        var placements = await db.Placements.Where(p => ids.Contains(p.EntryId)).ToDictionaryAsync(p => p.EntryId, cancel);
        foreach (var (identity, parsed, position) in some)
        {
            if (known.TryGetValue(identity, out var entry)) await _edits.ApplyAsync(entry, parsed, cancel);
            else entry = Add(identity, parsed, articles);
            Put(entry, position, placements.GetValueOrDefault(entry.Id));
        }

        await db.SaveChangesAsync(cancel);
        foreach (var (article, lead) in _leads) article.LeadImageId = lead.Id;
        _leads.Clear();
    }

    private Task<Dictionary<string, Entry>> KnownAsync(IReadOnlyCollection<IdentifiedEntry> some, CancellationToken cancel)
    {
        var identities = some.Select(e => e.Identity).ToList();
        return db.Entries
            .Where(e => e.SourceId == source.Id && identities.Contains(e.Identity))
            .ToDictionaryAsync(e => e.Identity, StringComparer.Ordinal, cancel);
    }

    /// <summary>An unknown entry that leads where one of a like title leads that this visit does not bring is the same entry: its feed draws a new guid at each visit.</summary>
    private async Task FollowGuidsAsync(IdentifiedEntry[] some, Dictionary<string, Entry> known, Dictionary<string, Article> articles, CancellationToken cancel)
    {
        if (articles.Count == 0) return;
        var articleIds = articles.Values.Select(a => (long?)a.Id).ToList();
        var stored = await db.Entries.Where(e => e.SourceId == source.Id && articleIds.Contains(e.ArticleId)).OrderBy(e => e.Id).ToListAsync(cancel);
        foreach (var entry in some.Where(e => !known.ContainsKey(e.Identity)))
        {
            if (!articles.TryGetValue(ToStorage.Address(entry.Entry, source.Address), out var article)) continue;
            if (stored.Find(s => s.ArticleId == article.Id && !_brought.Contains(s.Identity) && EntryIdentity.ShareTitle(s, entry.Entry)) is not { } same) continue;
            stored.Remove(same);
            same.Identity = entry.Identity;
            known.Add(entry.Identity, same);
        }
    }

    private async Task<Dictionary<string, Article>> KnownArticlesAsync(IEnumerable<ParsedEntry> entries, CancellationToken cancel)
    {
        var addresses = entries.Select(e => ToStorage.Address(e, source.Address)).Distinct(StringComparer.Ordinal).ToList();
        return await db.Articles
            .Where(a => a.OutletId == source.OutletId && addresses.Contains(a.Address))
            .ToDictionaryAsync(a => a.Address, StringComparer.Ordinal, cancel);
    }

    private Entry Add(string identity, ParsedEntry parsed, Dictionary<string, Article> articles)
    {
        var entry = new Entry { Identity = identity, SourceId = source.Id, FirstSeen = now };
        ToStorage.Fill(entry, parsed);
        var address = ToStorage.Address(parsed, source.Address);
        if (!articles.TryGetValue(address, out var article)) articles.Add(address, article = AddArticle(parsed, address));
        article.Section ??= Sections.Of(source.Section, parsed.Categories, parsed.Link);
        entry.Article = article;
        db.Entries.Add(entry);
        _added++;
        return entry;
    }

    private Article AddArticle(ParsedEntry parsed, string address)
    {
        var article = ToStorage.Article(parsed, address, now);
        article.OutletId = source.OutletId;
        article.NextFetch = fetchPages && _pages < MostPages && ToStorage.Page(parsed) is not null ? now : null;
        if (article.NextFetch is not null) _pages++;
        db.Articles.Add(article);
        var content = parsed.Content ?? parsed.Summary;
        var body = content is null ? new ArticleBody([]) : FragmentBody.Read(content, address);
        if (parsed.Content is not null && ToStorage.Words(body) >= ToStorage.FullTextWords) ArticleContents.Put(db, article, null, body);
        var lead = ArticleContents.AddPictures(db, article, body, parsed.MediaImage is { } image ? new Picture(image, "") : null, []);
        if (lead is not null) _leads.Add((article, lead));
        return article;
    }

    private void Put(Entry entry, int position, Placement? placement)
    {
        if (placement is null)
        {
            db.Placements.Add(new Placement { Entry = entry, Position = position, Best = position, FirstSeen = now, LastSeen = now });
            return;
        }

        placement.Position = position;
        placement.Best = Math.Min(placement.Best, position);
        placement.LastSeen = now;
    }
}
