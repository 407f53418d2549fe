using System.Diagnostics;
using System.Text;
using NewsReader.Web.Hosting;

namespace NewsReader.Web.Tests.Support;

/// <summary>The whole program as a process of its own, as its user starts it, on a data folder that the test owns.</summary>
internal sealed class ProgramRun : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ProgramRun(string folder, string[] arguments, int? user = null, IEnumerable<(string Name, string Value)>? settings = null)
    {
        var start = new ProcessStartInfo(user is null ? "dotnet" : "setpriv")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["Fetching__AllowedNetworks__0"] = "127.0.0.1/32", ["Fetching__HostPause"] = "00:00:00", ["Sources__Starter"] = "none" },
        };
        foreach (var (name, value) in settings ?? []) start.Environment[name] = value;
        if (user is not null) foreach (var argument in (string[])[$"--reuid={user}", $"--regid={user}", "--clear-groups", Environment.ProcessPath!]) start.ArgumentList.Add(argument);
        foreach (var argument in (string[])[typeof(SiteState).Assembly.Location, .. arguments, "--data", folder]) start.ArgumentList.Add(argument);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it wrote to its terminal.</summary>
    public string Said
    {
        get
        {
            lock (_said) return _said.ToString();
        }
    }

    /// <summary>Starts a server on a free port.</summary>
    public static ProgramRun Serve(string folder, params string[] arguments) => new(folder, ["serve", "--urls", "http://127.0.0.1:0", .. arguments]);

    /// <summary>Starts a server on a free port as another user of this machine, which only root may.</summary>
    public static ProgramRun ServeAs(int user, string folder, params string[] arguments) => new(folder, ["serve", "--urls", "http://127.0.0.1:0", .. arguments], user);

    /// <summary>Stops the process where it stands (SIGSTOP), and lets it go on after <paramref name="look"/>.</summary>
    public async Task WhileFrozenAsync(Action look)
    {
        await SignalAsync("STOP");
        look();
        await SignalAsync("CONT");
    }

    /// <summary>Runs a command to its end, which must be a good one, and returns what it wrote.</summary>
    public static Task<string> RunAsync(string folder, params string[] arguments) => RunAsync(folder, [], arguments);

    /// <summary>Likewise, with variables of its own in its environment.</summary>
    public static async Task<string> RunAsync(string folder, IEnumerable<(string Name, string Value)> settings, params string[] arguments)
    {
        await using var run = new ProgramRun(folder, arguments, settings: settings);
        await run.EndAsync();
        run._process.ExitCode.ShouldBe(0, run.Said);
        return run.Said;
    }

    /// <summary>Runs a command to its end, whichever it is, and returns what it wrote.</summary>
    public static async Task<string> SayAsync(string folder, IEnumerable<(string Name, string Value)> settings, params string[] arguments)
    {
        await using var run = new ProgramRun(folder, arguments, settings: settings);
        await run.EndAsync();
        return run.Said;
    }

    /// <summary>Runs a command to its end, which must be a refusal, and returns what it wrote.</summary>
    public static async Task<string> FailAsync(string folder, params string[] arguments)
    {
        await using var run = new ProgramRun(folder, arguments);
        await run.EndAsync();
        run._process.ExitCode.ShouldBe(1, run.Said);
        return run.Said;
    }

    /// <summary>Where the server answers, once it does.</summary>
    public Task<Uri> AddressAsync() => _address.Task.WaitAsync(Longest);

    /// <summary>Looks again and again until something is so: another process is watched, so no clock of ours can be moved on.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo, TimeSpan longer = default)
    {
        var waited = Stopwatch.StartNew();
        while (!await isSo())
        {
            if (_process.HasExited || waited.Elapsed > Longest + longer) throw new TimeoutException(Said);
            await Task.Delay(20);
        }
    }

    /// <summary>Ends the process at once, as a power cut would: no handler runs (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    private async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private async Task EndAsync()
    {
        using var limit = new CancellationTokenSource(Longest);
        await _process.WaitForExitAsync(limit.Token);
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (_said) _said.AppendLine(line);
        if (line.Split(' ').FirstOrDefault(w => w.StartsWith("http://127.0.0.1:", StringComparison.Ordinal)) is { } address) _address.TrySetResult(new Uri(address.TrimEnd('.')));
    }
}
