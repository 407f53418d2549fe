namespace NewsReader.Newsroom.Articles;

/// <summary>What a page says as an article. Facts are as published; the body is clean.</summary>
public sealed record ExtractedArticle
{
    /// <summary>The headline, once, without the site's name.</summary>
    public required string Title { get; init; }

    /// <summary>The names of those who wrote it, without « Par », roles and agencies.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The agency that the text comes from (« AFP », « Reuters »), if any.</summary>
    public string? Agency { get; init; }

    /// <summary>When it was published, as the page says it (ISO 8601, with or without time and offset).</summary>
    public string? Published { get; init; }

    /// <summary>When it was last modified, as the page says it (ISO 8601).</summary>
    public string? Modified { get; init; }

    /// <summary>The picture that leads it, absolute.</summary>
    public Picture? LeadPicture { get; init; }

    /// <summary>One or two sentences that sum it up: its chapô, or the page's description.</summary>
    public string? Summary { get; init; }

    /// <summary>The two-letter language of the text: as it reads, else as the page states it.</summary>
    public string? Language { get; init; }

    /// <summary>The outlet's own section (« International »).</summary>
    public string? Section { get; init; }

    /// <summary>The page's own canonical address, absolute, as published; whether it counts is the host's to judge.</summary>
    public string? Canonical { get; init; }

    /// <summary>Who may read it in full.</summary>
    public Access Access { get; init; }

    /// <summary>Whether this is a live blog, which grows all day.</summary>
    public bool IsLive { get; init; }

    /// <summary>The absolute address of the next page of the same article; null where this is all of it.</summary>
    public string? NextPage { get; init; }

    /// <summary>How each block began that was taken out as the outlet's furniture (<see cref="OutletTemplate"/>).</summary>
    public IReadOnlyList<string> Furniture { get; init; } = [];

    /// <summary>The text.</summary>
    public required ArticleBody Body { get; init; }

    /// <summary>This article with the text of its next page below its own; what both pages show stands once.</summary>
    public ExtractedArticle Continued(ExtractedArticle next)
    {
        ArgumentNullException.ThrowIfNull(next);
        var shown = Body.Blocks.Select(BlockIdentity).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var added = next.Body.Blocks.Where(b => BlockIdentity(b) is not { } identity || shown.Add(identity)).Select(b => b is Paragraph { IsLede: true } p ? p with { IsLede = false } : b);
        return this with
        {
            Body = new ArticleBody([.. Body.Blocks, .. added]),
            NextPage = next.NextPage,
            Furniture = [.. Furniture, .. next.Furniture],
            Access = Access == Access.Excerpt || next.Access == Access.Excerpt ? Access.Excerpt : Access,
        };
    }

    private static string? BlockIdentity(Block block) => block switch
    {
        Figure { Pictures: [var picture, ..] } => picture.Address,
        Paragraph or Quotation or ListBlock when MainBlock.Letters(block.ToText()) is { Length: >= BodyTrim.ShortestRepeat } letters => letters,
        _ => null,
    };
}

/// <summary>Who may read an article in full.</summary>
public enum Access
{
    /// <summary>Anybody.</summary>
    Free,

    /// <summary>Subscribers; the text that we hold may be whole all the same.</summary>
    Subscribers,

    /// <summary>Only the beginning is shown to those who do not subscribe.</summary>
    Excerpt,
}

/// <summary>The outcome of reading a page: an article, or the reason why there is none.</summary>
/// <param name="Article">The article; null where the page holds none that can be read.</param>
/// <param name="Problem">Why there is none, or what it lacks, in a plain English clause; null where all is well.</param>
public sealed record Extraction(ExtractedArticle? Article, string? Problem = null)
{
    /// <summary>Where the page has no text, the absolute address of its AMP version, which needs no script; null where it names none.</summary>
    public string? Alternative { get; init; }
}
