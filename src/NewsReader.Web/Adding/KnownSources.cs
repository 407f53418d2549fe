using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;
using NewsReader.Storage.Sources;

namespace NewsReader.Web.Adding;

/// <summary>What is followed at the moment, read once to follow many sources in one transaction: addresses in their common form, and outlets by name.</summary>
internal sealed class KnownSources
{
    /// <summary>Longer ones are data in disguise, and more than an index of PostgreSQL holds.</summary>
    private const int LongestAddress = 2000;

    private const int LongestName = 100;

    private readonly NewsDb _db;
    private readonly Dictionary<string, string> _addresses;
    private readonly Dictionary<string, Outlet> _outlets;

    private KnownSources(NewsDb db, Dictionary<string, string> addresses, Dictionary<string, Outlet> outlets) =>
        (_db, _addresses, _outlets) = (db, addresses, outlets);

    /// <summary>Reads all addresses, and of the outlets those that the wanted sources name.</summary>
    public static async Task<KnownSources> ReadAsync(NewsDb db, IEnumerable<SourceToFollow> wanted, CancellationToken cancel) =>
        new(db, await AddressesAsync(db, cancel), await OutletsAsync(db, wanted, cancel));

    /// <summary>The name of the outlet that each address is followed for, by <see cref="SourceToFollow.Key"/>.</summary>
    public static async Task<Dictionary<string, string>> AddressesAsync(NewsDb db, CancellationToken cancel)
    {
        Dictionary<string, string> known = new(StringComparer.Ordinal);
        await foreach (var source in db.Sources.Select(s => new { s.Address, s.Outlet!.Name }).AsAsyncEnumerable().WithCancellation(cancel))
            known.TryAdd(SourceToFollow.Key(source.Address) ?? source.Address, source.Name);
        return known;
    }

    /// <summary>Follows one more source, to be saved with the others; or says why not.</summary>
    /// <param name="wanted">The source.</param>
    /// <param name="addedAt">When it was added, in UTC.</param>
    /// <param name="firstVisit">When it is due, in UTC.</param>
    public (Source? Source, Trouble? Trouble) Follow(SourceToFollow wanted, DateTime addedAt, DateTime firstVisit)
    {
        var address = wanted.Address.Trim();
        if (SourceToFollow.Key(address) is not { } key || address.Length > LongestAddress || address.Any(char.IsControl)) return (null, Trouble.NotAnAddress(address));
        if (_addresses.TryGetValue(key, out var followedAs)) return (null, Trouble.AlreadyFollowed(followedAs));
        var outlet = OutletOf(NameOf(wanted));
        outlet.Owners = wanted.Owners is { } owners ? [.. owners] : outlet.Owners;
        outlet.Weight = wanted.Weight ?? outlet.Weight;
        var source = new Source
        {
            Address = address,
            Title = wanted.Title,
            Section = wanted.Section,
            IsFront = wanted.IsFront,
            IsPaused = wanted.IsPaused,
            AddedAt = addedAt,
            NextVisit = firstVisit,
        };
        outlet.Sources.Add(source);
        _addresses[key] = outlet.Name;
        return (source, null);
    }

    private static string NameOf(SourceToFollow wanted)
    {
        var name = wanted.Outlet.Trim() is { Length: > 0 } given ? given : new Uri(wanted.Address.Trim()).Host;
        if (name.Length <= LongestName) return name;
        var kept = char.IsHighSurrogate(name[LongestName - 2]) ? LongestName - 2 : LongestName - 1;
        return name[..kept].TrimEnd() + "…";
    }

    private Outlet OutletOf(string name)
    {
        if (!_outlets.TryGetValue(name, out var outlet))
            _outlets[name] = outlet = _db.Outlets.Add(new Outlet { Name = name }).Entity;
        return outlet;
    }

    // SQLite compares without case in ASCII only: the names are compared here.
    private static async Task<Dictionary<string, Outlet>> OutletsAsync(NewsDb db, IEnumerable<SourceToFollow> wanted, CancellationToken cancel)
    {
        var names = wanted.Where(w => SourceToFollow.Key(w.Address) is not null).Select(NameOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var known = await db.Outlets.Where(o => !o.IsDemo).OrderBy(o => o.Id).Select(o => new { o.Id, o.Name }).ToListAsync(cancel);
        long[] named = [.. known.Where(o => names.Contains(o.Name)).Select(o => o.Id)];
        Dictionary<string, Outlet> outlets = new(StringComparer.OrdinalIgnoreCase);
        foreach (var outlet in await db.Outlets.Where(o => named.Contains(o.Id)).OrderBy(o => o.Id).ToListAsync(cancel))
            outlets.TryAdd(outlet.Name, outlet);
        return outlets;
    }
}
