using System.Text;

namespace NewsReader.Web.Fetching;

/// <summary>
/// Asks a host's robots.txt before an article's page is visited (RFC 9309). A file is kept for a day; a host whose file
/// cannot be had is left alone for a quarter of an hour, then asked again.
/// </summary>
public sealed class Robots
{
    private const int HostsBeforeTidying = 1000;
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);
    private static readonly TimeSpan LeftAloneFor = TimeSpan.FromMinutes(15);

    private readonly PageClient _client;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Kept> _kept = new(StringComparer.OrdinalIgnoreCase);

    internal Robots(PageClient client, TimeProvider time) => (_client, _time) = (client, time);

    /// <summary>Whether the host lets this program visit a page; null where its file cannot be had, and nothing is visited for the time being (RFC 9309, section 2.3.1.4).</summary>
    /// <param name="url">The page's absolute address; what is none is not allowed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<bool?> AllowsAsync(string url, CancellationToken cancellationToken)
    {
        if (!PublicAddress.JudgeShape(url, out var address).Allowed)
            return false;
        var rules = await Ask(address!).WaitAsync(cancellationToken);
        return rules?.Allow(address!.PathAndQuery);
    }

    // Visitors of one host share one question; its deadline is the client's, so that one who gives up takes nothing from the others.
    private Task<RobotsRules?> Ask(Uri address)
    {
        var host = address.GetLeftPart(UriPartial.Authority);
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            if (_kept.TryGetValue(host, out var kept) && !kept.IsStale(now))
                return kept.Rules;
            if (_kept.Count >= HostsBeforeTidying)
                foreach (var (name, old) in _kept)
                    if (old.IsStale(now))
                        _kept.Remove(name);
            var rules = FetchAsync(new Uri(address, "/robots.txt").AbsoluteUri);
            _kept[host] = new Kept(rules, now);
            return rules;
        }
    }

    /// <summary>The host's rules; null where they cannot be had and nothing may be visited for the time being (section 2.3.1.4).</summary>
    private async Task<RobotsRules?> FetchAsync(string address)
    {
        var answer = await _client.GetAsync(new FetchRequest(address, FetchKind.Robots), CancellationToken.None);
        if (answer.HasBody)
            return RobotsRules.Read(Encoding.UTF8.GetString(answer.Body.Span));
        // No such file (4xx), an empty one, one behind endless redirects: sections 2.3.1.2 and 2.3.1.3 let the visitor in.
        var absent = answer.Cause is FetchCause.Empty or FetchCause.Redirects
            || answer is { Cause: FetchCause.Status, Status: < 500 and not 429 };
        return absent ? RobotsRules.None : null;
    }

    private sealed record Kept(Task<RobotsRules?> Rules, DateTimeOffset Asked)
    {
        public bool IsStale(DateTimeOffset now)
        {
            if (!Rules.IsCompleted)
                return false;
            var had = Rules is { IsCompletedSuccessfully: true, Result: not null };
            return now - Asked >= (had ? KeptFor : LeftAloneFor);
        }
    }
}
