namespace NewsReader.Web.Tests.Support;

/// <summary>A test in a real browser; skipped, with the reason, where none is found.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = BrowserPath.Missing;
}

/// <summary>A test in a real browser for several values.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute() => Skip = BrowserPath.Missing;
}

/// <summary>Where Chromium is: the variable <c>CHROMIUM</c>, or Debian's place.</summary>
internal static class BrowserPath
{
    public static readonly string? Found =
        new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser" }.FirstOrDefault(File.Exists);

    public static string? Missing => Found is null ? "No Chromium: set CHROMIUM to its path." : null;
}
