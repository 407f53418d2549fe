using System.Diagnostics;
using System.Globalization;
using System.Net;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Faults;

/// <summary>A disk that is full during the first fill: pages are served, the trouble is said, and the fill goes on by itself once there is room.</summary>
public sealed class DiskFullTests
{
    /// <summary>Enough for an empty database, and not for the demonstration papers.</summary>
    private const long Left = 1_500_000;

    [SmallDiskFact]
    public async Task A_full_disk_costs_nothing_but_time()
    {
        var folder = Directory.CreateDirectory(Path.Combine(SmallDiskFactAttribute.Folder!, Guid.NewGuid().ToString("N"))).FullName;
        try
        {
            await ProgramRun.RunAsync(folder, "migrate");
            var filler = Path.Combine(folder, "filler");
            await File.WriteAllBytesAsync(filler, new byte[new DriveInfo(folder).AvailableFreeSpace - Left]);
            await using var server = ProgramRun.Serve(folder, "--demo");
            using var client = new HttpClient { BaseAddress = await server.AddressAsync() };

            var full = Stopwatch.StartNew();
            await server.UntilAsync(async () =>
            {
                foreach (var path in (string[])["/", "/en-continu", "/sources", "/jours", "/health/live"])
                    (await client.GetAsync(new Uri(path, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK, path);
                return server.Said.Split("A round broke").Length > 2 && full.Elapsed >= SmallDiskFactAttribute.Minutes;
            }, longer: SmallDiskFactAttribute.Minutes);
            server.Said.ShouldContain("database or disk is full");
            DataFile.Rows(folder, "pragma integrity_check").ShouldBe(["ok"]);

            File.Delete(filler);
            await server.UntilAsync(() => Task.FromResult(DataFile.Number(folder, "select count(*) from Editions") > 0
                && DataFile.Number(folder, "select count(*) from Articles where NextFetch is not null or StoryId is null") == 0));
            DataFile.Number(folder, "select count(*) from Articles").ShouldBeGreaterThan(80);
            DataFile.Rows(folder, "select Identity from Entries group by SourceId, Identity having count(*) > 1").ShouldBeEmpty();
            DataFile.Rows(folder, "pragma integrity_check").ShouldBe(["ok"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

/// <summary>A test on a disk that it may fill: the variable <c>NEWSREADER_TEST_SMALL_DISK</c> names a folder on one of some 64 MB, such as a tmpfs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        if (Folder is null) Skip = "No small disk: set NEWSREADER_TEST_SMALL_DISK to a folder on one of some 64 MB (a tmpfs will do).";
    }

    /// <summary>The folder; null where none is named.</summary>
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("NEWSREADER_TEST_SMALL_DISK") is { Length: > 0 } named ? named : null;

    /// <summary>How long the disk stays full at least (<c>NEWSREADER_TEST_FULL_MINUTES</c>), beyond the two rounds that the test waits for.</summary>
    public static TimeSpan Minutes { get; } = TimeSpan.FromMinutes(double.Parse(Environment.GetEnvironmentVariable("NEWSREADER_TEST_FULL_MINUTES") ?? "0", CultureInfo.InvariantCulture));
}
