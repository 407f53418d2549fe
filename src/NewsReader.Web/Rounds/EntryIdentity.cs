using NewsReader.Newsroom.Feeds;
using NewsReader.Newsroom.Text;
using NewsReader.Storage.Sources;

namespace NewsReader.Web.Rounds;

/// <summary>
/// Tells the entries of a source apart over time. A guid is what a feed says it is only as long as it behaves like one: some feeds give one guid to all their entries, some
/// give it to another article later, and some draw a new one at each visit.
/// </summary>
internal static class EntryIdentity
{
    /// <summary>A word of a title that says something.</summary>
    private const int ShortestWord = 4;

    /// <summary>The entries of one visit with what each is known by; of two that are known by the same, the first.</summary>
    public static IEnumerable<IdentifiedEntry> Of(ParsedFeed feed)
    {
        var shared = feed.Entries.Where(e => e.Guid is not null).GroupBy(e => e.Guid!, StringComparer.Ordinal)
            .Where(same => AreSeveral([.. same], feed.Entries.Count))
            .Select(same => same.Key).ToHashSet(StringComparer.Ordinal);
        return feed.Entries
            .Select((entry, position) => new IdentifiedEntry(entry.Guid is { } guid && shared.Contains(guid) ? OfReused(entry) : ToStorage.Identity(entry), entry, position))
            .DistinctBy(e => e.Identity, StringComparer.Ordinal);
    }

    /// <summary>
    /// Whether entries of one guid are articles of their own: they lead to different addresses, and either most of the feed has this guid, or their titles differ in more
    /// than a number. Otherwise one article stands in the feed twice.
    /// </summary>
    private static bool AreSeveral(List<ParsedEntry> same, int all) =>
        same.Select(Address).OfType<string>().Distinct(StringComparer.Ordinal).Skip(1).Any()
        && (2 * same.Count > all || same.Exists(e => e.Title is null) || same.DistinctBy(e => Numberless(e.Title!), StringComparer.Ordinal).Skip(1).Any());

    /// <summary>What an entry is known by whose guid belongs to another article: guid and address together.</summary>
    public static string OfReused(ParsedEntry entry) => ToStorage.Identity(entry with { Guid = $"{entry.Guid}\n{Address(entry)}" });

    /// <summary>Whether an entry with the guid of a stored one is another article: it leads elsewhere, under a title without a word in common.</summary>
    public static bool IsAnother(Entry stored, ParsedEntry parsed)
    {
        if (stored.Address is null || Address(parsed) is not { } address || WebAddress.Canonical(stored.Address) == address) return false;
        return stored.Title is not null && parsed.Title is not null && !ShareTitle(stored, parsed);
    }

    /// <summary>Whether the titles have a word in common, or are the same.</summary>
    public static bool ShareTitle(Entry stored, ParsedEntry parsed) =>
        stored.Title == parsed.Title || stored.Title is not null && parsed.Title is not null && Words(stored.Title).Overlaps(Words(parsed.Title));

    private static string Numberless(string title) => string.Join(' ', Letters(title).Where(word => word.Any(char.IsLetter)));

    private static string? Address(ParsedEntry entry) => entry.Link is { } link ? WebAddress.Canonical(link) : null;

    private static HashSet<string> Words(string title) => [.. Letters(title).Where(word => word.Length >= ShortestWord)];

    private static string[] Letters(string title) =>
        string.Concat(title.Select(c => char.IsLetterOrDigit(c) ? char.ToUpperInvariant(c) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>An entry of a visit.</summary>
/// <param name="Identity">What it is known by within its source.</param>
/// <param name="Entry">What the feed says of it.</param>
/// <param name="Position">Its place in the feed, from 0.</param>
internal sealed record IdentifiedEntry(string Identity, ParsedEntry Entry, int Position);
