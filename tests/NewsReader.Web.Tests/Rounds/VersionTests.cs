using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage.Articles;
using NewsReader.Web.Tests.Adding;

namespace NewsReader.Web.Tests.Rounds;

/// <summary>An article that its outlet edits keeps what it said before, and only what its outlet changed counts as an edit.</summary>
public sealed class VersionTests : IAsyncLifetime
{
    private const string Title = "La Vire déborde à Saint-Aubin";
    private const string Text = "Le maire a fait évacuer huit cents habitants dans la nuit de samedi à dimanche, après une crue de la Vire que personne n'attendait.";
    private const string Rest = "Les pompiers ont sorti une trentaine de familles par bateau entre deux et cinq heures du matin. L'école et le gymnase restent ouverts à tous ceux qui ne peuvent rentrer, et la préfecture attend le retour de l'eau à son lit d'ici à mardi soir. Aucune victime n'est connue à cette heure.";

    private LoopbackPaper _paper = null!;
    private TestRounds _rounds = null!;

    public async Task InitializeAsync() => _paper = await LoopbackPaper.StartAsync();

    public async Task DisposeAsync()
    {
        await _rounds.DisposeAsync();
        await _paper.DisposeAsync();
    }

    [Fact]
    public async Task A_page_that_changed_with_its_headline_makes_one_version_of_both()
    {
        await StartAsync(Title, Page(Title, Text));

        await PrintAsync("La Vire déborde : neuf cents évacués", Page("La Vire déborde : neuf cents évacués", Text.Replace("huit cents", "neuf cents", StringComparison.Ordinal)));

        var (article, text, versions) = await ReadAsync();
        article.Title.ShouldBe("La Vire déborde : neuf cents évacués");
        text.ShouldContain("neuf cents");
        var version = versions.ShouldHaveSingleItem();
        version.Title.ShouldBe(Title);
        version.Body.ShouldNotBeNull().ShouldContain("huit cents");
        version.ReplacedAt.ShouldBe(_rounds.Time.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public async Task Each_edit_is_kept_and_the_article_says_the_latest()
    {
        await StartAsync(Title, Page(Title, Text));

        foreach (var count in (string[])["neuf cents", "mille", "mille deux cents"])
            await PrintAsync($"{Title} : {count} évacués", Page($"{Title} : {count} évacués", Text.Replace("huit cents", count, StringComparison.Ordinal)));
        await AgainAsync(TimeSpan.FromDays(1));

        var (_, text, versions) = await ReadAsync();
        text.ShouldContain("mille deux cents");
        versions.Select(v => v.Title).ShouldBe([Title, $"{Title} : neuf cents évacués", $"{Title} : mille évacués"]);
    }

    [Fact]
    public async Task A_feed_that_words_its_link_anew_is_no_edit_where_the_page_says_the_same()
    {
        await StartAsync("Crue dans la Manche", Page(Title, Text));

        await PrintAsync("Crue : ce que l'on sait", Page(Title, Text.Replace('\'', '’') + " "));

        var (article, _, versions) = await ReadAsync();
        article.Title.ShouldBe(Title);
        versions.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_text_that_only_the_feed_carries_keeps_its_versions_too()
    {
        await StartAsync(Title, null, $"<p>{Text}</p>{Long()}");

        await PrintAsync(Title, null, $"<p>{Text.Replace("huit cents", "neuf cents", StringComparison.Ordinal)}</p>{Long()}");

        var (_, text, versions) = await ReadAsync();
        text.ShouldContain("neuf cents");
        versions.ShouldHaveSingleItem().Body.ShouldNotBeNull().ShouldContain("huit cents");
    }

    [Fact]
    public async Task The_page_that_follows_the_feeds_own_text_and_a_better_reading_of_it_are_no_edits()
    {
        await StartAsync(Title, Page(Title, Text), $"<p>Un premier texte, que la rédaction n'envoie que dans son flux.</p><p>{Rest}</p><p>{Rest}</p><p>{Text}</p>");
        await using (var db = _rounds.Open())
        {
            await db.ArticlePages.ExecuteUpdateAsync(p => p.SetProperty(x => x.Revision, 0));
            await db.ArticleTexts.ExecuteUpdateAsync(t => t.SetProperty(x => x.Body, x => x.Body.Replace("huit cents", "8 cents")));
        }

        await AgainAsync(TimeSpan.FromHours(1));

        var (_, text, versions) = await ReadAsync();
        text.ShouldContain("huit cents");
        versions.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_that_is_locked_later_takes_nothing_away()
    {
        await StartAsync(Title, Page(Title, Text));

        await PrintAsync(Title + " : le récit", Page(Title + " : le récit", "Le maire a fait évacuer les habitants.", locked: true));

        var (article, text, _) = await ReadAsync();
        text.ShouldContain("huit cents");
        article.IsFullText.ShouldBeTrue();
        article.Title.ShouldBe(Title + " : le récit");
    }

    [Fact]
    public async Task An_entry_that_says_at_each_visit_that_it_was_edited_is_looked_at_ever_less_often()
    {
        await StartAsync(Title, Page(Title, Text));

        for (var visit = 0; visit < 48; visit++) await PrintAsync(Title, Page(Title, Text), updated: _rounds.Time.GetUtcNow());

        _paper.Asked.Count(path => path == "/crue").ShouldBeInRange(5, 10);
        (await ReadAsync()).Versions.ShouldBeEmpty();
    }

    private async Task StartAsync(string title, string? page, string? content = null)
    {
        _rounds = await TestRounds.StartAsync(("Articles:FetchPages", page is null ? "false" : "true"));
        Print(title, page, content, null);
        await _rounds.FollowAsync(_paper.Home + "/rss");
        await _rounds.RunAsync();
    }

    /// <summary>Prints a new edition, and reads it an hour after the last.</summary>
    private Task PrintAsync(string title, string? page, string? content = null, DateTimeOffset? updated = null)
    {
        Print(title, page, content, updated);
        return AgainAsync(TimeSpan.FromHours(1));
    }

    private async Task AgainAsync(TimeSpan later)
    {
        _rounds.Time.Advance(later);
        await _rounds.RunAsync(force: true);
    }

    private void Print(string title, string? page, string? content, DateTimeOffset? updated)
    {
        if (page is not null) _paper.Page("/crue", page);
        _paper.Feed("/rss", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Le Papier</title><id>p</id>"
            + $"<entry><id>17</id><title>{title}</title><link href=\"{_paper.Home}/crue\"/><published>2026-11-22T05:12:00Z</published>{(updated is { } time ? $"<updated>{time:O}</updated>" : "")}"
            + (content is null ? "" : $"<content type=\"html\">{WebUtility.HtmlEncode(content)}</content>") + "</entry></feed>");
    }

    private async Task<(Article Article, string Text, List<ArticleVersion> Versions)> ReadAsync()
    {
        await using var db = _rounds.Open();
        return (await db.Articles.SingleAsync(), await db.ArticleTexts.Select(t => t.Body).SingleAsync(), await db.ArticleVersions.OrderBy(v => v.Id).ToListAsync());
    }

    private static string Long() => string.Concat(Enumerable.Repeat($"<p>{Rest}</p>", 4));

    private static string Page(string title, string text, bool locked = false) =>
        $"<!doctype html><html lang=\"fr\"><head><title>{title}</title>"
        + (locked ? "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>" : "")
        + $"</head><body><main><article><h1>{title}</h1><p>{text}</p>{(locked ? "" : $"<p>{Rest}</p><p>Deux routes départementales sont coupées, et la gare est fermée jusqu'à nouvel ordre. Les trains entre Saint-Lô et Coutances s'arrêtent avant le pont, où la rivière a emporté une partie du remblai ; des cars prennent le relais toutes les heures, et la région demande aux voyageurs de remettre à plus tard ce qui peut l'être.</p>")}</article></main></body></html>";
}
