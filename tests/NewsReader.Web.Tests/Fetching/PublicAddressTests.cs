using System.Net;
using NewsReader.Web.Fetching;

namespace NewsReader.Web.Tests.Fetching;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("9.255.255.255", true)]
    [InlineData("10.0.0.0", false)]
    [InlineData("10.255.255.255", false)]
    [InlineData("11.0.0.0", true)]
    [InlineData("100.63.255.255", true)]
    [InlineData("100.64.0.0", false)]
    [InlineData("127.255.255.255", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("168.63.129.16", false)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.31.0.1", false)]
    [InlineData("172.32.0.0", true)]
    [InlineData("198.17.255.255", true)]
    [InlineData("198.19.0.1", false)]
    [InlineData("223.255.255.255", true)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    public void An_IPv4_address_is_public_outside_the_special_blocks(string address, bool expected) =>
        PublicAddress.IsPublic(IPAddress.Parse(address)).ShouldBe(expected);

    [Theory]
    [InlineData("2a00:1450:4007::1", true)]
    [InlineData("2001:41d0:1::1", true)]
    [InlineData("2620:0:862::1", true)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::8.8.8.8", false)]
    [InlineData("2001:0:4136:e378::1", false)]
    [InlineData("2001:2::1", false)]
    [InlineData("2001:20::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2002:808:808::1", false)]
    [InlineData("3fff:fff::1", false)]
    [InlineData("4000::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("ff0e::1", false)]
    [InlineData("64:ff9b:1::808:808", false)]
    [InlineData("2a01:e0a:1::5efe:a00:1", false)]
    public void An_IPv6_address_is_public_inside_global_unicast_less_the_special_blocks(string address, bool expected) =>
        PublicAddress.IsPublic(IPAddress.Parse(address)).ShouldBe(expected);

    [Theory]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("::ffff:192.168.1.1", false)]
    [InlineData("64:ff9b::8.8.8.8", true)]
    [InlineData("64:ff9b::10.1.2.3", false)]
    public void A_translated_address_is_judged_on_what_it_embeds(string address, bool expected) =>
        PublicAddress.IsPublic(IPAddress.Parse(address)).ShouldBe(expected);

    [Theory]
    [InlineData("https://www.gazette-du-rhone.fr/rss.xml")]
    [InlineData("http://gazette.example.org:8080/feed?a=1#b")]
    [InlineData("https://l’éveil.fr/flux")]
    [InlineData("http://9.9.9.9/rss")]
    [InlineData("https://1.fr/")]
    public void An_ordinary_address_is_allowed(string url) => PublicAddress.Judge(url).ShouldBe(new AddressVerdict(true, null));

    [Theory]
    [InlineData("feed://gazette.fr/rss", "scheme")]
    [InlineData("/etc/hosts", "scheme")]
    [InlineData("gazette.fr/rss", "absolute")]
    [InlineData("https://abonne@gazette.fr/rss", "user name")]
    [InlineData("http://gazette.fr:22/", "port 22")]
    [InlineData("http://gazette.fr:6379/", "port 6379")]
    [InlineData("http://gazette.fr:6697/", "port 6697")]
    [InlineData("http://imprimante/", "one word")]
    [InlineData("http://nas.lan/", ".lan")]
    [InlineData("http://box.home.arpa/", ".arpa")]
    [InlineData("http://service.onion./", ".onion")]
    [InlineData("http://0x9.9.9.9/", "unusual spelling")]
    [InlineData("http://9.9.2313/", "unusual spelling")]
    [InlineData("http://011.9.9.9/", "unusual spelling")]
    [InlineData("http://９.9.9.9/", "unusual spelling")]
    [InlineData("http://9。9。9。9/", "unusual spelling")]
    [InlineData("http://9.9.9.9./", "unusual spelling")]
    [InlineData("http://1.2.3.4.5/", "unusual spelling")]
    [InlineData("http://[::ffff:10.0.0.1]/", "not a public address")]
    [InlineData("http://192.168.0.254:8080/", "not a public address")]
    public void A_refused_address_says_why(string url, string why)
    {
        var verdict = PublicAddress.Judge(url);
        verdict.Allowed.ShouldBeFalse();
        verdict.Why!.ShouldContain(why);
    }

    [Fact]
    public void An_address_without_end_is_refused() =>
        PublicAddress.Judge("https://gazette.fr/" + new string('a', 5000)).Allowed.ShouldBeFalse();
}
