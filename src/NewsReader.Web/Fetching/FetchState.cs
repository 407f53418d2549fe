namespace NewsReader.Web.Fetching;

/// <summary>How a visit ended: the one vocabulary of logs, tables and pages. Its words are given by <see cref="FetchStates.Word"/>.</summary>
public enum FetchState
{
    /// <summary>Bytes came.</summary>
    Ok,

    /// <summary>Nothing changed since the validators that were sent.</summary>
    NotModified,

    /// <summary>Bytes came from another address, to which every redirect was permanent.</summary>
    Moved,

    /// <summary>Bytes came and are worth less than they should be. Judged by those who read them.</summary>
    Degraded,

    /// <summary>The other side failed or declined; a later visit may succeed.</summary>
    TransientError,

    /// <summary>Bytes came that cannot be read. Judged by those who read them.</summary>
    ParseError,

    /// <summary>What came was never a feed. Judged by those who read it, but for an answer that says itself to be without content.</summary>
    NoFeed,

    /// <summary>This program declined: the address, a redirect, the certificate or the kind of file.</summary>
    Refused,

    /// <summary>More bytes than the setting allows.</summary>
    TooLarge,

    /// <summary>The deadline passed.</summary>
    Timeout,

    /// <summary>The host asks for fewer visits (429).</summary>
    RateLimited,

    /// <summary>The host asks who is there (401, 407).</summary>
    AuthRequired,

    /// <summary>The address is withdrawn for good (410).</summary>
    Gone,
}

/// <summary>The words of <see cref="FetchState"/>, as stored and logged.</summary>
public static class FetchStates
{
    /// <summary>The state's word, such as <c>not_modified</c>.</summary>
    public static string Word(this FetchState state) => state switch
    {
        FetchState.Ok => "ok",
        FetchState.NotModified => "not_modified",
        FetchState.Moved => "moved",
        FetchState.Degraded => "degraded",
        FetchState.TransientError => "transient_error",
        FetchState.ParseError => "parse_error",
        FetchState.NoFeed => "no_feed",
        FetchState.Refused => "refused",
        FetchState.TooLarge => "too_large",
        FetchState.Timeout => "timeout",
        FetchState.RateLimited => "rate_limited",
        FetchState.AuthRequired => "auth_required",
        FetchState.Gone => "gone",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}

/// <summary>What stood in the way of a visit, where the state and the status code leave it open.</summary>
public enum FetchCause
{
    /// <summary>Nothing did.</summary>
    None,

    /// <summary>The status code says it all.</summary>
    Status,

    /// <summary>The address, or one that it leads to, is not to be visited.</summary>
    Address,

    /// <summary>The DNS does not know the host.</summary>
    Name,

    /// <summary>The host cannot be reached, or broke off.</summary>
    Connection,

    /// <summary>The certificate is not good for this host today.</summary>
    Certificate,

    /// <summary>Redirects go round in circles, are too many, or lead nowhere.</summary>
    Redirects,

    /// <summary>What came is not HTTP.</summary>
    NotHttp,

    /// <summary>The body ended before its time.</summary>
    Truncated,

    /// <summary>The body is not compressed the way its label says.</summary>
    Encoding,

    /// <summary>The body is empty, or blank.</summary>
    Empty,

    /// <summary>The body or its headers are larger than allowed.</summary>
    Size,

    /// <summary>The deadline passed.</summary>
    Time,

    /// <summary>The file is no picture that a page may show.</summary>
    NotAnImage,
}
