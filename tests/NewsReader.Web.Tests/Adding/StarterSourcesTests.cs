using NewsReader.Web.Adding;

namespace NewsReader.Web.Tests.Adding;

public sealed class StarterSourcesTests
{
    [Fact]
    public void The_built_in_list_is_sound_and_fills_every_section()
    {
        using var stream = typeof(StarterSources).Assembly.GetManifestResourceStream("Adding/sources.tsv")!;
        using var text = new StreamReader(stream);
        StarterSources.Read(text.ReadToEnd()).Errors.ShouldBeEmpty();
        StarterSources.BuiltIn.Count.ShouldBeInRange(45, 60);
        StarterSources.BuiltIn.Select(s => s.Section).Distinct(StringComparer.Ordinal).ShouldBe(StarterSources.Sections, ignoreOrder: true);
    }

    [Fact]
    public void Each_bad_line_is_named_with_what_is_wrong()
    {
        var list = string.Join('\n',
            "# un commentaire",
            "Monde\tUn\tDupont\tno\thttps://un.example/rss",
            "Monde\tDeux",
            "Lune\tDeux\t\tno\thttps://deux.example/rss",
            "Monde\tDeux\t\tpeut-être\thttps://deux.example/rss",
            "Monde\tDeux\t\tno\tdeux.example",
            "France\tUn\tDurand\tno\thttps://un.example/france",
            "France\tUn\tDupont\tno\thttp://un.example/rss/",
            "France\tDeux\tA; B\tyes\thttps://deux.example/rss");
        var reading = StarterSources.Read(list);
        reading.Errors.Select(e => e[..e.IndexOf(':', StringComparison.Ordinal)]).ShouldBe(["line 3", "line 4", "line 5", "line 6", "line 7", "line 8"]);
        reading.Sources.Select(s => s.Outlet).ShouldBe(["Un", "Deux"]);
        reading.Sources[1].Owners.ShouldBe(["A", "B"]);
    }

    [Fact]
    public void The_setting_chooses_between_the_built_in_list_none_and_a_file()
    {
        StarterSources.Load(null).ShouldBe(StarterSources.BuiltIn);
        StarterSources.Load("none").ShouldBeEmpty();
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "Monde\tDeux");
        Should.Throw<FormatException>(() => StarterSources.Load(path)).Message.ShouldContain("line 1");
        File.Delete(path);
    }
}
