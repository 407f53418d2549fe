using System.Text;
using System.Text.RegularExpressions;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>HTML that a feed carries: nothing is judged or removed here, which is for <c>ArticleHtml</c> alone.</summary>
internal static partial class Markup
{
    /// <summary>Text as HTML that shows it.</summary>
    public static string Escape(string text) => text.AsSpan().ContainsAny("&<>\"")
        ? new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").ToString()
        : text;

    /// <summary>The same HTML with its relative addresses made absolute.</summary>
    public static string Resolve(string html, string? baseAddress)
    {
        if (baseAddress is null || !html.AsSpan().Contains('<'))
            return html;
        try
        {
            return StartTag().Replace(html, tag => AddressAttribute().Replace(tag.Value, match => Absolute(match, baseAddress)));
        }
        catch (RegexMatchTimeoutException)
        {
            return html;
        }
    }

    private static string Absolute(Match match, string baseAddress)
    {
        string link = CharacterReferences.Decode(match.Groups["address"].Value.Trim('"', '\'')).Trim();
        if (WebAddress.HasScheme(link) || WebAddress.Resolve(baseAddress, link) is not { } absolute)
            return match.Value;
        return $"{match.Groups["before"].Value}\"{Escape(absolute)}\"";
    }

    [GeneratedRegex("<[a-z][^<>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex StartTag();

    /// <summary>An attribute that holds an address.</summary>
    [GeneratedRegex("""(?<before>\s(?:href|src|cite|action|longdesc|poster|background|data|usemap|codebase|classid|profile|formaction)\s*=\s*)(?<address>"[^"]*"|'[^']*'|[^\s"'>]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex AddressAttribute();
}
