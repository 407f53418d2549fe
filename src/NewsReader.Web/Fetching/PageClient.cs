using System.Net;

namespace NewsReader.Web.Fetching;

/// <summary>
/// Visits other sites: GET alone, without cookies, conditional where validators are known, five redirects at most, each judged
/// like the first address, within one deadline, and never more bytes than the settings allow.
/// </summary>
public sealed partial class PageClient : IDisposable
{
    private const int MostRedirects = 5;
    private const int RobotsBytes = 512 * 1024;

    private readonly FetchingSettings _settings;
    private readonly AddressRules _rules;
    private readonly HostPace _pace;
    private readonly TimeProvider _time;
    private readonly ILogger<PageClient> _logger;
    private readonly HttpClient _http;

    internal PageClient(FetchingSettings settings, HostMap hosts, TimeProvider time, ILogger<PageClient> logger, ResolveHost? resolve = null)
    {
        _settings = settings;
        _rules = new AddressRules(settings.AllowedNetworks, hosts);
        _pace = new HostPace(settings.HostPause, settings.HostConnections, time);
        _time = time;
        _logger = logger;
        var connections = new PublicOnlyConnections(_rules, settings.Deadline, resolve ?? Dns.GetHostAddressesAsync);
        _http = new HttpClient(connections.CreateHandler())
        {
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent(settings.ContactAddress));
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "fr,en;q=0.5");
    }

    /// <summary>Makes one visit. Every failure is a state of the result.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<FetchResult> GetAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var result = await VisitAsync(request, cancellationToken);
        var state = result.State.Word();
        if (result.State is not (FetchState.Ok or FetchState.NotModified))
            VisitEnded(request.Url, state, result.Status, result.Detail);
        return result;
    }

    /// <summary>Why an address is not visited, as far as it can be told without asking the DNS; null where nothing forbids it.</summary>
    public string? WhyRefused(string url) => _rules.Judge(url, out _).Why;

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _http.Dispose();

    internal static string UserAgent(string contact)
    {
        var name = $"{RobotsRules.ProductToken}/{typeof(PageClient).Assembly.GetName().Version?.ToString(3)}";
        return contact.Length == 0 ? name : $"{name} (+{contact})";
    }

    private async Task<FetchResult> VisitAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var (next, written) = (request, request.Url);
        var permanent = true;
        var spent = TimeSpan.Zero;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            if (_rules.Judge(written, out var address) is { Allowed: false, Why: var why })
                return Ended(FetchState.Refused, FetchCause.Address, written, why!);
            if (!seen.Add(address!.AbsoluteUri) || seen.Count > MostRedirects + 1)
                return Ended(FetchState.TransientError, FetchCause.Redirects, written, "the redirects are too many, or go round in circles");

            using var turn = await _pace.EnterAsync(address.IdnHost, cancellationToken);
            var started = _time.GetTimestamp();
            var step = await StepAsync(next, address, _settings.Deadline - spent, cancellationToken);
            spent += _time.GetElapsedTime(started);
            if (step.Location is not { } location)
                return seen.Count > 1 && permanent && step.Result.State == FetchState.Ok
                    ? step.Result with { State = FetchState.Moved, MovedTo = address.AbsoluteUri }
                    : step.Result;

            if (Redirect.Follow(address, location, out var refusal) is not { } target)
                return Ended(FetchState.Refused, FetchCause.Address, location, refusal!);
            written = target.OriginalString;
            permanent &= step.Permanent;
            // What the old address said of its contents is no word about those of the one that takes its place.
            if (step.Permanent)
                next = next with { ETag = null, LastModified = null };
        }
    }

    private async Task<Step> StepAsync(FetchRequest request, Uri address, TimeSpan remaining, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, address);
            message.Headers.TryAddWithoutValidation("Accept", Accept(request.Kind));
            var conditional = Validators.Send(request, message.Headers);
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var result = FetchAnswer.Of(response, address, request.Kind, conditional, _time.GetUtcNow());
            if (result.State == FetchState.NotModified)
                result = result with { ETag = result.ETag ?? request.ETag, LastModified = result.LastModified ?? request.LastModified };
            if (FetchAnswer.IsRedirect(response))
                return Validators.Header(response.Headers, "Location") is { Length: > 0 } location
                    ? new Step(result, location, FetchAnswer.IsPermanent(response))
                    : new Step(result with { Cause = FetchCause.Redirects, Detail = "the redirect leads nowhere" });
            return new Step(FetchAnswer.HasBody(response) ? await WithBodyAsync(result, response, request.Kind, either.Token) : result);
        }
        catch (Exception e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new Step(FetchFailure.Of(e, address));
        }
    }

    private async Task<FetchResult> WithBodyAsync(FetchResult result, HttpResponseMessage response, FetchKind kind, CancellationToken cancellationToken)
    {
        if (!FetchAnswer.HasSoundLength(response))
            return result with { State = FetchState.TransientError, Cause = FetchCause.NotHttp, Detail = "the answer is not sound HTTP" };
        if (!FetchAnswer.HasReadCoding(response))
            return result with { State = FetchState.TransientError, Cause = FetchCause.Encoding, Detail = "the body is compressed in a way that was not asked for" };
        var limit = Limit(kind);
        var body = await CappedBody.ReadAsync(response.Content, limit, cancellationToken);
        if (body is not null && DeflatedBody.Is(response.Content))
        {
            if (!DeflatedBody.IsWrapped(body)) result = result with { Repair = "the deflate coding lacks its wrapper" };
            body = await DeflatedBody.ReadAsync(body, limit, cancellationToken);
        }

        if (body is null)
            return result with
            {
                State = FetchState.TooLarge,
                Cause = FetchCause.Size,
                Detail = FormattableString.Invariant($"the body is larger than {limit} bytes"),
            };
        if (body.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0)
            return result with { State = FetchState.TransientError, Cause = FetchCause.Empty, Detail = "the body is empty" };
        return kind == FetchKind.Image && RasterImage.MediaType(body) is null
            ? result with { State = FetchState.Refused, Cause = FetchCause.NotAnImage, Detail = "the file is no picture that a page may show" }
            : result with { Body = body };
    }

    private int Limit(FetchKind kind) => kind switch
    {
        FetchKind.Feed => _settings.FeedBytes,
        FetchKind.Image => _settings.ImageBytes,
        FetchKind.Robots => RobotsBytes,
        _ => _settings.PageBytes,
    };

    private static string Accept(FetchKind kind) => kind switch
    {
        FetchKind.Feed => "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5",
        FetchKind.Image => "image/avif, image/webp, image/jpeg, image/png, image/gif, */*;q=0.1",
        FetchKind.Robots => "text/plain, */*;q=0.5",
        _ => "text/html, application/xhtml+xml;q=0.9, */*;q=0.5",
    };

    private static FetchResult Ended(FetchState state, FetchCause cause, string address, string detail) =>
        new() { State = state, Cause = cause, Address = address, Detail = detail };

    private readonly record struct Step(FetchResult Result, string? Location = null, bool Permanent = false);

    [LoggerMessage(Level = LogLevel.Information, Message = "Visit of {source_url} ended as {state}, status {status}: {detail}")]
    private partial void VisitEnded(string source_url, string state, int? status, string? detail);
}
