using System.Text.RegularExpressions;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>The names of those who wrote, from elements that hold a name, an address, or both.</summary>
internal static partial class People
{
    /// <summary>The names in the first of these elements that says any, joined by « , »; null where none does.</summary>
    public static string? Of(FeedElement parent, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (Joined(parent.Children(name), Name) is { } people)
                return people;
        }
        return AtomAuthors(parent, "atom:author");
    }

    /// <summary>The names of Atom's person constructs (RFC 4287, 3.2).</summary>
    public static string? AtomAuthors(FeedElement parent, string elementName) => Joined(parent.Children(elementName), AtomName);

    private static string? Joined(FeedChildren elements, Func<FeedElement, string?> nameOf)
    {
        string? first = null;
        List<string>? all = null;
        foreach (FeedElement element in elements)
        {
            if (nameOf(element) is not { Length: > 0 } name)
                continue;
            first ??= name;
            if (!(all ??= [first]).Contains(name, StringComparer.Ordinal))
                all.Add(name);
        }
        return all is { Count: > 1 } ? string.Join(", ", all) : first;
    }

    private static string? AtomName(FeedElement author) => author.HasElements
        ? author.ChildText("name", "atom:name") ?? author.ChildText("email", "atom:email")
        : Name(author);

    private static string? Name(FeedElement element)
    {
        string text = element.ChildText("name", "atom:name", "itunes:name") ?? PlainText.Clean(element.Text().ToString());
        if (!text.Contains('@', StringComparison.Ordinal))
            return text.Length == 0 ? null : text;
        try
        {
            if (NameInBrackets().Match(text) is { Success: true } rss)
                return rss.Groups["name"].Value;
            if (NobodysAddress().IsMatch(text))
                return null;
            if (AddressInBrackets().Match(text) is { Success: true } mail)
                return mail.Groups["name"].Value.Trim('"');
        }
        catch (RegexMatchTimeoutException)
        {
            return text;
        }
        return text.Length == 0 ? null : text;
    }

    /// <summary>« redaction@exemple.fr (Zoé Martin) », as RSS 2.0 has it.</summary>
    [GeneratedRegex(@"^[^\s@()]+@[^\s@()]+\s*\((?<name>[^()]+)\)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NameInBrackets();

    /// <summary>« Zoé Martin &lt;redaction@exemple.fr&gt; », and the same with round brackets.</summary>
    [GeneratedRegex(@"^(?<name>[^<>()@]+?)\s*[<(][^\s@()<>:]+@[^\s@()<>]+[>)]$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex AddressInBrackets();

    /// <summary>« no-reply@exemple.fr » alone names nobody.</summary>
    [GeneratedRegex(@"^(?:no-?reply|do-?not-?reply|ne-?pas-?repondre)@[^\s@()]+$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NobodysAddress();
}
