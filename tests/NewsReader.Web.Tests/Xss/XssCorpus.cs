using System.Text.Json;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Xss;

/// <summary>A test in a real browser on the shared corpora; skipped, with the reason, where either is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumCorporaFactAttribute : FactAttribute
{
    public ChromiumCorporaFactAttribute() => Skip = BrowserPath.Missing ?? (CorporaFactAttribute.Folder is null ? "The corpora are not on this machine." : null);
}

/// <summary>The fragments of HTML that try to run something, of the shared corpora.</summary>
internal static class XssCorpus
{
    public static List<string> Read()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(CorporaFactAttribute.Folder!, "hostile", "xss.json")));
        return [.. file.RootElement.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("html").GetString()!)];
    }
}
