using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>A start tag of a page with its attributes, and the text that follows it up to the next tag of its name.</summary>
internal sealed class PageTag(string name, IReadOnlyList<KeyValuePair<string, string>> attributes, string text)
{
    /// <summary>A link's text is a few words: more is not looked at.</summary>
    private const int LongestText = 500;

    /// <summary>Of one tag; the rest is passed over.</summary>
    private const int MostAttributes = 100;

    public string Name => name;

    /// <summary>What follows the tag up to its end tag, as HTML.</summary>
    public string Text => text;

    /// <summary>The attribute's value, its character references decoded.</summary>
    public string? this[string attribute] =>
        attributes.FirstOrDefault(pair => pair.Key.Equals(attribute, StringComparison.OrdinalIgnoreCase)).Value is { } value
            ? CharacterReferences.Decode(value) : null;

    /// <summary>The start tags of these names, in order; one forward walk without a tree, so that no depth of nesting costs more. What stands in comments counts too.</summary>
    public static IEnumerable<PageTag> In(string html, params string[] names)
    {
        int at = 0;
        while ((at = html.IndexOf('<', at)) >= 0)
        {
            int end = ++at;
            while (end < html.Length && char.IsAsciiLetterOrDigit(html[end]))
                end++;
            string? name = Array.Find(names, name => html.AsSpan(at, end - at).Equals(name, StringComparison.OrdinalIgnoreCase));
            if (name is null)
                continue;
            List<KeyValuePair<string, string>> attributes = [];
            at = Attributes(html, end, attributes);
            if (at < 0)
                yield break;
            ReadOnlySpan<char> rest = html.AsSpan(at, Math.Min(LongestText, html.Length - at));
            int close = rest.IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase);
            yield return new PageTag(name, attributes, close < 0 ? "" : rest[..close].ToString());
        }
    }

    /// <summary>Reads the attributes of a tag; where the text goes on after it, or -1 where it ends before.</summary>
    private static int Attributes(string html, int start, List<KeyValuePair<string, string>> attributes)
    {
        var tag = new TagReader(html, start);
        while (tag.Next(out TagAttribute attribute))
        {
            if (attributes.Count < MostAttributes)
                attributes.Add(new(attribute.Name(html).ToString(), attribute.Value(html).ToString()));
        }
        return tag.IsCut ? -1 : tag.At;
    }
}
