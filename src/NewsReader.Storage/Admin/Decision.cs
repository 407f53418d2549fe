namespace NewsReader.Storage.Admin;

/// <summary>A line of the administrators' log, written in one transaction with what it tells.</summary>
public sealed class Decision
{
    /// <summary>The key, in order of time.</summary>
    public long Id { get; set; }

    /// <summary>When, in UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>Who: an administrator's name, or « terminal ».</summary>
    public required string By { get; set; }

    /// <summary>What was done (« source added »).</summary>
    public required string Action { get; set; }

    /// <summary>To what: an address or a name.</summary>
    public required string Subject { get; set; }
}
