using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NewsReader.Web.Hosting;

/// <summary>What the site is called and where it stands (section <c>Site</c>).</summary>
public sealed class SiteSettings : IValidatableObject
{
    /// <summary>The paper's name, in the masthead and in the titles of windows.</summary>
    [Required]
    [StringLength(60, MinimumLength = 1)]
    public string Name { get; init; } = "NewsReader";

    /// <summary>
    /// The address that readers use (<c>https://journal.example</c>), without a path: the only source of absolute addresses, since a
    /// request's <c>Host</c> can be forged. Empty: no absolute address is written.
    /// </summary>
    public string Address { get; init; } = "";

    /// <summary>The absolute address of a path from the root; null where the site's address is not set.</summary>
    public string? Absolute(string path) => Address.Length == 0 ? null : Address.TrimEnd('/') + path;

    /// <summary>Finds an address that is none of a site.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var isSite = Uri.TryCreate(Address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            && uri is { PathAndQuery: "/", Fragment: "", UserInfo: "" };
        if (Address.Length > 0 && !isSite)
            yield return new ValidationResult($"Site:Address: « {Address} » is not the address of a site such as https://journal.example.", [nameof(Address)]);
    }
}

[OptionsValidator]
internal sealed partial class SiteSettingsValidator : IValidateOptions<SiteSettings>;
