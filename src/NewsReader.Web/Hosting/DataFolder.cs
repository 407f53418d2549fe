namespace NewsReader.Web.Hosting;

/// <summary>Where everything that the program keeps is: the database, keys and logs.</summary>
/// <param name="Path">The absolute path.</param>
internal sealed record DataFolder(string Path)
{
    /// <summary>The setting that names the folder.</summary>
    public const string Setting = "Data:Folder";

    private const string Variable = "NEWSREADER_DATA";

    /// <summary>
    /// The folder of <c>--data</c>, else of <c>NEWSREADER_DATA</c>, else of <c>Data:Folder</c>, else below the user's local application data; a demo run has
    /// one of its own unless <c>--data</c> names one.
    /// </summary>
    public static DataFolder Resolve(string? option, IConfiguration configuration, bool isDemo)
    {
        if (option is not null) return At(option);
        var named = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable ? variable : configuration[Setting];
        var path = named is { Length: > 0 } ? named : System.IO.Path.Combine(LocalApplicationData(), "newsreader");
        return At(isDemo ? path.TrimEnd(System.IO.Path.DirectorySeparatorChar) + "-demo" : path);
    }

    /// <summary>The path of a file or folder inside.</summary>
    public string Of(string name) => System.IO.Path.Combine(Path, name);

    private static DataFolder At(string path) => new(Directory.CreateDirectory(System.IO.Path.GetFullPath(path)).FullName);

    private static string LocalApplicationData() =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create) is { Length: > 0 } folder
            ? folder
            : AppContext.BaseDirectory;
}
