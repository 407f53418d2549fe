using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Extensions.Options;

namespace NewsReader.Web.Fetching;

/// <summary>How the program visits other sites (section <c>Fetching</c>).</summary>
public sealed class FetchingSettings : IValidatableObject
{
    /// <summary>
    /// Networks in CIDR notation (<c>192.168.1.0/24</c>) that may be visited although they are not public, on any port
    /// and under any host name that leads into them. Empty by default: nothing private is reached.
    /// </summary>
    public IList<string> AllowedNetworks { get; init; } = [];

    /// <summary>An address of the web or of mail that tells webmasters whom to write to; it ends the user agent.</summary>
    [RegularExpression(@"[\x21-\x27\x2A-\x7E]{0,200}", ErrorMessage = "ContactAddress is one word of ASCII without parentheses.")]
    public string ContactAddress { get; init; } = "";

    /// <summary>The most bytes of a feed, after decompression.</summary>
    [Range(1024, 256 * 1024 * 1024)]
    public int FeedBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>The most bytes of an article's page, after decompression.</summary>
    [Range(1024, 256 * 1024 * 1024)]
    public int PageBytes { get; init; } = 5 * 1024 * 1024;

    /// <summary>The most bytes of an image.</summary>
    [Range(1024, 256 * 1024 * 1024)]
    public int ImageBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>The most time that one visit takes with its redirects, the wait for the host's turn left out.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:05:00")]
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The pause between the starts of two requests to one host.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan HostPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The most visits to one host at once.</summary>
    [Range(1, 16)]
    public int HostConnections { get; init; } = 2;

    /// <summary>Finds the networks that are not in CIDR notation.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        AllowedNetworks
            .Where(network => !IPNetwork.TryParse(network, out _))
            .Select(network => new ValidationResult(
                $"AllowedNetworks: « {network} » is not a network such as 192.168.1.0/24.", [nameof(AllowedNetworks)]));
}

[OptionsValidator]
internal sealed partial class FetchingSettingsValidator : IValidateOptions<FetchingSettings>;
