using System.Net;
using System.Net.Http.Headers;
using NewsReader.Web.Hosting;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Hosting;

public sealed class RequestLimitsTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Theory]
    [InlineData("/apparence")]
    [InlineData("/nulle-part")]
    public async Task A_form_that_is_too_large_is_refused_in_French(string path)
    {
        using var form = new ByteArrayContent(new byte[RequestLimits.FormBytes + 1]);
        form.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");

        using var answer = await site.Client.PostAsync(new Uri(path, UriKind.Relative), form);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Envoi trop grand");
        answer.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
    }

    [Fact]
    public async Task A_form_that_hides_its_length_is_cut_off()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/apparence") { Content = new ByteArrayContent(new byte[2 * RequestLimits.FormBytes]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        request.Headers.TransferEncodingChunked = true;

        using var answer = await site.Client.SendAsync(request);

        ((int)answer.StatusCode).ShouldBeInRange(400, 413);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("lang=\"fr\"");
    }

    [Theory]
    [InlineData("code", "ABCD")]
    [InlineData("code", "200")]
    [InlineData("a\0b", "\0")]
    public async Task A_refused_form_chooses_nothing_of_the_refusal(string name, string value)
    {
        using var form = new FormUrlEncodedContent([new(name, value), new("page", "/Admin/Index"), new("handler", "x")]);

        using var answer = await site.Client.PostAsync(new Uri("/apparence", UriKind.Relative), form);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Demande refusée");
    }

    [Fact]
    public async Task Lines_and_headers_have_an_end()
    {
        (await StatusAsync("/?" + new string('a', 10_000))).ShouldBe(HttpStatusCode.RequestUriTooLong);
        (await StatusAsync("/", ("X-Long", new string('a', 20_000)))).ShouldBe(HttpStatusCode.RequestHeaderFieldsTooLarge);
        (await StatusAsync("/", [.. Enumerable.Range(0, 70).Select(i => ($"X-{i}", "a"))])).ShouldBe(HttpStatusCode.RequestHeaderFieldsTooLarge);
    }

    private async Task<HttpStatusCode> StatusAsync(string path, params (string, string)[] headers)
    {
        using var answer = await site.SendAsync(path, headers);
        return answer.StatusCode;
    }
}
