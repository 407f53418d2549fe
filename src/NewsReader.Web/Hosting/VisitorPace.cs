using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsReader.Web.Hosting;

/// <summary>
/// Keeps one visitor from taking the pages from all others: so many at once, so many a second from then on (a token bucket), far above what a person turns.
/// Files and pictures are apart, since one page asks for many. This machine itself is not counted (<see cref="Visitor.IsThisMachine"/>).
/// </summary>
internal sealed class VisitorPace(RequestDelegate next, TimeProvider time)
{
    /// <summary>How many pages a visitor who comes fresh gets at once.</summary>
    public const int AtOnce = 100;

    private const double PerSecond = 20;
    private const int MostVisitors = 20_000;
    private const int RetryAfterSeconds = 5;
    private readonly ConcurrentDictionary<string, Allowance> _visitors = new(StringComparer.Ordinal);

    public Task InvokeAsync(HttpContext context)
    {
        if (Visitor.IsThisMachine(context) || !IsCounted(context.GetEndpoint())) return next(context);
        var now = time.GetTimestamp();
        if (_visitors.Count > MostVisitors) Forget(now);
        return _visitors.GetOrAdd(Visitor.Of(context), _ => new Allowance(now)).Take(now, time) ? next(context) : RefuseAsync(context);
    }

    /// <summary>Pages, and addresses that lead to none: these draw a page that says so.</summary>
    private static bool IsCounted(Endpoint? endpoint) => endpoint is null || endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null;

    // A line and no page: a refusal must cost less than what it refuses.
    private static Task RefuseAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync("Trop de pages demandées en peu de temps. Attendez quelques secondes, puis rechargez la page.", context.RequestAborted);
    }

    /// <summary>Forgets who has his whole allowance again; and everybody, where a crowd of made-up addresses is still too many.</summary>
    private void Forget(long now)
    {
        foreach (var (visitor, allowance) in _visitors)
            if (allowance.IsWhole(now, time))
                _visitors.TryRemove(visitor, out _);
        if (_visitors.Count > MostVisitors) _visitors.Clear();
    }

    /// <summary>What a visitor may still ask for.</summary>
    private sealed class Allowance(long now)
    {
        private readonly Lock _turn = new();
        private double _pages = AtOnce;
        private long _at = now;

        public bool Take(long now, TimeProvider time)
        {
            lock (_turn)
            {
                _pages = Math.Min(AtOnce, _pages + PerSecond * Math.Max(0, time.GetElapsedTime(_at, now).TotalSeconds));
                _at = Math.Max(_at, now);
                if (_pages < 1) return false;
                _pages--;
                return true;
            }
        }

        public bool IsWhole(long now, TimeProvider time) => time.GetElapsedTime(_at, now).TotalSeconds * PerSecond >= AtOnce;
    }
}
