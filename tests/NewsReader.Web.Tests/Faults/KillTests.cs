using System.Globalization;
using NewsReader.Storage.Admin;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Faults;

/// <summary>The program killed again and again in its first round, against the same program left in peace.</summary>
public sealed class KillTests : IDisposable
{
    private const string Settled = "select count(*) from Articles where NextFetch is null";

    /// <summary>How often: each kill takes some seconds, so that the usual run makes do with a few (<c>NEWSREADER_TEST_KILLS</c>).</summary>
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("NEWSREADER_TEST_KILLS"), CultureInfo.InvariantCulture, out var count) ? count : 10;

    /// <summary>How far the round has come when the process is killed, as a count in the database that has reached a number: spread over all of its steps.</summary>
    private static IEnumerable<(string Count, int Reached)> Kills => Enumerable.Range(0, Count).Select(n => (n * 10 / Count) switch
    {
        0 => ("select count(*) from Sources", 1),
        < 4 => ("select count(*) from Entries", 1 + 80 * (n - Count / 10) / Count * 10 / 3),
        < 8 => (Settled, 1 + 80 * (n - Count * 4 / 10) / Count * 10 / 4),
        8 => ("select count(*) from Stories", 1),
        _ => ("select count(*) from Editions", 1),
    });

    private readonly string _folder = Directory.CreateTempSubdirectory("newsreader-kill-").FullName;

    [Fact]
    public async Task Kills_in_a_first_round_end_in_what_an_undisturbed_round_ends_in()
    {
        var (peace, killed) = (Path.Combine(_folder, "peace"), Path.Combine(_folder, "killed"));
        await FillAsync(peace);
        await ProgramRun.RunAsync(killed, "migrate");
        DataFile.Change(killed, $"insert into SiteFacts (Name, Value) values ('{SiteFacts.DemoAnchor}', '{DataFile.Rows(peace, $"select Value from SiteFacts where Name = '{SiteFacts.DemoAnchor}'").Single()}')");

        foreach (var (count, reached) in Kills)
        {
            await using var run = ProgramRun.Serve(killed, "--demo");
            await run.UntilAsync(() => Task.FromResult(DataFile.Number(killed, count) >= reached));
            await run.KillAsync();
        }

        await FillAsync(killed);

        DataFile.Rows(killed, "pragma integrity_check").ShouldBe(["ok"]);
        DataFile.Rows(killed, "pragma foreign_key_check").ShouldBeEmpty();
        DataFile.Rows(killed, "select Identity from Entries group by SourceId, Identity having count(*) > 1").ShouldBeEmpty();
        Entries(killed).ShouldBe(Entries(peace));
        Partition(killed).ShouldBe(Partition(peace));
        DataFile.Number(killed, "select count(*) from Articles").ShouldBe(DataFile.Number(peace, "select count(*) from Articles"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Serves until the first fill is done and its edition drawn.</summary>
    private static async Task FillAsync(string folder)
    {
        await using var run = ProgramRun.Serve(folder, "--demo");
        await run.UntilAsync(() => Task.FromResult(
            DataFile.Number(folder, $"select count(*) from SiteFacts where Name = '{SiteFacts.FirstFill}'") == 1
            && DataFile.Number(folder, "select count(*) from Articles where NextFetch is not null or StoryId is null") == 0
            && run.Said.Contains("Round done", StringComparison.Ordinal)));
    }

    private static List<string> Entries(string folder) => DataFile.Rows(folder,
        """
        select o.Name || ' ' || coalesce(e.Guid, '') || ' ' || a.Address || ' ' || a.Title || ' ' || coalesce(a.BodyHash, '') || ' ' || a.State
        from Entries e join Sources s on s.Id = e.SourceId join Outlets o on o.Id = s.OutletId join Articles a on a.Id = e.ArticleId order by 1
        """);

    private static List<string> Partition(string folder) => DataFile.Rows(folder,
        "select group_concat(Address, ' ') from (select StoryId, Address from Articles order by Address) group by StoryId order by 1");

}
