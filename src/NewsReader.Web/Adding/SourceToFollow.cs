using NewsReader.Newsroom.Text;

namespace NewsReader.Web.Adding;

/// <summary>A source that somebody wants followed.</summary>
/// <param name="Address">The feed's absolute http(s) address.</param>
/// <param name="Outlet">The name of the outlet; one of that name is used, else one is made.</param>
public sealed record SourceToFollow(string Address, string Outlet)
{
    /// <summary>The title that the feed gives itself.</summary>
    public string? Title { get; init; }

    /// <summary>Who owns the outlet; null leaves a known outlet's owners as they are.</summary>
    public IReadOnlyList<string>? Owners { get; init; }

    /// <summary>The section of the paper; null for none.</summary>
    public string? Section { get; init; }

    /// <summary>Whether this is the outlet's own « à la une » feed.</summary>
    public bool IsFront { get; init; }

    /// <summary>Whether it is suspended from the beginning.</summary>
    public bool IsPaused { get; init; }

    /// <summary>The outlet's editorial weight, 1 for an ordinary daily; null leaves a known outlet's weight as it is.</summary>
    public double? Weight { get; init; }

    /// <summary>« Rossel; SIPA Ouest-France » → two owners.</summary>
    public static IReadOnlyList<string> SplitOwners(string? owners) =>
        (owners ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>
    /// What two addresses of one feed have in common: the canonical form, without the scheme, since a feed that answers on http answers the same on
    /// https, and without the last slash. Null where the text is no absolute http(s) address.
    /// </summary>
    internal static string? Key(string address) =>
        WebAddress.Canonical(address) is { } canonical ? canonical[(canonical.IndexOf("://", StringComparison.Ordinal) + 3)..].TrimEnd('/') : null;
}
