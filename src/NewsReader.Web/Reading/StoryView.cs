using NewsReader.Newsroom.Language;
using NewsReader.Storage.Stories;

namespace NewsReader.Web.Reading;

/// <summary>A story as its page shows it.</summary>
public sealed record StoryView
{
    /// <summary>The most informative title among its members.</summary>
    public required string Title { get; init; }

    /// <summary>The title's language, where it is not French.</summary>
    public string? Lang { get; init; }

    /// <summary>Whose title it is.</summary>
    public string? TitleOutlet { get; init; }

    /// <summary>The section, as it is printed.</summary>
    public string? Section { get; init; }

    /// <summary>The section's own page.</summary>
    public string? SectionPath { get; init; }

    /// <summary>Why it stands in the edition; null where it is in none.</summary>
    public string? Sentence { get; init; }

    /// <summary>Sentences quoted from members.</summary>
    public required IReadOnlyList<Quoted> Essential { get; init; }

    /// <summary>Who tells it, in order of publication, each dispatch once.</summary>
    public required IReadOnlyList<ArticleLine> Members { get; init; }

    /// <summary>What came on which day; empty where one day holds it all.</summary>
    public required IReadOnlyList<ChronicleDay> Days { get; init; }

    /// <summary>The view of a story.</summary>
    /// <param name="story">The story.</param>
    /// <param name="members">Its articles, in order of publication.</param>
    /// <param name="sentence">The sentence of its last place in an edition.</param>
    /// <param name="today">The day that it is read on.</param>
    public static StoryView Of(Story story, IReadOnlyList<ArticleRow> members, string? sentence, DateOnly today)
    {
        var titled = members.FirstOrDefault(m => m.Id == story.TitleArticleId);
        return new StoryView
        {
            Title = Typeset.Listed(story.Title, titled?.Language),
            Lang = Typeset.Lang(titled?.Language),
            TitleOutlet = titled is null ? null : Typeset.Text(titled.Outlet),
            Section = story.Section,
            SectionPath = Paths.SectionNamed(story.Section),
            Sentence = sentence is null ? null : StoryCard.Ended(Typeset.Text(sentence)),
            Essential = [.. story.Essential.Select(s => Quoted.Of(s, members))],
            Members = Folded(members, today),
            Days = Chronicle(members),
        };
    }

    /// <summary>Each dispatch once, under the article that had it first; the others are named with it.</summary>
    private static List<ArticleLine> Folded(IReadOnlyList<ArticleRow> members, DateOnly today)
    {
        var groups = new List<List<ArticleRow>>();
        foreach (var member in members)
        {
            var same = groups.Find(g => g.Exists(m => m.OutletId != member.OutletId && Fingerprint.AreCopies((ulong)m.Fingerprint, (ulong)member.Fingerprint)));
            if (same is null)
                groups.Add([member]);
            else
                same.Add(member);
        }

        return groups.ConvertAll(g => ArticleLine.Near(g[0], today) with
        {
            Copies = [.. g.Skip(1).Select(m => new OtherTitleView(Typeset.Text(m.Outlet), Typeset.Listed(m.Title, m.Language), Paths.Article(m.Id, m.Title)))],
        });
    }

    private static List<ChronicleDay> Chronicle(IReadOnlyList<ArticleRow> members)
    {
        var days = members.GroupBy(m => PrintedTime.DayOf(m.At)).OrderBy(d => d.Key)
            .Select(d => new ChronicleDay(PrintedTime.WeekDay(d.Key), Typeset.Count(d.Count(), "article", "articles"), ArticleLine.WithHour(d.First()))).ToList();
        return days.Count > 1 ? days : [];
    }
}

/// <summary>A sentence quoted from an article, with who says it.</summary>
public sealed record Quoted(string Text, string? Lang, string Outlet, string? Path)
{
    internal static Quoted Of(KeySentence sentence, IReadOnlyList<ArticleRow> members)
    {
        var from = members.FirstOrDefault(m => m.Id == sentence.ArticleId);
        return new(
            Typeset.Text(sentence.Text, from?.Language),
            Typeset.Lang(from?.Language),
            Typeset.Text(sentence.Outlet),
            from is null ? null : Paths.Article(from.Id, from.Title));
    }
}

/// <summary>One day of a story: how much came, and what came first.</summary>
public sealed record ChronicleDay(string Day, string Extent, ArticleLine First);
