using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;
using NewsReader.Storage.Admin;
using NewsReader.Web.Backups;
using NewsReader.Web.Tests.Adding;
using NewsReader.Web.Tests.Rounds;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Backups;

/// <summary>The database is copied each night while it is in use, each copy is tried, and one can be put back.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newsreader-backup-").FullName;

    [Fact]
    public async Task Each_night_has_its_copy_and_seven_are_kept()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var rounds = await TestRounds.StartAsync(("Articles:FetchPages", "false"), ("Backups:Folder", _folder));
        paper.Feed("/rss", LoopbackPaper.Rss("Le Papier", rounds.Time.GetUtcNow(), entries: 3));
        await rounds.FollowAsync(paper.Home + "/rss");

        await rounds.RunAsync();
        rounds.Get<BackupShelf>().List().ShouldBeEmpty("a paper that began after the night's hour is copied the night after");
        for (var night = 0; night < 9; night++)
        {
            rounds.Time.Advance(TimeSpan.FromDays(1));
            await rounds.RunAsync();
            await rounds.RunAsync();
        }

        rounds.Get<BackupShelf>().List().Select(b => b.Name).ShouldBe(Enumerable.Range(0, 7).Select(n => $"newsreader-{new DateOnly(2026, 12, 1).AddDays(-n):yyyy-MM-dd}.db"));
        SqliteFile.Contents(Path.Combine(_folder, "newsreader-2026-12-01.db"))!.Articles.ShouldBe(3);
        (await ReportAsync(rounds))!.Fault.ShouldBeNull();
    }

    [Fact]
    public async Task Before_its_hour_the_night_belongs_to_the_day_before()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        await using var rounds = await TestRounds.StartAsync(("Articles:FetchPages", "false"), ("Backups:Folder", _folder));
        paper.Feed("/rss", LoopbackPaper.Rss("Le Papier", rounds.Time.GetUtcNow(), entries: 1));
        await rounds.FollowAsync(paper.Home + "/rss");
        await rounds.RunAsync();

        rounds.Time.Advance(TimeSpan.FromHours(18));
        await rounds.RunAsync();
        rounds.Get<BackupShelf>().List().ShouldBeEmpty();
        rounds.Time.Advance(TimeSpan.FromHours(1));
        await rounds.RunAsync();

        rounds.Get<BackupShelf>().List().Single().Name.ShouldBe("newsreader-2026-11-23.db");
    }

    [Fact]
    public async Task A_night_that_fails_is_said_and_tried_again_after_an_hour_and_the_round_goes_on()
    {
        await using var paper = await LoopbackPaper.StartAsync();
        var blocked = Path.Combine(_folder, "nowhere");
        await File.WriteAllTextAsync(blocked, "a file where the folder is to be");
        await using var rounds = await TestRounds.StartAsync(("Articles:FetchPages", "false"), ("Backups:Folder", blocked));
        paper.Feed("/rss", LoopbackPaper.Rss("Le Papier", rounds.Time.GetUtcNow(), entries: 1));
        await rounds.FollowAsync(paper.Home + "/rss");
        await rounds.RunAsync();
        rounds.Time.Advance(TimeSpan.FromDays(1));

        await rounds.RunAsync();
        (await ReportAsync(rounds))!.Fault.ShouldNotBeNull().ShouldStartWith("La sauvegarde n’a pas pu être faite");
        File.Delete(blocked);
        await rounds.RunAsync();
        rounds.Get<BackupShelf>().List().ShouldBeEmpty();
        rounds.Time.Advance(TimeSpan.FromHours(1));
        await rounds.RunAsync();

        rounds.Get<BackupShelf>().List().Count.ShouldBe(1);
        (await ReportAsync(rounds))!.Fault.ShouldBeNull();
    }

    [Fact]
    public async Task A_copy_is_made_beside_a_running_server_and_put_back_once_it_has_stopped()
    {
        var (data, copy) = (Path.Combine(_folder, "data"), Path.Combine(_folder, "copy.db"));
        await using (var server = ProgramRun.Serve(data, "--demo"))
        {
            await server.UntilAsync(() => Task.FromResult(DataFile.Number(data, "select count(*) from Articles") > 20));
            (await ProgramRun.RunAsync(data, "backup", copy)).ShouldContain("relue sans faute");
            (await ProgramRun.FailAsync(data, "restore", copy)).ShouldContain("Un serveur utilise le dossier");
        }

        var kept = SqliteFile.Contents(copy)!.Articles;
        kept.ShouldBeGreaterThan(20);
        DataFile.Change(data, "delete from Articles");
        (await ProgramRun.RunAsync(data, "restore", copy)).ShouldContain($"{kept} articles");

        DataFile.Number(data, "select count(*) from Articles").ShouldBe(kept);
        SqliteFile.Contents(Path.Combine(Directory.GetDirectories(data, "avant-restauration-*").Single(), "newsreader.db"))!.Articles.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_no_sound_copy_is_refused_and_the_database_stays()
    {
        var data = Path.Combine(_folder, "data");
        (await ProgramRun.FailAsync(data, "backup")).ShouldContain("pas encore de base de données");
        await ProgramRun.RunAsync(data, "migrate");
        await ProgramRun.RunAsync(data, "backup", Path.Combine(_folder, "copy.db"));
        var damaged = await File.ReadAllBytesAsync(Path.Combine(_folder, "copy.db"));
        damaged.AsSpan(8192, 40_000).Fill(0x5A);
        await File.WriteAllBytesAsync(Path.Combine(_folder, "damaged.db"), damaged);
        await File.WriteAllTextAsync(Path.Combine(_folder, "letter.db"), "Chère rédaction,");
        var before = await File.ReadAllBytesAsync(Path.Combine(data, "newsreader.db"));

        (await ProgramRun.FailAsync(data, "restore", Path.Combine(_folder, "damaged.db"))).ShouldContain("Cette sauvegarde est abîmée");
        (await ProgramRun.FailAsync(data, "restore", Path.Combine(_folder, "letter.db"))).ShouldContain("Cette sauvegarde est abîmée");
        (await ProgramRun.FailAsync(data, "restore", Path.Combine(_folder, "none.db"))).ShouldContain("Il n'y a pas de fichier");

        (await File.ReadAllBytesAsync(Path.Combine(data, "newsreader.db"))).ShouldBe(before);
    }

    [Fact]
    public async Task After_a_kill_a_damaged_database_is_not_served_and_the_way_out_is_said()
    {
        var data = Path.Combine(_folder, "data");
        await using (var server = ProgramRun.Serve(data))
        {
            await server.AddressAsync();
            await server.KillAsync();
        }

        DataFile.Change(data, "delete from SiteFacts where Name = 'none'");
        var file = Path.Combine(data, "newsreader.db");
        var bytes = await File.ReadAllBytesAsync(file);
        bytes.AsSpan(8192, bytes.Length - 8192).Fill(0x5A);
        await File.WriteAllBytesAsync(file, bytes);

        (await ProgramRun.FailAsync(data, "serve", "--urls", "http://127.0.0.1:0")).ShouldContain("est abîmée");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<BackupReport?> ReportAsync(TestRounds rounds)
    {
        await using var db = rounds.Open();
        return BackupReport.Parse(await db.SiteFacts.Where(f => f.Name == SiteFacts.LastBackup).Select(f => f.Value).SingleAsync());
    }
}
