using System.Text.RegularExpressions;
using NewsReader.Web.Demo;

namespace NewsReader.Web.Tests.Demo;

public sealed partial class DemoTextsTests
{
    private static readonly DateTimeOffset Anchor = new(2026, 11, 22, 13, 7, 42, TimeSpan.Zero);

    private static readonly string[] Sections = ["France", "Monde", "Politique", "Économie", "Société", "Sciences", "Culture", "Sport"];

    private readonly IReadOnlyList<DemoPaper> _papers = DemoPapers.Read(Anchor);

    private IEnumerable<(DemoPaper Paper, DemoArticle Article)> Articles =>
        _papers.SelectMany(paper => paper.Articles.Select(article => (paper, article)));

    [Fact]
    public void There_are_enough_papers_and_articles_for_a_full_front_page()
    {
        _papers.Count.ShouldBeGreaterThanOrEqualTo(9);
        Articles.Count().ShouldBeGreaterThanOrEqualTo(72);
        Articles.Select(one => one.Article.Section).Distinct(StringComparer.Ordinal).ShouldBe(Sections, ignoreOrder: true);
        _papers.SelectMany(paper => paper.Feeds).Select(feed => feed.Format).Distinct(StringComparer.Ordinal).Count().ShouldBe(4);
        _papers.SelectMany(paper => paper.Owners).GroupBy(owner => owner, StringComparer.Ordinal).Count(owned => owned.Count() == 2).ShouldBe(1);
    }

    [Fact]
    public void Events_are_told_by_several_papers_each_once()
    {
        var events = Articles.Where(one => one.Article.Event is not null).GroupBy(one => one.Article.Event, StringComparer.Ordinal).ToList();
        events.Count.ShouldBeGreaterThanOrEqualTo(14);
        foreach (var told in events)
        {
            told.Select(one => one.Paper.Slug).Distinct(StringComparer.Ordinal).Count().ShouldBe(told.Count(), told.Key);
            told.Count().ShouldBeInRange(2, 7);
            told.Select(one => one.Article.Title).Distinct(StringComparer.Ordinal).Count().ShouldBe(told.Count(), told.Key);
        }
    }

    [Fact]
    public void Two_dispatches_are_republished_word_for_word()
    {
        var agency = _papers.Single(paper => paper.Slug is "agence-rhumb").Articles.Select(Words).ToHashSet(StringComparer.Ordinal);
        var copies = Articles.Where(one => one.Paper.Slug is not "agence-rhumb" && agency.Contains(Words(one.Article))).ToList();
        copies.GroupBy(one => one.Article.Event, StringComparer.Ordinal).Select(told => told.Count()).ShouldBe([2, 2]);
    }

    [Fact]
    public void Articles_are_of_ordinary_length_apart_from_one_brief()
    {
        var lengths = Articles.Select(one => (one.Article.Slug, Words: Word().Count(DemoMarkup.Words(one.Article.Body)))).ToList();
        lengths.Where(one => one.Words < 160).ShouldHaveSingleItem().Slug.ShouldBe("verrerie-salmont-chiffre-d-affaires");
        lengths.ShouldAllBe(one => one.Words < 460);
    }

    [Fact]
    public void Articles_appear_in_the_day_and_a_half_before_the_anchor()
    {
        foreach (var (_, article) in Articles)
        {
            (Anchor - article.Published).TotalHours.ShouldBeInRange(0.3, 40);
            article.Modified.ShouldBeInRange(article.Published, Anchor);
        }

        Articles.Count(one => (Anchor - one.Article.Published).TotalHours <= 16.7).ShouldBeGreaterThan(60);
    }

    [Fact]
    public void Texts_are_filled_in_and_set_as_their_paper_sets_them()
    {
        foreach (var (paper, article) in Articles)
        {
            var text = string.Join('\n', [article.Title, article.Lede, .. article.Body]);
            text.ShouldNotContain("{", customMessage: article.Slug);
            text.Contains(paper.Composition is DemoComposition.Fine ? '\'' : '’', StringComparison.Ordinal).ShouldBeFalse(article.Slug);
            (paper.Composition is DemoComposition.Fine && text.Contains("« ", StringComparison.Ordinal)).ShouldBeFalse(article.Slug);
        }
    }

    [Theory]
    [InlineData("L'eau : « oui » ; 27 000 m³, 6,2 % à 14 h 05 !", "L’eau\u00a0: «\u00a0oui\u00a0»\u202f; 27\u202f000\u00a0m³, 6,2\u00a0% à 14\u00a0h\u00a005\u202f!")]
    [InlineData("M. Delcassier promet 1,4 milliard d'euros.", "M.\u00a0Delcassier promet 1,4\u00a0milliard d’euros.")]
    public void A_careful_paper_sets_no_break_spaces_and_curved_apostrophes(string typed, string set) =>
        DemoTypography.Compose(typed, DemoComposition.Fine).ShouldBe(set);

    [Theory]
    [InlineData("{jour 9}", "dimanche")]
    [InlineData("{jour -12}", "lundi")]
    [InlineData("{heure 0}", "14 h 05")]
    [InlineData("{heure 14.1}", "minuit")]
    [InlineData("{date 20}", "samedi 21 novembre")]
    public void Days_and_hours_hang_on_the_anchor(string typed, string told) => new DemoClock(Anchor).Fill(typed).ShouldBe(told);

    private static string Words(DemoArticle article) =>
        string.Join(' ', Word().Matches(DemoMarkup.Words(article.Body)).Select(word => word.Value));

    [GeneratedRegex(@"[\p{L}\d]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
