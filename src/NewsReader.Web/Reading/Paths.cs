using System.Globalization;
using NewsReader.Newsroom.Editions;

namespace NewsReader.Web.Reading;

/// <summary>The addresses of the public pages, from the root of the site.</summary>
public static class Paths
{
    /// <summary>A story.</summary>
    public static string Story(long id, string title) => string.Create(CultureInfo.InvariantCulture, $"/sujets/{id}/{Slug.Of(title)}");

    /// <summary>An article.</summary>
    public static string Article(long id, string title) => string.Create(CultureInfo.InvariantCulture, $"/articles/{id}/{Slug.Of(title)}");

    /// <summary>What its outlet changed in an article.</summary>
    public static string Changes(long id, string title) => Article(id, title) + "/modifications";

    /// <summary>A section of the paper.</summary>
    public static string Section(Section section) => $"/rubriques/{section.Slug}";

    /// <summary>The section with this name; null where the paper has none.</summary>
    public static string? SectionNamed(string? name) => Sections.All.FirstOrDefault(s => s.Name == name) is { } section ? Section(section) : null;

    /// <summary>The edition of a day.</summary>
    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"/jour/{day:yyyy-MM-dd}");

    /// <summary>A picture.</summary>
    public static string Image(long id) => string.Create(CultureInfo.InvariantCulture, $"/images/{id}");

    /// <summary>An outlet's address where it is one of the web; null where a browser should not follow it.</summary>
    public static string? Outside(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;
}
