using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>The words of dates, without accents and dots, in the languages that French newsrooms' systems are set to.</summary>
internal static class DateWords
{
    private static readonly FrozenDictionary<string, int> Months = Numbered(
        "jan january ιαν janv janvier januar enero ene gennaio gen januari janeiro",
        "feb february φεβ fev fevr fevrier februar febrero febbraio februari fevereiro",
        "mar march μαρ mars marz maerz marzo mrz maart marco",
        "apr april απρ avr avril abril abr aprile",
        "may mai μαι mayo maggio mag mei maio",
        "jun june ιουν juin juni junio giugno giu junho",
        "jul july ιουλ juil juillet jui juli julio luglio lug julho",
        "aug august αυγ aou aout agosto ago augustus",
        "sep sept september σεπ septembre septiembre settembre set setembro",
        "oct october οκτ octobre okt oktober octubre ottobre ott outubro out",
        "nov november νοε novembre noviembre novembro",
        "dec december δεκ decembre dez dezember diciembre dic dicembre dezembro");

    private static readonly FrozenSet<string> French = FrozenSet.ToFrozenSet(
    [
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lun", "mer", "jeu", "ven", "sam", "dim",
        "janvier", "janv", "fevrier", "fevr", "mars", "avril", "avr", "mai", "juin", "juillet", "juil", "aout", "septembre", "octobre", "novembre", "decembre",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Fillers = FrozenSet.ToFrozenSet(["a", "at", "le", "the", "of", "de", "du", "um", "uhr", "on", "h"], StringComparer.Ordinal);

    /// <summary>The month of a word, 0 where it is none.</summary>
    public static int Month(string word) => Months.GetValueOrDefault(word);

    /// <summary>Whether the word names a day or a month in French and not in English.</summary>
    public static bool IsFrench(string word) => French.Contains(word);

    /// <summary>Whether the word only joins the others.</summary>
    public static bool IsFiller(string word) => Fillers.Contains(word);

    /// <summary>« Févr. » → « fevr ».</summary>
    public static string Normal(string word) => string.Concat(word.Normalize(NormalizationForm.FormD)
        .Where(c => c != '.' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();

    private static FrozenDictionary<string, int> Numbered(params string[] months) => months
        .SelectMany((names, index) => names.Split(' ').Select(name => KeyValuePair.Create(name, index + 1)))
        .ToFrozenDictionary(StringComparer.Ordinal);
}
