using System.Xml;

namespace NewsReader.Benchmarks;

/// <summary>The captured feeds of the shared corpora that are well-formed XML: what the document tree can read too.</summary>
internal static class CapturedFeeds
{
    /// <summary>The bodies, by name; none where the corpora are absent.</summary>
    public static List<byte[]> Read() =>
        Corpora.Folder() is { } corpora && Path.Combine(corpora, "feeds", "realfeeds") is var feeds && Directory.Exists(feeds)
            ? [.. Directory.GetFiles(feeds).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).Where(IsWellFormedFeed)] : [];

    private static bool IsWellFormedFeed(byte[] body)
    {
        try
        {
            return FeedTreeReading.Read(body) > 0;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
