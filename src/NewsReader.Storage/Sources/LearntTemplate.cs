namespace NewsReader.Storage.Sources;

/// <summary>What was learnt of the pages of an outlet, beside it, so that a list of outlets never loads it.</summary>
public sealed class LearntTemplate
{
    /// <summary>The outlet, one row each.</summary>
    public long OutletId { get; set; }

    /// <summary>The outlet.</summary>
    public Outlet? Outlet { get; set; }

    /// <summary>The JSON.</summary>
    public required string Template { get; set; }
}
