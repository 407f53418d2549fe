using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using NewsReader.Storage;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Faults;

/// <summary>The whole program while its database is locked, cannot be written, is copied under its hands, or has two masters: pages are served throughout, and nothing is lost.</summary>
public sealed class StoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newsreader-store-").FullName;

    [Fact]
    public async Task Fifty_readers_and_a_fill_come_through_a_write_lock_of_three_seconds()
    {
        await using var server = ProgramRun.Serve(_folder, "--demo");
        using var client = new HttpClient { BaseAddress = await server.AddressAsync() };
        await server.UntilAsync(() => Task.FromResult(DataFile.Number(_folder, "select count(*) from Entries") > 20));

        // What is compiled at the first request is no wait for a lock.
        foreach (var path in (string[])["/", "/en-continu"]) await client.GetAsync(new Uri(path, UriKind.Relative));
        var slowest = TimeSpan.Zero;
        await using (var locked = await LockAsync())
        {
            var held = Stopwatch.StartNew();
            while (held.Elapsed < TimeSpan.FromSeconds(3))
            {
                var asked = Stopwatch.StartNew();
                var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => client.GetAsync(new Uri(n % 2 == 0 ? "/" : "/en-continu", UriKind.Relative))));
                answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
                if (asked.Elapsed > slowest) slowest = asked.Elapsed;
            }
        }

        slowest.ShouldBeLessThan(TimeSpan.FromSeconds(3), "no reader waits for the lock");
        await server.UntilAsync(() => Task.FromResult(DataFile.Number(_folder, "select count(*) from Articles where NextFetch is not null or StoryId is null") == 0));
        server.Said.ShouldNotContain("broke");
    }

    [Fact]
    public async Task A_second_server_on_one_folder_refuses_and_names_the_first_and_commands_work_beside_it()
    {
        await using var server = ProgramRun.Serve(_folder, "--demo");
        var address = await server.AddressAsync();

        var refusal = await ProgramRun.FailAsync(_folder, "serve", "--urls", "http://127.0.0.1:0");

        refusal.ShouldContain("Un serveur utilise déjà le dossier");
        refusal.ShouldContain(address.ToString().TrimEnd('/'));
        (await ProgramRun.RunAsync(_folder, "refresh")).ShouldContain("Un autre processus fait les tours");
        (await ProgramRun.RunAsync(_folder, "sources", "add", "--unchecked", "http://127.0.0.1:9/rss.xml")).ShouldContain("http://127.0.0.1:9/rss.xml");
        (await ProgramRun.RunAsync(_folder, "status", "--json")).ShouldContain("\"sources\"");
        using var client = new HttpClient { BaseAddress = address };
        (await client.GetAsync(new Uri("/", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Copies_of_the_file_and_its_log_as_a_power_cut_would_leave_them_open_whole()
    {
        await using var server = ProgramRun.Serve(_folder, "--demo");
        var copy = Path.Combine(_folder, "copy");
        Directory.CreateDirectory(copy);
        var last = 0;
        for (var moment = 1; moment <= 12; moment++)
        {
            var reached = moment * 8;
            await server.UntilAsync(() => Task.FromResult(DataFile.Number(_folder, "select count(*) from Entries") >= reached
                || DataFile.Number(_folder, "select count(*) from Editions") > 0));
            await server.WhileFrozenAsync(() =>
            {
                foreach (var file in (string[])["newsreader.db", "newsreader.db-wal"])
                    if (File.Exists(Path.Combine(_folder, file))) File.Copy(Path.Combine(_folder, file), Path.Combine(copy, file), overwrite: true);
            });

            SqliteFile.Fault(Path.Combine(copy, "newsreader.db"), thorough: true).ShouldBeNull();
            var entries = DataFile.Number(copy, "select count(*) from Entries");
            entries.ShouldBeGreaterThanOrEqualTo(last);
            last = entries;
            foreach (var file in Directory.GetFiles(copy)) File.Delete(file);
        }

        last.ShouldBeGreaterThan(80);
    }

    [LinuxRootFact]
    public async Task A_database_that_cannot_be_written_is_served_the_trouble_is_said_and_the_reading_goes_on_once_it_can()
    {
        Give(_folder);
        await using (var fill = ProgramRun.ServeAs(Nobody, _folder, "--demo"))
            await fill.UntilAsync(() => Task.FromResult(DataFile.Number(_folder, "select count(*) from Editions") > 0));
        DataFile.Change(_folder, "update Sources set NextVisit = '2020-01-01'");
        Give(_folder);
        Run("chmod", "a-w", Path.Combine(_folder, "newsreader.db"));

        await using var server = ProgramRun.ServeAs(Nobody, _folder, "--demo");
        using var client = new HttpClient { BaseAddress = await server.AddressAsync() };
        await server.UntilAsync(() => Task.FromResult(server.Said.Contains("A round broke", StringComparison.Ordinal)));
        foreach (var path in (string[])["/", "/en-continu", "/articles/1", "/sources", "/jours"])
            (await client.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK, path);

        // SQLite gave the log beside it the same rights.
        Run("chmod", "-R", "u+rwX", _folder);
        await server.UntilAsync(() => Task.FromResult(DataFile.Number(_folder, "select count(*) from Sources where NextVisit < '2021-01-01'") == 0));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The user without rights of Debian and its kin.</summary>
    private const int Nobody = 65534;

    private async Task<SqliteConnection> LockAsync()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "newsreader.db")};Pooling=False");
        await connection.OpenAsync();
        await using var begin = new SqliteCommand("BEGIN IMMEDIATE", connection);
        await begin.ExecuteNonQueryAsync();
        return connection;
    }

    private static void Give(string folder) => Run("chown", "-R", $"{Nobody}:{Nobody}", folder);

    private static void Run(string program, params string[] arguments)
    {
        using var run = Process.Start(program, arguments);
        run.WaitForExit();
        run.ExitCode.ShouldBe(0);
    }
}

/// <summary>A test that needs a user without rights to write: as root, nothing is read-only.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxRootFactAttribute : FactAttribute
{
    public LinuxRootFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root") Skip = "Only root on Linux can start the program as another user.";
    }
}
