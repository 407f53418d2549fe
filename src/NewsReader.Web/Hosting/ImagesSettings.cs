using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NewsReader.Web.Hosting;

/// <summary>How the pictures of articles are kept (section <c>Images</c>).</summary>
public sealed class ImagesSettings
{
    /// <summary>The most bytes of pictures that are kept; those that were fetched longest ago go first, and are fetched again where a reader asks.</summary>
    [Range(typeof(long), "0", "9223372036854775807")]
    public long KeepBytes { get; init; } = 1024L * 1024 * 1024;
}

[OptionsValidator]
internal sealed partial class ImagesSettingsValidator : IValidateOptions<ImagesSettings>;
