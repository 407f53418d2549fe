using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>A start tag of a page with its attributes, and the text that follows it up to the next tag of its name.</summary>
internal sealed class PageTag(string name, TagAttributes attributes, string text)
{
    /// <summary>A link's text is a few words: more is not looked at.</summary>
    private const int LongestText = 500;

    public string Name => name;

    /// <summary>What follows the tag up to its end tag, as HTML.</summary>
    public string Text => text;

    /// <summary>The attribute's value, its character references decoded.</summary>
    public string? this[string attribute]
    {
        get
        {
            foreach (TagAttribute found in attributes.Found)
            {
                if (attributes.Name(found).Equals(attribute, StringComparison.OrdinalIgnoreCase))
                    return CharacterReferences.Decode(attributes.Value(found).ToString());
            }
            return null;
        }
    }

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
            var attributes = new TagAttributes(html.AsMemory());
            if (!attributes.Read(end))
                yield break;
            at = attributes.End;
            ReadOnlySpan<char> rest = html.AsSpan(at, Math.Min(LongestText, html.Length - at));
            int close = rest.IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase);
            yield return new PageTag(name, attributes, close < 0 ? "" : rest[..close].ToString());
        }
    }
}
