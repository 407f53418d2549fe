namespace NewsReader.Web.Hosting;

/// <summary>What the running program knows of the paper that it shows.</summary>
public sealed class SiteState
{
    /// <summary>Whether the built-in papers are shown, and why.</summary>
    public DemoKind Demo { get; set; }

    /// <summary>Why nothing new is kept at the moment; null where all is well.</summary>
    public StoreTrouble? Trouble { get; set; }

    /// <summary>Whether the editions and articles shown are those of the built-in papers.</summary>
    public bool IsDemo => Demo != DemoKind.None;
}

/// <summary>Why the built-in papers are shown.</summary>
public enum DemoKind
{
    /// <summary>They are not: the reader's own sources are.</summary>
    None,

    /// <summary>Somebody asked for them.</summary>
    Chosen,

    /// <summary>No source can be reached.</summary>
    Offline,
}
