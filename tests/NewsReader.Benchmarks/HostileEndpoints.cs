using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NewsReader.Web.Hosting;

namespace NewsReader.Benchmarks;

/// <summary>
/// What each of the corpora's misbehaving feeds and pages costs the whole program, as a command on a folder of its own: its seconds, and its memory at most beyond that of a
/// sound feed.
/// </summary>
internal sealed class HostileEndpoints : IDisposable
{
    private readonly Process _server;
    private readonly int _port = LoopbackPort.Free();

    private HostileEndpoints(string corpus)
    {
        string[] arguments = [Path.Combine(corpus, "hostile_server.py"), "--port", _port.ToString(CultureInfo.InvariantCulture)];
        _server = Process.Start(new ProcessStartInfo("python3", arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        if (_server.StandardOutput.ReadLine() is null) throw new InvalidOperationException("The hostile server did not start.");
    }

    /// <summary>Measures and prints each endpoint; the exit code is 1 where one goes beyond what the corpora allow it.</summary>
    public static async Task<int> RunAsync()
    {
        if (Corpora.Folder() is not { } corpora || !Directory.Exists(corpora))
        {
            Console.Error.WriteLine("The corpora are not on this machine.");
            return 2;
        }

        var corpus = Path.Combine(corpora, "hostile");
        using var run = new HostileEndpoints(corpus);
        var endpoints = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(corpus, "endpoints.json"))).RootElement.EnumerateArray()
            .Where(e => !e.GetProperty("tls").GetBoolean() && !e.GetProperty("kind").ValueEquals("image")).ToList();
        var sound = await run.CostAsync(endpoints[0]);
        Console.WriteLine($"a sound feed: {sound.Seconds:0.0} s, {sound.Memory >> 20} MB");
        var isWithin = true;
        foreach (var endpoint in endpoints) isWithin &= Judge(endpoint, sound, await run.CostAsync(endpoint));
        return isWithin ? 0 : 1;
    }

    public void Dispose()
    {
        _server.Kill();
        _server.Dispose();
    }

    private static bool Judge(JsonElement endpoint, Cost sound, Cost cost)
    {
        var (seconds, megabytes) = (cost.Seconds, (cost.Memory - sound.Memory) >> 20);
        var isWithin = cost.ExitCode is 0 or 1 && seconds <= endpoint.GetProperty("max_seconds").GetDouble() && megabytes <= endpoint.GetProperty("max_extra_mem_mb").GetInt64();
        Console.WriteLine($"{endpoint.GetProperty("id").GetString(),-28} {seconds,6:0.0} s of {endpoint.GetProperty("max_seconds").GetDouble(),3} {megabytes,5} MB of {endpoint.GetProperty("max_extra_mem_mb").GetInt64(),3}{(isWithin ? "" : " TOO MUCH")}");
        return isWithin;
    }

    private async Task<Cost> CostAsync(JsonElement endpoint)
    {
        var path = endpoint.GetProperty("path").GetString()!;
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}{path}{(path.EndsWith('/') ? "1.xml" : "")}");
        var folder = Directory.CreateTempSubdirectory("newsreader-endpoint-").FullName;
        try
        {
            if (!endpoint.GetProperty("kind").ValueEquals("feed")) return await CostAsync(folder, "article", address, "--json");
            if ((await CostAsync(folder, "sources", "add", "--unchecked", address)).ExitCode != 0) throw new InvalidOperationException($"{address} cannot be followed.");
            return await CostAsync(folder, "refresh");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Cost> CostAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(SiteState).Assembly.Location, .. arguments, "--data", folder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["Fetching__AllowedNetworks__0"] = "127.0.0.1/32",
                ["Fetching__HostPause"] = "00:00:00",
                ["Articles__FetchPages"] = "false",
                ["Sources__Starter"] = "none",
            },
        };
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var memory = 0L;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!process.HasExited && !limit.IsCancellationRequested)
        {
            memory = Math.Max(memory, MostResident(process.Id));
            await Task.Delay(10);
        }

        if (!process.HasExited) process.Kill();
        await said;
        return new Cost(Stopwatch.GetElapsedTime(began).TotalSeconds, memory, process.ExitCode);
    }

    /// <summary>The most that was ever resident, in bytes (<c>VmHWM</c>, man 5 proc); 0 once the process has gone.</summary>
    private static long MostResident(int process)
    {
        try
        {
            var line = File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status")).FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) << 10;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <param name="Seconds">From its start to its end.</param>
    /// <param name="Memory">Resident at most, in bytes.</param>
    /// <param name="ExitCode">How it ended: 1 is a source or page that could not be read, any other but 0 a crash.</param>
    private sealed record Cost(double Seconds, long Memory, int ExitCode);
}
