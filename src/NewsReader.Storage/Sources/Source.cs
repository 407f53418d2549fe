namespace NewsReader.Storage.Sources;

/// <summary>One address that is followed.</summary>
public sealed class Source
{
    /// <summary>The key.</summary>
    public long Id { get; set; }

    /// <summary>The outlet that it belongs to.</summary>
    public long OutletId { get; set; }

    /// <summary>The outlet that it belongs to.</summary>
    public Outlet? Outlet { get; set; }

    /// <summary>The feed's address, one row each.</summary>
    public required string Address { get; set; }

    /// <summary>The title that the feed gives itself.</summary>
    public string? Title { get; set; }

    /// <summary>The section that its articles belong to unless they say better (« Monde »); null or « À la une » for none.</summary>
    public string? Section { get; set; }

    /// <summary>Whether this is the outlet's own « à la une » feed.</summary>
    public bool IsFront { get; set; }

    /// <summary>Whether an administrator suspended it.</summary>
    public bool IsPaused { get; set; }

    /// <summary>When it was added, in UTC.</summary>
    public DateTime AddedAt { get; set; }

    /// <summary>How the last visit ended, one of the words of docs/operations.md; null before the first.</summary>
    public string? State { get; set; }

    /// <summary>What went wrong at the last visit, in a plain English clause.</summary>
    public string? Detail { get; set; }

    /// <summary>The HTTP status of the last visit, if it came to one.</summary>
    public int? Status { get; set; }

    /// <summary>When it was last visited, in UTC.</summary>
    public DateTime? LastVisit { get; set; }

    /// <summary>When it last answered as a feed, in UTC.</summary>
    public DateTime? LastSuccess { get; set; }

    /// <summary>When it is due, in UTC.</summary>
    public DateTime NextVisit { get; set; }

    /// <summary>Why it is due then.</summary>
    public VisitReason NextVisitReason { get; set; }

    /// <summary>How many entries a day it brought of late.</summary>
    public double EntriesADay { get; set; }

    /// <summary>How many visits in a row have failed.</summary>
    public int Failures { get; set; }

    /// <summary>The <c>ETag</c> of the last answer, verbatim.</summary>
    public string? ETag { get; set; }

    /// <summary>The <c>Last-Modified</c> of the last answer, verbatim.</summary>
    public string? LastModified { get; set; }

    /// <summary>A hash of the bytes last read, to know an unchanged feed that knows no validators.</summary>
    public string? ContentHash { get; set; }
}

/// <summary>Why a source is visited when it is.</summary>
public enum VisitReason
{
    /// <summary>It was added, taken up again, or somebody asked for a visit: it is due at once.</summary>
    Asked,

    /// <summary>Its own rhythm at that hour of the day.</summary>
    Rhythm,

    /// <summary>It publishes so much, or so seldom, that the setting's bound counts.</summary>
    Bound,

    /// <summary>Its host asked to be left alone until then.</summary>
    Host,

    /// <summary>The last visit failed; the pause doubles each time.</summary>
    Failure,

    /// <summary>Its host says that it is withdrawn for good.</summary>
    Gone,
}
