using System.Linq.Expressions;
using NewsReader.Newsroom.Language;
using NewsReader.Storage.Articles;

namespace NewsReader.Web.Reading;

/// <summary>What a list reads of an article: never its text.</summary>
public sealed record ArticleRow(
    long Id, long OutletId, string Outlet, string Title, string? Language, DateTime At, DateTime? Published, DateTime? Modified,
    ArticleAccess Access, bool IsLive, bool IsFullText, int Words, long Fingerprint, bool IsDemo)
{
    /// <summary>The projection of an article on a row.</summary>
    public static readonly Expression<Func<Article, ArticleRow>> Of = a => new ArticleRow(
        a.Id, a.OutletId, a.Outlet!.Name, a.Title, a.Language, a.At, a.Published, a.Modified,
        a.Access, a.IsLive, a.IsFullText, a.Words, a.Fingerprint, a.Outlet.IsDemo);
}

/// <summary>An article in a list.</summary>
public sealed record ArticleLine(string Title, string? Lang, string Outlet, string Path, PrintedTime At, string? Minutes, IReadOnlyList<Badge> Badges)
{
    /// <summary>The same text in other outlets, in a story's list.</summary>
    public IReadOnlyList<OtherTitleView> Copies { get; init; } = [];

    /// <summary>The line with its hour alone, under the heading of its day.</summary>
    public static ArticleLine WithHour(ArticleRow row) => Of(row, PrintedTime.Hour(row.At));

    /// <summary>The line with its day where that is not <paramref name="today"/>.</summary>
    public static ArticleLine Near(ArticleRow row, DateOnly today) => Of(row, PrintedTime.Near(row.At, today));

    private static ArticleLine Of(ArticleRow row, PrintedTime at) => new(
        Typeset.Listed(row.Title, row.Language),
        Typeset.Lang(row.Language),
        Typeset.Text(row.Outlet),
        Paths.Article(row.Id, row.Title),
        at,
        row.IsFullText && row.Words > 0 ? $"{ReadingTime.Minutes(row.Words)}\u00A0min" : null,
        Badge.Listed(row.Title, row.IsLive, row.Access, row.Published, row.Modified));
}
