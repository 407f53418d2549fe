using NewsReader.Newsroom.Language;
using NewsReader.Newsroom.Stories;
using NewsReader.Newsroom.Text;

namespace NewsReader.Web.Reading;

/// <summary>Published text as it is set on a page. What is stored stays as published.</summary>
public static class Typeset
{
    /// <summary>The text with French typography, or as it is in another language.</summary>
    public static string Text(string text, string? language = null) => IsFrench(language) ? FrenchTypography.Apply(text) : text;

    /// <summary>A headline: with a capital where the outlet began it small, but for a name such as « iPhone ».</summary>
    public static string Title(string title, string? language = null)
    {
        var text = Text(title, language);
        return text.Length > 1 && char.IsLower(text[0]) && !char.IsUpper(text[1]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
    }

    /// <summary>A headline in a list, without what newsrooms put before it to say what kind of piece it is: there that is a badge.</summary>
    public static string Listed(string title, string? language = null) => Title(HeadlineMarkers.Split(title).Title, language);

    /// <summary>A summary as plain text (a feed may have left markup in it), cut after a word near <paramref name="most"/> characters; null where nothing is left.</summary>
    public static string? Summary(string? summary, int most, string? language = null)
    {
        if (string.IsNullOrWhiteSpace(summary)) return null;
        var text = PlainText.FromHtml(summary);
        return text.Length == 0 ? null : Text(Cut(text, most), language);
    }

    /// <summary>The <c>lang</c> attribute that the text needs on a French page; null where it needs none.</summary>
    public static string? Lang(string? language) => IsFrench(language) || language!.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-') ? null : language;

    /// <summary>A count with its noun, kept on one line: « 9 rédactions », « 1 article ».</summary>
    public static string Count(int count, string one, string many) =>
        Number(count) + "\u00A0" + (count < 2 ? one : many);

    /// <summary>A number, its thousands apart: « 10 000 ».</summary>
    public static string Number(int number) => FrenchTypography.Apply(number.ToString("#,0", Spaced));

    private static readonly System.Globalization.NumberFormatInfo Spaced = new() { NumberGroupSeparator = " " };

    private static bool IsFrench(string? language) => string.IsNullOrEmpty(language) || language.StartsWith("fr", StringComparison.OrdinalIgnoreCase);

    private static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = text.LastIndexOf(' ', most);
        return text[..(end > most / 2 ? end : most)].TrimEnd(' ', ',', ';', ':', '.', '–', '—') + "\u00A0…";
    }
}
