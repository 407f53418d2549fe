using System.Net;
using AngleSharp.Html.Parser;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Pages;

public sealed class LookTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Fact]
    public async Task A_choice_is_kept_in_the_browser_and_drawn_by_the_server()
    {
        using var answer = await PostAsync("sombre", "/sources");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/apparence?fait=true&retour=%2Fsources");
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("apparence=", StringComparison.Ordinal));
        cookie.ShouldContain("apparence=sombre.grand.normale;");
        cookie.ShouldContain("httponly");
        cookie.ShouldNotContain("secure");
        using var page = await site.SendAsync("/sources", ("Cookie", cookie.Split(';')[0]));
        (await page.Content.ReadAsStringAsync()).ShouldContain("<html lang=\"fr\" data-theme=\"sombre\" data-text=\"grand\">");
    }

    [Fact]
    public async Task Behind_https_the_cookie_is_bound_to_it()
    {
        using var answer = await PostAsync("sepia", "/", ("X-Forwarded-Proto", "https"));

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.Contains("apparence=", StringComparison.Ordinal));
        cookie.ShouldStartWith("__Host-apparence=sepia");
        cookie.ShouldContain("secure");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_in_French()
    {
        using var form = new FormUrlEncodedContent([new("theme", "sombre")]);
        using var answer = await site.Client.PostAsync(new Uri("/apparence", UriKind.Relative), form);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Demande refusée");
    }

    [Theory]
    [InlineData("https://mechant.example/")]
    [InlineData("//mechant.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task The_way_back_never_leaves_the_site(string back)
    {
        var page = new HtmlParser().ParseDocument(await site.TextAsync("/apparence?fait=true&retour=" + Uri.EscapeDataString(back)));

        page.QuerySelector("[role=status] a")!.GetAttribute("href").ShouldBe("/");
    }

    [Fact]
    public async Task Sources_say_their_state_in_words()
    {
        var page = new HtmlParser().ParseDocument(await site.TextAsync("/sources"));

        page.QuerySelectorAll(".subhead").Select(h => h.TextContent).ShouldBe(["À la une", "France", "Monde", "Culture"]);
        page.QuerySelectorAll(".sources li").Select(l => l.QuerySelectorAll(".meta")[^1].TextContent).ShouldBe(
            ["À jour, lue à\u00A06\u00A0h\u00A056", "Ne répond plus depuis jeudi 19 novembre", "À jour, lue à\u00A06\u00A0h\u00A056", "Pas encore visitée", "En pause"]);
    }

    private async Task<HttpResponseMessage> PostAsync(string theme, string back, params (string Name, string Value)[] headers)
    {
        using var form = await site.SendAsync("/apparence?retour=" + Uri.EscapeDataString(back), headers);
        var page = new HtmlParser().ParseDocument(await form.Content.ReadAsStringAsync());
        var token = page.QuerySelector("input[name=jeton]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/apparence");
        request.Headers.Add("Cookie", form.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        request.Content = new FormUrlEncodedContent([new("jeton", token), new("theme", theme), new("texte", "grand"), new("largeur", "x"), new("retour", back)]);
        return await site.Client.SendAsync(request);
    }
}
