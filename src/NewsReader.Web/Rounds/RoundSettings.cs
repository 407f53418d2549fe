using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NewsReader.Web.Rounds;

/// <summary>How rounds run (section <c>Rounds</c>).</summary>
public sealed class RoundSettings
{
    /// <summary>Whether the server runs rounds in the background. Commands run theirs all the same.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>How many visits are under way at once.</summary>
    [Range(1, 64)]
    public int Visits { get; init; } = 8;

    /// <summary>The shortest time between two visits to one source.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan ShortestInterval { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The longest time between two visits to a source that answers.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan LongestInterval { get; init; } = TimeSpan.FromHours(2);
}

/// <summary>What is done with articles (section <c>Articles</c>).</summary>
public sealed class ArticleSettings
{
    /// <summary>Whether the articles' own pages are fetched; without, only what the feeds carry is kept.</summary>
    public bool FetchPages { get; init; } = true;

    /// <summary>How many days an article's page is kept beside its text.</summary>
    [Range(0, 365)]
    public int KeepPagesDays { get; init; } = 14;

    /// <summary>How many days an article is kept that no edition shows.</summary>
    [Range(2, 36500)]
    public int KeepDays { get; init; } = 90;
}

[OptionsValidator]
internal sealed partial class RoundSettingsValidator : IValidateOptions<RoundSettings>;

[OptionsValidator]
internal sealed partial class ArticleSettingsValidator : IValidateOptions<ArticleSettings>;
