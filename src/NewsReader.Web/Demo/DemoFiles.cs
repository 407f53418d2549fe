using System.Reflection;
using System.Text;

namespace NewsReader.Web.Demo;

/// <summary>The demo's texts, which travel inside the program.</summary>
internal static class DemoFiles
{
    private static readonly Assembly Program = typeof(DemoFiles).Assembly;

    /// <summary>The names of the files in a folder, with <c>/</c> wherever the program was built.</summary>
    public static IEnumerable<string> Names(string folder) =>
        Program.GetManifestResourceNames().Select(name => name.Replace('\\', '/'))
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal));

    public static string Text(string name)
    {
        var resource = Program.GetManifestResourceNames().First(known => string.Equals(known.Replace('\\', '/'), name, StringComparison.Ordinal));
        using var reader = new StreamReader(Program.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
