namespace NewsReader.Storage.Nodes;

/// <summary>The one row that says which process runs rounds.</summary>
public sealed class RoundLease
{
    /// <summary>The key of the one row.</summary>
    public const int OnlyId = 1;

    /// <summary>Always <see cref="OnlyId"/>.</summary>
    public int Id { get; set; } = OnlyId;

    /// <summary>A number that the holder drew when it started.</summary>
    public required string Holder { get; set; }

    /// <summary>What the holder is doing, in words (« serve », « refresh »).</summary>
    public required string Command { get; set; }

    /// <summary>The machine that the holder runs on.</summary>
    public required string Machine { get; set; }

    /// <summary>The holder's process on that machine.</summary>
    public int ProcessId { get; set; }

    /// <summary>When the holder last said that it lives, in UTC.</summary>
    public DateTime Heartbeat { get; set; }

    /// <summary>When another process asked the holder for a full round, in UTC; null once it was taken up.</summary>
    public DateTime? RefreshAsked { get; set; }
}
