using System.Text.RegularExpressions;

namespace NewsReader.Web.Demo;

/// <summary>Sets a plainly typed text as its paper would, so that readers of the demo see the web as it is.</summary>
internal static partial class DemoTypography
{
    private const string NoBreak = "\u00a0";

    private const string NarrowNoBreak = "\u202f";

    public static string Compose(string typed, DemoComposition composition) => composition switch
    {
        DemoComposition.Fine => Fine(typed),
        DemoComposition.Tight => typed.Replace("« ", "«", StringComparison.Ordinal).Replace(" »", "»", StringComparison.Ordinal),
        _ => typed,
    };

    private static string Fine(string typed) =>
        BeforeHighPoints().Replace(NoBreakSpaces().Replace(typed.Replace('\'', '’'), NoBreak), NarrowNoBreak);

    [GeneratedRegex(@"(?<=«) | (?=[»:%€])|(?<=\d) (?=h \d|heures|millions?|milliards?|euros|km|m[²³]?\b|°)|(?<=\d h) (?=\d)|(?<=\bM\.|\bMme) (?=\p{Lu})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoBreakSpaces();

    [GeneratedRegex(@" (?=[;!?])|(?<=\d) (?=\d{3}(?!\d))", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BeforeHighPoints();
}
