namespace NewsReader.Web.Reading;

/// <summary>The sections of the paper, in the order of its menu.</summary>
public static class PaperSections
{
    /// <summary>Their names.</summary>
    public static readonly IReadOnlyList<string> All = ["France", "Monde", "Politique", "Économie", "Société", "Sciences", "Culture", "Sport"];

    /// <summary>The section with this end of an address; null where there is none.</summary>
    public static string? BySlug(string slug) => All.FirstOrDefault(s => string.Equals(Slug.Of(s), slug, StringComparison.Ordinal));

    /// <summary>The section's own page; null where it is none of the paper's.</summary>
    public static string? PathOf(string? section) => section is not null && All.Contains(section, StringComparer.Ordinal) ? Paths.Section(section) : null;
}
