using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace NewsReader.Web.Demo;

/// <summary>
/// Fills a page's template: <c>{{name}}</c> is encoded for HTML, <c>{{name|raw}}</c> is not, <c>{{name|json}}</c> is
/// encoded for a JSON string; what stands between <c>{{#name}}</c> and <c>{{/name}}</c> goes when the value is empty.
/// </summary>
internal static partial class DemoTemplate
{
    private static readonly JavaScriptEncoder Json = JavaScriptEncoder.Create(UnicodeRanges.All);

    public static string Fill(string template, IReadOnlyDictionary<string, string> values)
    {
        var kept = Sections().Replace(template, match => values[match.Groups["name"].Value].Length == 0
            ? ""
            : Fill(match.Groups["inside"].Value, values));
        return Names().Replace(kept, match => match.Groups["form"].Value switch
        {
            "raw" => values[match.Groups["name"].Value],
            "json" => Json.Encode(values[match.Groups["name"].Value]),
            _ => DemoMarkup.Encode(values[match.Groups["name"].Value]),
        });
    }

    [GeneratedRegex(@"\{\{#(?<name>\w+)\}\}\n?(?<inside>.*?)\{\{/\k<name>\}\}\n?", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sections();

    [GeneratedRegex(@"\{\{(?<name>\w+)(\|(?<form>\w+))?\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Names();
}
