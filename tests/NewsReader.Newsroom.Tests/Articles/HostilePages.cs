using System.Diagnostics;
using System.Text;
using NewsReader.Newsroom.Articles;

namespace NewsReader.Newsroom.Tests.Articles;

/// <summary>Pages made to hurt: a reader gets an answer all the same, and soon.</summary>
public sealed class HostilePages
{
    private const string Address = "https://example.org/a";

    /// <summary>Two seconds are promised on an idle machine; a test machine is given time to be busy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static readonly Dictionary<string, string> Pages = new(StringComparer.Ordinal)
    {
        { "a hundred thousand nested div", Repeat("<div>", 100_000) + "fond" },
        { "nested formatting", Repeat("<b><i><font a=1>", 40_000) + "fond" },
        { "nested lists", Repeat("<ul><li>", 50_000) + "fond" },
        { "nested tables", Repeat("<table><tr><td>", 30_000) + "fond" },
        { "end tags that close nothing", Repeat("<div></b></i></span>", 60_000) },
        { "five megabytes of paragraphs", Repeat("<p>Une phrase, puis une autre.</p>", 160_000) },
        { "five megabytes of small tags", Repeat("<b>x</b>", 600_000) },
        { "one tag with a million attributes", "<p " + Repeat("a b ", 500_000) + ">x</p>" },
        { "comments that never end", Repeat("<!-- ", 500_000) },
        { "nothing but less-than signs", Repeat("<", 2_000_000) },
        { "scripts that never end", Repeat("<script>", 300_000) },
    };

    public static TheoryData<string> Bombs => [.. Pages.Keys];

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_ends_soon(string what)
    {
        var html = Pages[what];
        var clock = Stopwatch.StartNew();
        ArticleExtractor.Extract(Encoding.UTF8.GetBytes("<html><body><h1>Titre de la page</h1>" + html), null, Address);
        FragmentBody.Read(html, Address);
        clock.Elapsed.ShouldBeLessThan(Patience * 2, what);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html></html>")]
    [InlineData("\0\0\0")]
    [InlineData("<frameset><frame src=x></frameset>")]
    [InlineData("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":[[[{</script>")]
    public void A_page_without_an_article_says_why(string html)
    {
        var extraction = ArticleExtractor.Extract(Encoding.UTF8.GetBytes(html), "text/html", Address);
        extraction.Article.ShouldBeNull();
        extraction.Problem.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("pas une adresse")]
    [InlineData("http://[")]
    public void An_odd_address_harms_nobody(string address) =>
        ArticleExtractor.Extract("<h1>Un titre</h1><p><a href='/x'>lien</a><img src=y></p>"u8, null, address).ShouldNotBeNull();
}
