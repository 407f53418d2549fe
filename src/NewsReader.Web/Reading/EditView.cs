using NewsReader.Newsroom.Articles;
using NewsReader.Storage.Articles;

namespace NewsReader.Web.Reading;

/// <summary>One edit of an article by its outlet, as the page of changes shows it.</summary>
/// <param name="At">When it was seen.</param>
/// <param name="Title">What changed in the headline; null where nothing did.</param>
/// <param name="Text">What changed in the text; empty where nothing did.</param>
public sealed record EditView(PrintedTime At, ChangedParagraph? Title, IReadOnlyList<ChangedParagraph> Text)
{
    /// <summary>The edits of an article, the latest first.</summary>
    /// <param name="versions">What it said before, the earliest first.</param>
    /// <param name="article">What it says now.</param>
    /// <param name="json">Its stored text.</param>
    /// <param name="today">The day on which it is read.</param>
    public static IReadOnlyList<EditView> Of(IReadOnlyList<ArticleVersion> versions, Article article, string? json, DateOnly today)
    {
        List<EditView> edits = [];
        var (title, text) = Read(article.Title, json, article.Language);
        foreach (var version in versions.Reverse())
        {
            var (oldTitle, oldText) = Read(version.Title, version.Body, article.Language);
            edits.Add(new EditView(
                PrintedTime.Full(version.ReplacedAt, today),
                oldTitle == title ? null : TextDifference.Words(oldTitle, title),
                oldText == text ? [] : TextDifference.Paragraphs(oldText, text)));
            (title, text) = (oldTitle, oldText);
        }

        return edits;
    }

    private static (string Title, string Text) Read(string title, string? json, string? language) =>
        (Typeset.Title(title, language), json is not null && StoredBody.Read(json) is { } body ? Typeset.Text(body.ToText(), language) : "");
}
