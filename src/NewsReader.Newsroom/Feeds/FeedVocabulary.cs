using System.Collections.Frozen;

namespace NewsReader.Newsroom.Feeds;

/// <summary>The vocabularies that feeds are written in, and the prefix that each goes by here.</summary>
internal static class FeedVocabulary
{
    /// <summary>Namespace names without scheme, trailing sign and case, since feeds vary all three.</summary>
    private static readonly FrozenDictionary<string, string> Prefixes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["purl.org/rss/1.0"] = "",
        ["purl.org/net/rss1.1"] = "",
        ["my.netscape.com/rdf/simple/0.9"] = "",
        ["channel.netscape.com/rdf/simple/0.9"] = "",
        ["my.netscape.com/publish/formats/rss-0.91.dtd"] = "",
        ["backend.userland.com/rss"] = "",
        ["backend.userland.com/rss2"] = "",
        ["backend.userland.com/rss091"] = "",
        ["blogs.law.harvard.edu/tech/rss"] = "",
        ["www.w3.org/2005/atom"] = "atom",
        ["purl.org/atom/ns"] = "atom",
        ["purl.org/atom-blog/ns"] = "atom",
        ["www.w3.org/1999/02/22-rdf-syntax-ns"] = "rdf",
        ["www.w3.org/1999/xhtml"] = "xhtml",
        ["www.w3.org/xml/1998/namespace"] = "xml",
        ["purl.org/rss/1.0/modules/content"] = "content",
        ["purl.org/dc/elements/1.1"] = "dc",
        ["purl.org/dc/elements/1.0"] = "dc",
        ["purl.org/dc/terms"] = "dcterms",
        ["search.yahoo.com/mrss"] = "media",
        ["tools.search.yahoo.com/mrss"] = "media",
        ["video.search.yahoo.com/mrss"] = "media",
        ["www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["www.itunes.com/dtds/pod-1.0.dtd"] = "itunes",
        ["example.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["www.google.com/schemas/play-podcasts/1.0"] = "googleplay",
        ["rssnamespace.org/feedburner/ext/1.0"] = "feedburner",
        ["purl.org/rss/1.0/modules/syndication"] = "sy",
        ["www.google.com/schemas/sitemap-news/0.9"] = "news",
        ["www.google.com/schemas/sitemap-image/1.1"] = "image",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Prefixes that mean one thing wherever they are used without being declared.</summary>
    private static readonly FrozenSet<string> Customary = FrozenSet.ToFrozenSet(
        ["atom", "rdf", "xhtml", "xml", "content", "dc", "dcterms", "media", "itunes", "googleplay", "feedburner", "sy", "news", "image"], StringComparer.Ordinal);

    /// <summary>
    /// The name an element goes by. An element of the root's own namespace, or one without prefix in a namespace that is
    /// unknown, belongs to the feed's own vocabulary.
    /// </summary>
    /// <param name="prefix">The prefix as written, perhaps empty.</param>
    /// <param name="local">The local name as written.</param>
    /// <param name="space">The namespace that the prefix stands for; null where it is not declared.</param>
    /// <param name="rootSpace">The namespace of the document's root.</param>
    public static string NameOf(string prefix, string local, string? space, string? rootSpace)
    {
        string vocabulary = VocabularyOf(prefix, space, rootSpace);
        string name = local.ToLowerInvariant();
        return vocabulary.Length == 0 ? name : $"{vocabulary}:{name}";
    }

    /// <summary>The name of an attribute: with the usual prefix where its vocabulary is known, else as written.</summary>
    public static string AttributeName(string prefix, string local, string? space)
    {
        string? known = prefix.Length > 0 && space is not null ? Prefixes.GetValueOrDefault(Bare(space)) : null;
        return string.IsNullOrEmpty(known ?? prefix) ? local : $"{known ?? prefix}:{local}";
    }

    private static string VocabularyOf(string prefix, string? space, string? rootSpace)
    {
        if (string.IsNullOrEmpty(space))
            return prefix.Length > 0 ? prefix.ToLowerInvariant() : "";
        if (space.Equals(rootSpace, StringComparison.Ordinal))
            return "";
        if (Prefixes.TryGetValue(Bare(space), out string? known))
            return known;
        string written = prefix.ToLowerInvariant();
        return Customary.Contains(written) ? written : prefix.Length > 0 ? $"x-{written}" : "";
    }

    private static string Bare(string space)
    {
        int scheme = space.IndexOf("://", StringComparison.Ordinal);
        return (scheme < 0 ? space : space[(scheme + 3)..]).Trim().TrimEnd('/', '#');
    }
}
