using FsCheck;
using FsCheck.Fluent;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Tests.Text;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData("HTTPS://Www.Exemple.FR:443/A?b=1#haut", "https://www.exemple.fr/A?b=1")]
    [InlineData("http://exemple.fr", "http://exemple.fr/")]
    [InlineData("https://exemple.fr/a.html#xtor=RSS-3208", "https://exemple.fr/a.html")]
    [InlineData("https://exemple.fr/a?xtor=RSS-1&id=7&utm_source=rss&at_medium=x&fbclid=z", "https://exemple.fr/a?id=7")]
    [InlineData("https://exemple.fr/a?utm_source=rss", "https://exemple.fr/a")]
    [InlineData("https://marie:secret@exemple.fr/", "https://exemple.fr/")]
    [InlineData("https://www.éléphant.fr/é", "https://www.xn--lphant-9uab.fr/%C3%A9")]
    [InlineData("https://exemple.fr./%c3%a9", "https://exemple.fr/%C3%A9")]
    [InlineData(" https://exemple.fr/a\n ", "https://exemple.fr/a")]
    [InlineData("https://exemple.fr:8080/a/../b", "https://exemple.fr:8080/b")]
    [InlineData("https://[2001:DB8::1]/a", "https://[2001:db8::1]/a")]
    public void A_page_has_one_address(string published, string canonical) => WebAddress.Canonical(published).ShouldBe(canonical);

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("mailto:a@exemple.fr")]
    [InlineData("exemple.fr/a")]
    [InlineData("http://")]
    [InlineData("http:///a")]
    public void What_is_no_page_has_none(string text) => WebAddress.Canonical(text).ShouldBeNull();

    [Theory]
    [InlineData("https://exemple.fr/a/b.html", "c.html", "https://exemple.fr/a/c.html")]
    [InlineData("https://exemple.fr/a/b.html", "/c", "https://exemple.fr/c")]
    [InlineData("https://exemple.fr/a/", "//cdn.exemple.fr/i.jpg", "https://cdn.exemple.fr/i.jpg")]
    [InlineData("https://exemple.fr/a", "?page=2", "https://exemple.fr/a?page=2")]
    [InlineData("https://exemple.fr/a", " http://autre.fr/é ", "http://autre.fr/é")]
    [InlineData(null, "http://autre.fr/", "http://autre.fr/")]
    [InlineData(null, "/a", null)]
    [InlineData("file:///a", "b", null)]
    [InlineData("https://exemple.fr/", "javascript:alert(1)", null)]
    public void A_link_is_resolved_against_its_base(string? origin, string link, string? absolute) =>
        WebAddress.Resolve(origin, link).ShouldBe(absolute);

    [Theory]
    [InlineData("www.lemonde.fr", "lemonde.fr")]
    [InlineData("lemonde.fr", "lemonde.fr")]
    [InlineData("www.culture.gouv.fr", "culture.gouv.fr")]
    [InlineData("News.BBC.co.uk.", "bbc.co.uk")]
    [InlineData("carnet.hypotheses.org", "carnet.hypotheses.org")]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("localhost", "localhost")]
    public void A_host_belongs_to_a_site(string host, string site) => WebAddress.Site(host).ShouldBe(site);

    [Fact]
    public void A_canonical_address_is_its_own_canonical_address() => Prop.ForAll<string, string>((path, query) =>
    {
        string? once = WebAddress.Canonical($"http://exemple.fr/{path}?{query}");
        return once is null || once.Equals(WebAddress.Canonical(once), StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_breaks_an_address() => Prop.ForAll<string, string>((one, other) =>
    {
        _ = WebAddress.Canonical("http://" + one);
        _ = WebAddress.Resolve("http://exemple.fr/", other ?? "");
        return WebAddress.Site(one ?? "") is not null;
    }).QuickCheckThrowOnFailure();
}
