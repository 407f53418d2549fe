namespace NewsReader.Web.Tests.Support;

/// <summary>
/// A test on the shared corpora, which lie beside the repository (<c>../shared/corpora</c>, or where <c>NEWSREADER_CORPORA</c> says)
/// and are no part of it; skipped where they are absent.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorporaFactAttribute : FactAttribute
{
    public CorporaFactAttribute()
    {
        if (Folder is null)
            Skip = "The corpora are not on this machine.";
    }

    /// <summary>The folder of the corpora; null where there is none.</summary>
    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("NEWSREADER_CORPORA");
        if (!string.IsNullOrEmpty(named))
            return Directory.Exists(named) ? named : null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "NewsReader.sln")))
                continue;
            var beside = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "corpora"));
            return Directory.Exists(beside) ? beside : null;
        }

        return null;
    }
}
