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
            string people = string.Join(", ", parent.Children(name).Select(Name).OfType<string>().Distinct(StringComparer.Ordinal));
            if (people.Length > 0)
                return people;
        }
        return AtomAuthors(parent, "atom:author");
    }

    /// <summary>The names of Atom's person constructs (RFC 4287, 3.2).</summary>
    public static string? AtomAuthors(FeedElement parent, string elementName)
    {
        string people = string.Join(", ", parent.Children(elementName).Select(AtomName).OfType<string>().Distinct(StringComparer.Ordinal));
        return people.Length == 0 ? null : people;
    }

    private static string? AtomName(FeedElement author) => author.Elements.Any()
        ? author.ChildText("name", "atom:name") ?? author.ChildText("email", "atom:email")
        : Name(author);

    private static string? Name(FeedElement element)
    {
        string text = element.ChildText("name", "atom:name", "itunes:name") ?? PlainText.Clean(element.InnerText());
        try
        {
            if (NameInBrackets().Match(text) is { Success: true } rss)
                return rss.Groups["name"].Value;
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
}
