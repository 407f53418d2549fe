namespace NewsReader.Storage.Stories;

/// <summary>
/// What an administrator decided about stories: written by its page or command alone, applied by the next round, taken back by a further one. Rows are never changed but
/// for <see cref="AppliedAt"/>.
/// </summary>
public sealed class Correction
{
    /// <summary>The key: corrections apply in this order.</summary>
    public long Id { get; set; }

    /// <summary>When it was decided, in UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>Who decided: an administrator's name, or « terminal ».</summary>
    public required string By { get; set; }

    /// <summary>What was decided.</summary>
    public CorrectionKind Kind { get; set; }

    /// <summary>The story that it is about.</summary>
    public long StoryId { get; set; }

    /// <summary>The title of the story when it was decided, for the reader of a list.</summary>
    public required string StoryTitle { get; set; }

    /// <summary>The articles of the one side; empty where the whole story is meant.</summary>
    public IList<long> Articles { get; set; } = [];

    /// <summary>The articles of the other side.</summary>
    public IList<long> Others { get; set; } = [];

    /// <summary>The correction that this one takes back; null where it takes back none.</summary>
    public long? Undoes { get; set; }

    /// <summary>When a round applied it, in UTC; null until then.</summary>
    public DateTime? AppliedAt { get; set; }
}

/// <summary>What can be decided about stories.</summary>
public enum CorrectionKind
{
    /// <summary>The articles of the two sides are never in one story.</summary>
    Separate,

    /// <summary>The stories of the two sides are one.</summary>
    Merge,

    /// <summary>The story stands first on the front page.</summary>
    Pin,

    /// <summary>The story is in no edition, and its address answers 410.</summary>
    Hide,

    /// <summary>An earlier correction counts no more.</summary>
    Undo,
}
