using Microsoft.EntityFrameworkCore;
using NewsReader.Newsroom.Text;
using NewsReader.Storage;

namespace NewsReader.Web.Adding;

/// <summary>Fills in what a source is most likely to be, for a person to correct: by what is followed already, by the built-in list, by the feed's own words.</summary>
public static class SourceProposal
{
    /// <summary>What ends an outlet's name in the title of its feed: « Le Monde.fr - Actualités et Infos ».</summary>
    private static readonly string[] Separators = [" - ", " – ", " — ", " | ", " : ", " · "];

    /// <summary>Words in a feed's title or address that tell its section, where it is not the section's own name.</summary>
    private static readonly (string Word, string Section)[] Hints =
    [
        ("a-la-une", "À la une"), ("alaune", "À la une"), ("/une", "À la une"), ("international", "Monde"), ("world", "Monde"), ("planete", "Sciences"),
        ("environnement", "Sciences"), ("sante", "Sciences"), ("tech", "Sciences"), ("entreprise", "Économie"), ("football", "Sport"), ("cinema", "Culture"), ("livres", "Culture"),
    ];

    /// <summary>The proposal for a feed.</summary>
    /// <param name="db">Where the known outlets are.</param>
    /// <param name="address">The feed's address.</param>
    /// <param name="title">The title that the feed gives itself.</param>
    /// <param name="cancel">The person went away.</param>
    public static async Task<SourceToFollow> OfAsync(NewsDb db, string address, string? title, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(address);
        var site = SiteOf(address);
        var section = SectionOf($"{address} {title}");
        var isFront = section is "À la une";
        var sources = await db.Sources.AsNoTracking().Where(s => !s.Outlet!.IsDemo).Select(s => new { s.Address, s.Outlet!.Name, s.Outlet.Owners }).ToListAsync(cancel);
        var (outlet, owners) = sources.FirstOrDefault(s => SiteOf(s.Address) is { } known && known.Equals(site, StringComparison.Ordinal)) is { } followed
            ? (followed.Name, followed.Owners.AsReadOnly())
            : StarterSources.BuiltIn.FirstOrDefault(s => SiteOf(s.Address)!.Equals(site, StringComparison.Ordinal)) is { } listed
                ? (listed.Outlet, listed.Owners)
                : (NameOf(title) ?? site ?? "", []);
        return new SourceToFollow(address, outlet) { Title = title, Owners = owners, Section = section, IsFront = isFront };
    }

    private static string? SiteOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? WebAddress.Site(uri.Host) : null;

    private static string? NameOf(string? title)
    {
        var name = title?.Trim() ?? "";
        foreach (var separator in Separators)
        {
            if (name.IndexOf(separator, StringComparison.Ordinal) is > 0 and var at) name = name[..at];
        }

        return name.Length is > 0 and <= 80 ? name.Trim() : null;
    }

    private static string? SectionOf(string words)
    {
        var plain = Fold(words);
        return StarterSources.Sections.FirstOrDefault(section => section is not ("France" or "Monde") && plain.Contains(Fold(section), StringComparison.Ordinal))
            ?? Hints.FirstOrDefault(hint => plain.Contains(hint.Word, StringComparison.Ordinal)).Section;
    }

    /// <summary>Small letters without accents.</summary>
    private static string Fold(string text) =>
        string.Concat(text.Normalize(System.Text.NormalizationForm.FormD).Where(c => char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}
