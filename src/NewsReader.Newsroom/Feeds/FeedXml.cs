namespace NewsReader.Newsroom.Feeds;

/// <summary>What reading XML gave.</summary>
/// <param name="Root">The document's root without its entries; null where no element was found, or too many within each other.</param>
/// <param name="Entries">What was made of the entries, in their order.</param>
/// <param name="Trouble">The first thing that is not as XML wants it, with its line; null for well-formed XML.</param>
/// <param name="LeftOut">What lies beyond the limits, as a plain English clause; null where nothing does.</param>
internal sealed record FeedDocument<T>(FeedElement? Root, List<T> Entries, string? Trouble, string? LeftOut);

/// <summary>Reads XML in one forward pass, without DTD and without fetching anything; where its structure is broken, once more leniently.</summary>
internal static class FeedXml
{
    /// <param name="text">The document, from its root or its XML declaration on.</param>
    /// <param name="baseAddress">The address that the document's relative links start from.</param>
    /// <param name="entryName">The name of the elements that are entries; null where there are none.</param>
    /// <param name="readEntry">Makes something of a complete entry, which is no more after that; null leaves it out.</param>
    public static FeedDocument<T> Read<T>(ReadOnlyMemory<char> text, string? baseAddress, string? entryName, Func<FeedElement, T?> readEntry)
        where T : class
    {
        string? trouble = null;
        foreach (bool isLenient in (ReadOnlySpan<bool>)[false, true])
        {
            List<T> entries = [];
            using var tree = new FeedTree(baseAddress, entryName, element =>
            {
                if (readEntry(element) is { } entry)
                    entries.Add(entry);
            });
            var scanner = new XmlScanner(text, tree, isLenient);
            if (scanner.Read())
                return new FeedDocument<T>(tree.Root, entries, scanner.Trouble, tree.LeftOut);
            trouble = scanner.Trouble;
        }
        return new FeedDocument<T>(null, [], trouble, null);
    }
}
