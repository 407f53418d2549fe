using AngleSharp.Html.Parser;

namespace NewsReader.Newsroom.Articles;

/// <summary>Reads an HTML fragment (the content of a feed entry) as an article's body, as it stands.</summary>
public static class FragmentBody
{
    private const string DataStart = "<![CDATA[";
    private const string DataEnd = "]]>";

    /// <summary>The blocks of <paramref name="html"/>, relative addresses resolved against <paramref name="baseAddress"/>. Any text is accepted.</summary>
    public static ArticleBody Read(string html, string? baseAddress)
    {
        var bare = html.Trim();
        if (bare.StartsWith(DataStart, StringComparison.Ordinal)) bare = bare[DataStart.Length..];
        if (bare.EndsWith(DataEnd, StringComparison.Ordinal)) bare = bare[..^DataEnd.Length];
        var document = new HtmlParser().ParseDocument("<!doctype html><body>" + MarkupGuard.Tame(bare).Html);
        return new ArticleBody(document.Body is { } body ? new BodyReader(baseAddress ?? "").Read(body) : []);
    }
}
