using System.Text.RegularExpressions;
using NewsReader.Newsroom.Text;

namespace NewsReader.Web.Adding;

/// <summary>The addresses that a person may have meant: pasted with words around it, shared from an app, without a scheme, or as <c>feed:</c>.</summary>
internal static partial class TypedAddress
{
    private const int LongestText = 4096;

    /// <summary>What to visit, in the order to try; empty where the text holds no address.</summary>
    public static IReadOnlyList<string> Candidates(string? typed)
    {
        if (typed is null || typed.Length > LongestText) return [];
        var text = FeedScheme().Replace(typed.Trim(), match => match.Groups["inner"].Success ? "" : "https://");
        if (WithScheme().Match(text) is { Success: true } whole)
            return WebAddress.Canonical(Unpunctuated(whole.Value)) is { } canonical ? [canonical] : [];
        var bare = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Unpunctuated).FirstOrDefault(LooksLikeSite);
        if (bare is null || WebAddress.Canonical($"https://{bare}") is not { } secure) return [];
        return [secure, "http" + secure["https".Length..]];
    }

    /// <summary>Whether the text is an address that carries a user name.</summary>
    public static bool HasUser(string? typed) =>
        typed is not null && WithScheme().Match(typed) is { Success: true } match && Uri.TryCreate(match.Value, UriKind.Absolute, out var uri) && uri.UserInfo.Length > 0;

    private static bool LooksLikeSite(string word) => Site().IsMatch(word);

    // Marks that enclose or end an address in running text.
    private static string Unpunctuated(string word) => word.Trim('<', '>', '"', '\'', '«', '»', '“', '”', '(', ')', '[', ']', ',', ';').TrimEnd('.', '!', '?', ':', '…');

    [GeneratedRegex(@"^feed:(//)?(?<inner>(?=https?:))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex FeedScheme();

    [GeneratedRegex(@"https?://[^\s<>""«»]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex WithScheme();

    // A name with a dot, or an address of numbers, then perhaps a port and a path; not « etc... » and not an address of mail.
    [GeneratedRegex(@"^(?:[\p{L}\p{N}_-]+\.)+[\p{L}\p{N}-]+(?::\d{1,5})?(?:[/?#]\S*)?$|^\[[0-9a-f:.]+\](?::\d{1,5})?(?:/\S*)?$|^localhost(?::\d{1,5})?(?:/\S*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Site();
}
