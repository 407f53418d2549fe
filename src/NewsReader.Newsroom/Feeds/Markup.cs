using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>HTML that a feed carries: nothing is judged or removed here, which is for <c>ArticleHtml</c> alone.</summary>
internal static class Markup
{
    private static readonly SearchValues<char> ToEscape = SearchValues.Create("&<>\"");

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:-_");

    /// <summary>The attributes that hold an address.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AddressAttributes = FrozenSet.ToFrozenSet(
    [
        "href", "src", "cite", "action", "longdesc", "poster", "background", "data", "usemap", "codebase", "classid", "profile", "formaction",
    ], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Appends text as HTML that shows it.</summary>
    public static void AppendEscaped(StringBuilder markup, ReadOnlySpan<char> text)
    {
        for (int next; (next = text.IndexOfAny(ToEscape)) >= 0; text = text[(next + 1)..])
        {
            markup.Append(text[..next]).Append(text[next] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                _ => "&quot;",
            });
        }
        markup.Append(text);
    }

    /// <summary>The same HTML with its relative addresses made absolute; linear in the length.</summary>
    public static string Resolve(string html, string? baseAddress)
    {
        if (baseAddress is null || !html.AsSpan().Contains('<'))
            return html;
        StringBuilder? resolved = null;
        int copied = 0;
        for (int at = 0; html.AsSpan(at).IndexOf('<') is >= 0 and var step;)
        {
            at += step + 1;
            if (at >= html.Length || !char.IsAsciiLetter(html[at]))
                continue;
            int name = html.AsSpan(at).IndexOfAnyExcept(NameCharacters);
            if (name < 0)
                break;
            var tag = new TagReader(html, at + name);
            while (tag.Next(out TagAttribute attribute))
            {
                if (Absolute(html, attribute, baseAddress) is { } absolute)
                    copied = Replace(resolved ??= new StringBuilder(html.Length + 256), html, copied, attribute, absolute);
            }
            at = tag.At;
        }
        return resolved is null ? html : resolved.Append(html.AsSpan(copied)).ToString();
    }

    /// <summary>Appends what stands before a value, then another value for it; where the text goes on after both.</summary>
    private static int Replace(StringBuilder target, string html, int from, TagAttribute attribute, string value)
    {
        int quote = html[attribute.ValueAt - 1] is '"' or '\'' ? 1 : 0;
        target.Append(html.AsSpan(from, attribute.ValueAt - quote - from)).Append('"');
        AppendEscaped(target, value);
        target.Append('"');
        return Math.Min(attribute.ValueAt + attribute.ValueLength + quote, html.Length);
    }

    /// <summary>The absolute form of a relative address; null where the attribute holds none.</summary>
    private static string? Absolute(ReadOnlySpan<char> html, TagAttribute attribute, string baseAddress)
    {
        ReadOnlySpan<char> value = attribute.Value(html).Trim();
        if (value.IsEmpty || value.StartsWith("https://") || value.StartsWith("http://") || !AddressAttributes.Contains(attribute.Name(html)))
            return null;
        string link = CharacterReferences.Decode(value.ToString()).Trim();
        return WebAddress.HasScheme(link) ? null : WebAddress.Resolve(baseAddress, link);
    }
}
