using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsReader.Web.Fetching;

namespace NewsReader.Web.Tests.Fetching;

public sealed class FetchingSettingsTests
{
    [Fact]
    public void The_room_stands_without_a_single_setting()
    {
        using var services = Services();
        services.GetRequiredService<PageClient>().ShouldNotBeNull();
        services.GetRequiredService<Robots>().ShouldNotBeNull();
        services.GetRequiredService<IOptions<FetchingSettings>>().Value.AllowedNetworks.ShouldBeEmpty();
    }

    [Fact]
    public void Settings_are_read_from_their_section()
    {
        using var services = Services(("AllowedNetworks:0", "192.168.1.0/24"), ("AllowedNetworks:1", "fd00::/8"), ("Deadline", "00:00:05"), ("HostPause", "0"));
        var settings = services.GetRequiredService<IOptions<FetchingSettings>>().Value;
        settings.AllowedNetworks.ShouldBe(["192.168.1.0/24", "fd00::/8"]);
        settings.Deadline.ShouldBe(TimeSpan.FromSeconds(5));
        settings.HostPause.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("AllowedNetworks:0", "chez moi")]
    [InlineData("ContactAddress", "moi (robot)")]
    [InlineData("ContactAddress", "a\r\nX: y")]
    [InlineData("FeedBytes", "0")]
    [InlineData("Deadline", "00:00:00")]
    [InlineData("HostPause", "-00:00:01")]
    [InlineData("HostConnections", "0")]
    public void A_setting_that_cannot_be_meant_stops_the_start(string key, string value)
    {
        using var services = Services((key, value));
        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<FetchingSettings>>().Value)
            .Message.ShouldContain(key.Split(':')[0]);
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(one => KeyValuePair.Create("Fetching:" + one.Key, (string?)one.Value)))
            .Build();
        return new ServiceCollection().AddLogging().AddFetching(configuration).BuildServiceProvider();
    }
}
