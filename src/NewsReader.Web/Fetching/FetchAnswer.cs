using System.Net;

namespace NewsReader.Web.Fetching;

/// <summary>What an answer's status and headers mean for a visit.</summary>
internal static class FetchAnswer
{
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(24);

    /// <summary>Whether the answer sends the visitor elsewhere.</summary>
    public static bool IsRedirect(HttpResponseMessage response) => response.StatusCode is
        HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or
        HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    /// <summary>Whether a redirect says that the old address is to be forgotten (RFC 9110, sections 15.4.2 and 15.4.9).</summary>
    public static bool IsPermanent(HttpResponseMessage response) => response.StatusCode is
        HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;

    /// <summary>Whether the answer carries what was asked for.</summary>
    public static bool HasBody(HttpResponseMessage response) => response.StatusCode is
        HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation;

    /// <summary>Codings that no server was asked for, and that nothing here reads.</summary>
    private static readonly string[] UnreadCodings = ["zstd", "compress", "x-compress", "dcb", "dcz"];

    /// <summary>Whether the length is written as one number; no end of the body can be trusted otherwise (RFC 9112, section 6.3).</summary>
    public static bool HasSoundLength(HttpResponseMessage response) =>
        !response.Content.Headers.NonValidated.TryGetValues("Content-Length", out var lengths) || (lengths.Count == 1 && lengths.Single().All(char.IsAsciiDigit));

    /// <summary>Whether the body can be unpacked.</summary>
    public static bool HasReadCoding(HttpResponseMessage response) => !response.Content.Headers.ContentEncoding.Any(coding => UnreadCodings.Contains(coding, StringComparer.OrdinalIgnoreCase));

    /// <summary>The result that the status line and the headers alone make, without a body.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="address">The address that gave it.</param>
    /// <param name="kind">What the visit is for.</param>
    /// <param name="conditional">Whether validators were sent: only then does 304 mean anything.</param>
    /// <param name="now">The hour, for a <c>Retry-After</c> that is a date.</param>
    public static FetchResult Of(HttpResponseMessage response, Uri address, FetchKind kind, bool conditional, DateTimeOffset now)
    {
        var state = StateOf(response.StatusCode, kind, conditional);
        var sound = state is FetchState.Ok or FetchState.NotModified;
        return new FetchResult
        {
            State = state,
            Cause = sound ? FetchCause.None : FetchCause.Status,
            Address = address.AbsoluteUri,
            Status = (int)response.StatusCode,
            ContentType = Validators.Header(response.Content.Headers, "Content-Type"),
            ContentLocation = Validators.Header(response.Content.Headers, "Content-Location"),
            ETag = Validators.Read(response.Headers, "ETag"),
            LastModified = Validators.Read(response.Content.Headers, "Last-Modified"),
            RetryAfter = RetryAfterOf(response, now),
            MaxAge = response.Headers.CacheControl?.MaxAge,
            Detail = sound ? null : FormattableString.Invariant($"the host answered {(int)response.StatusCode}"),
        };
    }

    // A plain « no » (403, 404, 451) may be a passing one, from a wall against robots or a broken release: the schedule backs off.
    private static FetchState StateOf(HttpStatusCode status, FetchKind kind, bool conditional) => status switch
    {
        HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation => FetchState.Ok,
        HttpStatusCode.NoContent or HttpStatusCode.ResetContent when kind == FetchKind.Feed => FetchState.NoFeed,
        HttpStatusCode.NotModified when conditional => FetchState.NotModified,
        HttpStatusCode.Unauthorized or HttpStatusCode.ProxyAuthenticationRequired => FetchState.AuthRequired,
        HttpStatusCode.Gone => FetchState.Gone,
        HttpStatusCode.TooManyRequests => FetchState.RateLimited,
        _ => FetchState.TransientError,
    };

    private static TimeSpan? RetryAfterOf(HttpResponseMessage response, DateTimeOffset now)
    {
        var asked = response.Headers.RetryAfter is { } header ? header.Delta ?? (header.Date - now) : null;
        if (asked is not { } wait)
            return null;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestRetryAfter ? LongestRetryAfter : wait;
    }
}
