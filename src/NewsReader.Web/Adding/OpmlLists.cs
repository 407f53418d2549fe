using Microsoft.EntityFrameworkCore;
using NewsReader.Newsroom.Editions;
using NewsReader.Newsroom.Feeds;
using NewsReader.Storage;

namespace NewsReader.Web.Adding;

/// <summary>What is followed as a list that other readers understand, and such a list as what is to be followed.</summary>
internal static class OpmlLists
{
    /// <summary>The list of all sources but the demonstration's, by section. Reading it into an empty paper gives the same sources.</summary>
    public static async Task<byte[]> WriteAsync(NewsDb db, CancellationToken cancel)
    {
        var sources = await db.Sources.AsNoTracking().Include(s => s.Outlet).Where(s => !s.Outlet!.IsDemo).OrderBy(s => s.Id).ToListAsync(cancel);
        var sections = StarterSources.Sections.ToList();
        return Opml.Write("NewsReader", sources.OrderBy(s => s.Section is { } name && sections.IndexOf(name) is >= 0 and var at ? at : sections.Count).Select(s => new OpmlEntry(s.Outlet!.Name, s.Address, s.Section)
        {
            FeedTitle = s.Title,
            Owners = s.Outlet!.Owners.Count == 0 ? null : string.Join("; ", s.Outlet.Owners),
            Weight = s.Outlet.Weight is 1 ? null : s.Outlet.Weight,
            IsFront = s.IsFront,
            IsPaused = s.IsPaused,
        }));
    }

    /// <summary>Reads a list, with the sections of this paper.</summary>
    public static OpmlReading Read(ReadOnlyMemory<byte> file) => Opml.Read(file, Sections.Names);

    /// <summary>The sources that a list names.</summary>
    public static IReadOnlyList<SourceToFollow> Wanted(OpmlReading reading) => [.. reading.Entries.Select(entry => new SourceToFollow(entry.Address, entry.Title)
    {
        Title = entry.FeedTitle,
        Section = entry.Section,
        Owners = entry.Owners is { } owners ? SourceToFollow.SplitOwners(owners) : null,
        Weight = entry.Weight,
        IsFront = entry.IsFront,
        IsPaused = entry.IsPaused,
    })];
}
