using System.Globalization;
using System.Text;

namespace NewsReader.Web.Reading;

/// <summary>The readable end of an address.</summary>
public static class Slug
{
    private const int Longest = 70;

    /// <summary>The words of a title in lower case, without accents, joined by hyphens, at most 70 characters; « sans-titre » where none is left.</summary>
    public static string Of(string title)
    {
        var slug = new StringBuilder(Longest + 8);
        foreach (var c in Decomposed(title))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            var plain = Plain(char.ToLowerInvariant(c));
            if (plain.Length > 0)
                slug.Append(plain);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
            if (slug.Length > Longest) break;
        }

        return Cut(slug.ToString()) is { Length: > 0 } words ? words : "sans-titre";
    }

    private static string Plain(char c) => c switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' => c.ToString(),
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        _ => "",
    };

    private static string Cut(string slug)
    {
        if (slug.Length <= Longest) return slug.Trim('-');
        var end = slug.LastIndexOf('-', Longest);
        return slug[..(end > 0 ? end : Longest)];
    }

    // Normalize refuses lone surrogates, which torn feeds do carry.
    private static string Decomposed(string text)
    {
        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) sound.Append(rune.ToString());
        return sound.ToString().Normalize(NormalizationForm.FormD);
    }
}
