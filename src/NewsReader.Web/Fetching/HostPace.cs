namespace NewsReader.Web.Fetching;

/// <summary>Good manners towards one host: a few visits at once, and a pause between the starts of two.</summary>
internal sealed class HostPace(TimeSpan pause, int connections, TimeProvider time)
{
    private const int HostsBeforeTidying = 1000;

    private readonly Lock _lock = new();
    private readonly long _began = time.GetTimestamp();
    private readonly Dictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the host's turn; the visit lasts until the turn is disposed of.</summary>
    public async Task<IDisposable> EnterAsync(string name, CancellationToken cancellationToken)
    {
        var host = Arrive(name);
        var seated = false;
        try
        {
            await host.Seats.WaitAsync(cancellationToken);
            seated = true;
            await Task.Delay(BookStart(host), time, cancellationToken);
            return new Turn(this, host);
        }
        catch
        {
            Leave(host, seated);
            throw;
        }
    }

    /// <summary>How long this has run: a clock that is set back, by whoever, would hold every host back with it.</summary>
    private TimeSpan Running => time.GetElapsedTime(_began);

    private Host Arrive(string name)
    {
        lock (_lock)
        {
            if (_hosts.Count >= HostsBeforeTidying)
                Tidy();
            if (!_hosts.TryGetValue(name, out var host))
                _hosts[name] = host = new Host(new SemaphoreSlim(connections));
            host.Visitors++;
            return host;
        }
    }

    private TimeSpan BookStart(Host host)
    {
        lock (_lock)
        {
            var now = Running;
            var start = host.NextStart > now ? host.NextStart : now;
            host.NextStart = start + pause;
            return start - now;
        }
    }

    private void Leave(Host host, bool seated)
    {
        lock (_lock)
        {
            host.Visitors--;
            if (seated)
                host.Seats.Release();
        }
    }

    private void Tidy()
    {
        var now = Running;
        foreach (var (name, host) in _hosts)
            if (host.Visitors == 0 && host.NextStart <= now)
                _hosts.Remove(name);
    }

    private sealed class Host(SemaphoreSlim seats)
    {
        public SemaphoreSlim Seats => seats;

        public int Visitors { get; set; }

        public TimeSpan NextStart { get; set; }
    }

    private sealed class Turn(HostPace pace, Host host) : IDisposable
    {
        private bool _left;

        public void Dispose()
        {
            if (_left)
                return;
            _left = true;
            pace.Leave(host, seated: true);
        }
    }
}
