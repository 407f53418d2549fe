using System.Text;
using System.Text.RegularExpressions;

namespace NewsReader.Newsroom.Language;

/// <summary>
/// French spacing at display: narrow no-break space before « ; ! ? » and between thousands, no-break space before « : % € », inside
/// guillemets and in « 14 h 05 », « M. Dupont », « 3 millions »; ’ for ' and … for three dots. After the Lexique des règles
/// typographiques en usage à l'Imprimerie nationale. For text nodes in French only; the stored text stays as it is.
/// </summary>
public static partial class FrenchTypography
{
    private const int TimeOut = 5_000;
    private const string Thin = "\u202F";
    private const string Wide = "\u00A0";

    // The spaces of a line: plain, tab, no-break, thin, narrow no-break.
    private const string Space = @"[ \t\u00A0\u2009\u202F]";
    private const string EndsHere = @"(?=$|[\s\u00A0\u202F»”"")\],.…])";

    /// <summary>
    /// The text with its spaces, apostrophes and dots set the French way; addresses are left alone. Idempotent, never throws
    /// (a text that takes too long comes back as it was).
    /// </summary>
    public static string Apply(string text)
    {
        try
        {
            var set = new StringBuilder(text.Length + 16);
            var at = 0;
            foreach (var match in Addresses().EnumerateMatches(text))
            {
                set.Append(Prose(text[at..match.Index])).Append(text.AsSpan(match.Index, match.Length));
                at = match.Index + match.Length;
            }
            return at == 0 ? Prose(text) : set.Append(Prose(text[at..])).ToString();
        }
        catch (RegexMatchTimeoutException)
        {
            return text;
        }
    }

    private static string Prose(string text)
    {
        if (text.Length == 0)
            return text;
        text = Dots().Replace(text, "…");
        text = Apostrophes().Replace(text, "’");
        text = Opening().Replace(text, "«" + Wide);
        text = Closing().Replace(text, Wide + "»");
        text = HighMarks().Replace(text, Thin + "${mark}");
        text = Colons().Replace(text, Wide + ":");
        text = Thousands().Replace(text, m => AnySpace().Replace(m.Value, Thin));
        text = Units().Replace(text, Wide);
        return Bonds().Replace(text, Wide);
    }

    [GeneratedRegex(@"(?:https?://|www\.)[^\s«»<>""“”]+|[\w.+-]+@[\w-]+\.[\w.-]*\w", RegexOptions.IgnoreCase, TimeOut)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"(?<!\.)\.{3}(?!\.)", RegexOptions.None, TimeOut)]
    private static partial Regex Dots();

    [GeneratedRegex(@"(?<=\p{L})'(?=[\p{L}\p{N}«“""])", RegexOptions.None, TimeOut)]
    private static partial Regex Apostrophes();

    [GeneratedRegex($"«{Space}*", RegexOptions.None, TimeOut)]
    private static partial Regex Opening();

    [GeneratedRegex($"(?<!{Space}){Space}*»", RegexOptions.None, TimeOut)]
    private static partial Regex Closing();

    // Where a space stood it is narrowed, whatever comes before (« C++ ; »); where none stood, one is put only after a word or what closes one.
    [GeneratedRegex($@"(?:(?<!{Space}){Space}+|(?<=[\p{{L}}\p{{N}})\]»”""’%€…]))(?<mark>[;!?]+){EndsHere}", RegexOptions.None, TimeOut)]
    private static partial Regex HighMarks();

    [GeneratedRegex($@"(?:(?<!{Space}){Space}+|(?<=[\p{{L}}\p{{N}})\]»”""%€…])):(?=$|\s|[\u00A0\u202F])", RegexOptions.None, TimeOut)]
    private static partial Regex Colons();

    // A year before a number (« mai 2026 100 morts ») is no group of three, so the run can only begin after it.
    [GeneratedRegex(@"(?<![\p{L}\p{N}.,:/-])[1-9]\d{0,2}(?:[ \u00A0\u2009\u202F]\d{3})+(?![\p{L}\p{N}:/])", RegexOptions.None, TimeOut)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"[ \u00A0\u2009\u202F]", RegexOptions.None, TimeOut)]
    private static partial Regex AnySpace();

    [GeneratedRegex($@"(?<=\d){Space}?(?=[%€‰](?![\p{{L}}\p{{N}}]))", RegexOptions.None, TimeOut)]
    private static partial Regex Units();

    [GeneratedRegex($@"(?<=\d){Space}(?=h(?![\p{{L}}\p{{N}}])|(?:millions?|milliards?|billions?)\b)|(?<=\d[ \u00A0\u2009\u202F]h){Space}(?=\d\d(?!\d))|(?<=\bMM?\.){Space}(?=\p{{Lu}})|(?<=\b(?:Mmes?|Mlles?|Mgr|Dr|Pr)){Space}(?=\p{{Lu}})|(?<=\b[nN]°){Space}(?=\d)", RegexOptions.None, TimeOut)]
    private static partial Regex Bonds();
}
