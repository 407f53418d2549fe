using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsReader.Web.Reading;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Pages;

public sealed class StoryTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Fact]
    public async Task A_story_names_whose_title_it_bears_and_why_it_stands_in_the_edition()
    {
        var page = await PageAsync();

        page.QuerySelector("h1")!.TextContent.ShouldStartWith("Tempête Amélie\u00A0:");
        page.QuerySelector(".facts")!.TextContent.ShouldBe(
            "Titre de La Gazette de l’Ouest · 5 rédactions indépendantes, en une chez 3, première à 22\u00A0h\u00A010, +2 en une heure.");
    }

    [Fact]
    public async Task The_essential_is_quoted_from_its_sources()
    {
        var quoted = (await PageAsync()).QuerySelectorAll(".essential li").ToList();

        quoted.Count.ShouldBe(2);
        quoted[0].QuerySelector("a")!.TextContent.ShouldBe("La Gazette de l’Ouest");
        quoted[0].QuerySelector("a")!.GetAttribute("href")!.ShouldStartWith("/articles/1/");
    }

    [Fact]
    public async Task Who_tells_it_stands_in_order_of_publication_with_each_dispatch_once()
    {
        var lines = (await PageAsync()).QuerySelectorAll(".who > li").ToList();

        lines.Select(l => l.QuerySelector("h3 a")!.GetAttribute("href")!.Split('/')[2]).ShouldBe(["51", "52", "54", "1"]);
        lines[0].QuerySelector("summary")!.TextContent.ShouldBe("Dépêche identique chez un autre titre");
        lines[0].QuerySelector(".others a")!.GetAttribute("href")!.ShouldStartWith("/articles/53/");
        lines[1].QuerySelector(".badge")!.TextContent.ShouldBe("En direct");
        lines[2].QuerySelector(".badge")!.TextContent.ShouldBe("Modifié");
    }

    [Fact]
    public async Task A_story_of_two_days_has_a_chronology()
    {
        var days = (await PageAsync()).QuerySelectorAll(".days li").Select(d => d.QuerySelector("h3")!.TextContent);

        days.ShouldBe(["samedi 21 novembre", "dimanche 22 novembre"]);
    }

    [Theory]
    [InlineData("/sujets/1")]
    [InlineData("/sujets/1/un-autre-titre")]
    [InlineData("/sujets/901/un-autre-recit-de-la-tempete")]
    public async Task An_old_address_leads_to_the_story_for_now(string path)
    {
        using var answer = await site.SendAsync(path);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe(Paths.Story(SeededPaper.LeadStory, SeededPaper.LeadTitle));
        answer.Headers.CacheControl!.NoCache.ShouldBeTrue();
    }

    [Fact]
    public async Task A_removed_story_is_gone_and_says_so()
    {
        using var answer = await site.SendAsync($"/sujets/{SeededPaper.Removed}/un-sujet-retire");

        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Ce sujet a été retiré du journal.");
    }

    private async Task<IHtmlDocument> PageAsync() =>
        new HtmlParser().ParseDocument(await site.TextAsync(Paths.Story(SeededPaper.LeadStory, SeededPaper.LeadTitle)));
}
