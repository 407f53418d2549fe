namespace NewsReader.Storage.Editions;

/// <summary>The ranked front page of one day (Europe/Paris), as last drawn, or as it stood at one of its hours.</summary>
public sealed class Edition
{
    /// <summary>The key.</summary>
    public long Id { get; set; }

    /// <summary>The day, in Paris.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Which copy of the day this is.</summary>
    public EditionPart Part { get; set; }

    /// <summary>Whether it is made of the built-in demonstration papers.</summary>
    public bool IsDemo { get; set; }

    /// <summary>When it was drawn, in UTC.</summary>
    public DateTime DrawnAt { get; set; }

    /// <summary>A word that changes when what the page shows changes, and only then.</summary>
    public required string Stamp { get; set; }

    /// <summary>How many articles of the day were read for it.</summary>
    public int ArticleCount { get; set; }

    /// <summary>How many outlets they came from.</summary>
    public int OutletCount { get; set; }

    /// <summary>The stories in order.</summary>
    public IList<EditionPlace> Places { get; } = [];
}

/// <summary>The copies of a day's edition.</summary>
public enum EditionPart
{
    /// <summary>The edition itself: it is drawn again until the day ends, and then stays as it is.</summary>
    Day,

    /// <summary>As it stood at 7 h.</summary>
    Morning,

    /// <summary>As it stood at 12 h 30.</summary>
    Noon,

    /// <summary>As it stood at 19 h.</summary>
    Evening,
}
