namespace NewsReader.Web.Tests;

/// <summary>Where the project's own files are, for tests that read them.</summary>
internal static class Repository
{
    /// <summary>The folder of <c>NewsReader.sln</c>.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NewsReader.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("the tests run outside the project's folder");
    }
}
