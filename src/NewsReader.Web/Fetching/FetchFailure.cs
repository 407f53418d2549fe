using System.Net.Sockets;
using System.Security.Authentication;

namespace NewsReader.Web.Fetching;

/// <summary>What an exception of the HTTP stack means for a visit; nothing but the caller's own cancellation leaves the room as one.</summary>
internal static class FetchFailure
{
    /// <summary>Reads an exception, from the outside in.</summary>
    public static FetchResult Of(Exception exception, Uri address)
    {
        var (state, cause, detail) = Read(exception);
        return new FetchResult { State = state, Cause = cause, Address = address.AbsoluteUri, Detail = detail };
    }

    private static (FetchState State, FetchCause Cause, string Detail) Read(Exception exception) => exception switch
    {
        FetchRefusedException refused => (FetchState.Refused, refused.Cause, refused.Message),
        OperationCanceledException or TimeoutException => (FetchState.Timeout, FetchCause.Time, "the deadline passed"),
        InvalidDataException { Message: var message } when message.Contains("truncated", StringComparison.Ordinal) => Truncated,
        InvalidDataException or InvalidOperationException =>
            (FetchState.TransientError, FetchCause.Encoding, "the body is not compressed the way its label says"),
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => UnknownName,
        AuthenticationException when exception.InnerException is null =>
            (FetchState.Refused, FetchCause.Certificate, "no secure connection can be agreed upon"),
        HttpIOException { HttpRequestError: var error } when Known(error) is { } known => known,
        HttpRequestException { HttpRequestError: var error } when Known(error) is { } known => known,
        { InnerException: { } inner } => Read(inner),
        _ => (FetchState.TransientError, FetchCause.Connection, "the host cannot be reached or broke off"),
    };

    private static (FetchState State, FetchCause Cause, string Detail)? Known(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => UnknownName,
        HttpRequestError.ResponseEnded => Truncated,
        HttpRequestError.ConfigurationLimitExceeded => (FetchState.TooLarge, FetchCause.Size, "the headers are too large"),
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError =>
            (FetchState.TransientError, FetchCause.NotHttp, "the answer is not sound HTTP"),
        _ => null,
    };

    private static (FetchState, FetchCause, string) Truncated =>
        (FetchState.TransientError, FetchCause.Truncated, "the answer ended before its time");

    private static (FetchState, FetchCause, string) UnknownName =>
        (FetchState.TransientError, FetchCause.Name, "the DNS does not know the host");
}
