namespace NewsReader.Newsroom.Articles;

/// <summary>What the host decides about the HTML of an article.</summary>
public sealed record ArticleHtmlOptions
{
    /// <summary>
    /// An outlet's picture address → ours (a path from our root, or an absolute public http(s) address); null drops the
    /// picture and keeps its caption. By default every public picture stays where the outlet has it.
    /// </summary>
    public Func<string, string?> Image { get; init; } = static address => address;

    /// <summary>Display typography, applied to the text of the article's own language, never inside code.</summary>
    public Func<string, string> Text { get; init; } = static text => text;

    /// <summary>The <c>sizes</c> of pictures that have variants; null leaves it out.</summary>
    public string? Sizes { get; init; }
}
