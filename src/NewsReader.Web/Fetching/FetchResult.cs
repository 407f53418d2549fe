namespace NewsReader.Web.Fetching;

/// <summary>How a visit went. Header values are as published.</summary>
public sealed record FetchResult
{
    /// <summary>How the visit ended.</summary>
    public required FetchState State { get; init; }

    /// <summary>The address that gave the answer, after redirects.</summary>
    public required string Address { get; init; }

    /// <summary>What stood in the way.</summary>
    public FetchCause Cause { get; init; }

    /// <summary>The last status code; null where no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>The body after decompression; empty unless the state is ok or moved.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The <c>Content-Type</c> header.</summary>
    public string? ContentType { get; init; }

    /// <summary>The <c>Content-Location</c> header: a base for relative addresses.</summary>
    public string? ContentLocation { get; init; }

    /// <summary>The entity tag to send next time (after 304, the one that was sent if no other came); null where none came that can be sent back.</summary>
    public string? ETag { get; init; }

    /// <summary>The modification date to send next time (likewise); null where none came that can be sent back.</summary>
    public string? LastModified { get; init; }

    /// <summary>How long the host asks to be left alone, a day at most.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>For how long the host calls its answer fresh (<c>Cache-Control: max-age</c>); without bound.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>The address that stands from now on; set where every redirect was permanent and bytes came.</summary>
    public string? MovedTo { get; init; }

    /// <summary>What happened, in a plain English clause; null where all is well.</summary>
    public string? Detail { get; init; }

    /// <summary>What was wrong with a body that could be read all the same, in a plain English clause; null where all is well.</summary>
    public string? Repair { get; init; }

    /// <summary>Whether there is a body to read.</summary>
    public bool HasBody => State is FetchState.Ok or FetchState.Moved;
}
