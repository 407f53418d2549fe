using NewsReader.Storage.Articles;

namespace NewsReader.Storage.Editions;

/// <summary>One story's place in an edition, with all that the page shows of it, so that a request computes nothing. Texts are as published.</summary>
public sealed class EditionPlace
{
    /// <summary>The edition.</summary>
    public long EditionId { get; set; }

    /// <summary>Where it stands, counted from 1; in the rail, from 1 again.</summary>
    public int Rank { get; set; }

    /// <summary>Whether it stands in the rail « À ne pas manquer ».</summary>
    public bool IsRail { get; set; }

    /// <summary>The story.</summary>
    public long StoryId { get; set; }

    /// <summary>The article that leads it.</summary>
    public long LeadArticleId { get; set; }

    /// <summary>The title that is shown.</summary>
    public required string Title { get; set; }

    /// <summary>The summary of the lead article.</summary>
    public string? Summary { get; set; }

    /// <summary>Who publishes the lead article.</summary>
    public required string Outlet { get; set; }

    /// <summary>The section of the paper.</summary>
    public string? Section { get; set; }

    /// <summary>How many outlets tell it.</summary>
    public int OutletCount { get; set; }

    /// <summary>When the lead article was published, in UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>The length of the lead article in words, 0 where the full text is not kept.</summary>
    public int Words { get; set; }

    /// <summary>Who may read the lead article in full.</summary>
    public ArticleAccess Access { get; set; }

    /// <summary>Whether a live blog follows it.</summary>
    public bool IsLive { get; set; }

    /// <summary>The lead picture, if there is one.</summary>
    public long? ImageId { get; set; }

    /// <summary>The picture's width in pixels, where known.</summary>
    public int? ImageWidth { get; set; }

    /// <summary>The picture's height in pixels, where known.</summary>
    public int? ImageHeight { get; set; }

    /// <summary>The score that it stands by.</summary>
    public double Score { get; set; }

    /// <summary>The terms of the score, as JSON.</summary>
    public required string Terms { get; set; }

    /// <summary>Why it stands here, in French.</summary>
    public required string Sentence { get; set; }

    /// <summary>Other outlets' own titles for it.</summary>
    public IList<OtherTitle> Others { get; set; } = [];
}

/// <summary>Another outlet's own title for a story.</summary>
public sealed class OtherTitle
{
    /// <summary>The article.</summary>
    public long ArticleId { get; set; }

    /// <summary>Who publishes it.</summary>
    public required string Outlet { get; set; }

    /// <summary>The title as published.</summary>
    public required string Title { get; set; }
}
