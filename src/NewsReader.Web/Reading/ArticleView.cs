using NewsReader.Newsroom.Language;
using NewsReader.Storage.Articles;

namespace NewsReader.Web.Reading;

/// <summary>An article as its page shows it.</summary>
public sealed record ArticleView
{
    /// <summary>The headline.</summary>
    public required string Title { get; init; }

    /// <summary>The language of headline and text, where it is not French.</summary>
    public string? Lang { get; init; }

    /// <summary>Who publishes it.</summary>
    public required string Outlet { get; init; }

    /// <summary>The section, as it is printed.</summary>
    public string? Section { get; init; }

    /// <summary>The section's own page.</summary>
    public string? SectionPath { get; init; }

    /// <summary>« Par Anne Martin », or the agency.</summary>
    public string? Byline { get; init; }

    /// <summary>« Publié », or « Repéré » where the article does not say when.</summary>
    public required string Verb { get; init; }

    /// <summary>When it was published.</summary>
    public required PrintedTime Published { get; init; }

    /// <summary>When its outlet changed it.</summary>
    public PrintedTime? Modified { get; init; }

    /// <summary>The page that shows what its outlet changed; null where no earlier version is kept.</summary>
    public string? ChangesPath { get; init; }

    /// <summary>« 4 min », for a full text only.</summary>
    public string? Minutes { get; init; }

    /// <summary>« Cet article a plus d’un an… », for an old one.</summary>
    public string? AgeBand { get; init; }

    /// <summary>« En direct », « Abonnés ».</summary>
    public required IReadOnlyList<Badge> Badges { get; init; }

    /// <summary>The text, written by <c>ArticleHtml</c>; null where there is none.</summary>
    public string? Body { get; init; }

    /// <summary>The picture above a text that does not begin with one.</summary>
    public PictureView? Picture { get; init; }

    /// <summary>The feed's summary, where there is no text.</summary>
    public string? Summary { get; init; }

    /// <summary>Why the text, or the end of it, is not here.</summary>
    public string? Missing { get; init; }

    /// <summary>The outlet's own page.</summary>
    public string? Original { get; init; }

    /// <summary>The view of an article.</summary>
    /// <param name="article">The article with its outlet.</param>
    /// <param name="json">The stored text, where there is one.</param>
    /// <param name="images">The recorded pictures.</param>
    /// <param name="edited">When its outlet's last edit was seen, in UTC; null where none was.</param>
    /// <param name="now">When it is read, in UTC.</param>
    public static ArticleView Of(Article article, string? json, IReadOnlyList<ArticleImage> images, DateTime? edited, DateTime now)
    {
        var outlet = Typeset.Text(article.Outlet!.Name);
        var body = json is null ? null : StoredBody.Read(json);
        var html = body is null ? null : StoredBody.Html(body, article.Language, images.ToDictionary(i => i.Address, i => i.Id, StringComparer.Ordinal));
        if (string.IsNullOrWhiteSpace(html)) html = null;
        var lead = images.FirstOrDefault(i => i.Id == article.LeadImageId);
        var (today, at) = (PrintedTime.DayOf(now), article.Published ?? article.At);
        return new ArticleView
        {
            Title = Typeset.Title(article.Title, article.Language),
            Lang = Typeset.Lang(article.Language),
            Outlet = outlet,
            Section = article.Section,
            SectionPath = Paths.SectionNamed(article.Section),
            Byline = BylineOf(article),
            Verb = article.Published is null ? "Repéré" : "Publié",
            Published = PrintedTime.Full(at, today),
            Modified = (Badge.WasModified(article.Published, article.Modified) ? article.Modified : edited) is { } modified ? PrintedTime.Full(modified, PrintedTime.DayOf(at)) : null,
            ChangesPath = edited is null ? null : Paths.Changes(article.Id, article.Title),
            Minutes = html is not null && article is { IsFullText: true, Words: > 0 } ? $"{ReadingTime.Minutes(article.Words)}\u00A0min" : null,
            AgeBand = at < now.AddYears(-1) ? $"Cet article a plus d’un an\u00A0: il est du {PrintedTime.LongDay(PrintedTime.DayOf(at))}." : null,
            Badges = Badge.Of(article.IsLive, article.Access),
            Body = html,
            Picture = lead is not null && (body is null || !StoredBody.Shows(body, lead.Address)) ? PictureView.Of(lead.Id, lead.Width, lead.Height) : null,
            Summary = html is null ? Typeset.Summary(article.Summary, 1200, article.Language) : null,
            Missing = html is null || !article.IsFullText ? MissingText.Sentence(article, outlet) : null,
            Original = Paths.Outside(article.Address),
        };
    }

    private static string? BylineOf(Article article)
    {
        string?[] names = [article.Author, article.Agency];
        var said = string.Join(", ", names.Where(n => !string.IsNullOrWhiteSpace(n)).Distinct(StringComparer.OrdinalIgnoreCase));
        return said.Length == 0 ? null : "Par " + Typeset.Text(said);
    }
}
