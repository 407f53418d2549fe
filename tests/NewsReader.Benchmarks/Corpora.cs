namespace NewsReader.Benchmarks;

/// <summary>
/// The shared corpora, which lie beside the repository (<c>../shared/corpora</c>, or where <c>NEWSREADER_CORPORA</c> says) and are no part of it.
/// </summary>
internal static class Corpora
{
    /// <summary>Their folder; null where it is unknown.</summary>
    public static string? Folder()
    {
        var named = Environment.GetEnvironmentVariable("NEWSREADER_CORPORA");
        if (!string.IsNullOrEmpty(named)) return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NewsReader.sln"))) return Path.Combine(folder.FullName, "..", "shared", "corpora");
        return null;
    }
}
