namespace NewsReader.Storage.Sources;

/// <summary>An entry's position in its source, with when it was first and last seen there.</summary>
public sealed class Placement
{
    /// <summary>The entry, one row each.</summary>
    public long EntryId { get; set; }

    /// <summary>The entry.</summary>
    public Entry? Entry { get; set; }

    /// <summary>Its position when the source was last read, counted from 0.</summary>
    public int Position { get; set; }

    /// <summary>The best position it ever had.</summary>
    public int Best { get; set; }

    /// <summary>When it was first seen there, in UTC.</summary>
    public DateTime FirstSeen { get; set; }

    /// <summary>When it was last seen there, in UTC.</summary>
    public DateTime LastSeen { get; set; }
}
