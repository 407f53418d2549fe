using NewsReader.Web.Hosting;

namespace NewsReader.Web.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void Every_setting_is_in_the_docs()
    {
        var docs = File.ReadAllText(Path.Combine(Repository.Root, "docs", "settings.md"));
        var settings = typeof(SiteSettings).Assembly.GetTypes()
            .Where(t => t.Name.EndsWith("Settings", StringComparison.Ordinal) && t.IsPublic)
            .SelectMany(t => t.GetProperties().Where(p => p.CanWrite).Select(p => $"`{Section(t)}:{p.Name}`"))
            .Concat([$"`{DataFolder.Setting}`", "`Sources:Starter`"])
            .ToList();
        settings.Count.ShouldBeGreaterThan(15);
        settings.Where(setting => !docs.Contains(setting, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>The section of a settings class: its name, but articles and rounds are many.</summary>
    private static string Section(Type settings) => settings.Name[..^"Settings".Length] switch
    {
        "Article" => "Articles",
        "Round" => "Rounds",
        "Backup" => "Backups",
        var name => name,
    };
}
