using System.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>Atom's text and content constructs (RFC 4287, 3.1 and 4.1.3; Atom 0.3 with its <c>mode</c>).</summary>
internal static class AtomText
{
    /// <summary>What the first of these children says, as HTML or plain text, as it was published.</summary>
    public static string? First(FeedElement parent, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            foreach (FeedElement child in parent.Children(name))
            {
                if (Read(child) is { Length: > 0 } text)
                    return text;
            }
        }
        return null;
    }

    private static string Read(FeedElement element)
    {
        string type = element.Attribute("type")?.Trim().ToLowerInvariant() ?? "text";
        string mode = element.Attribute("mode")?.Trim().ToLowerInvariant() ?? "";
        if (IsBase64(type, mode, element))
            return Markup.Resolve(FromBase64(element.Text().ToString()), element.Base);
        bool isHtml = type is "html" or "text/html";
        bool isMarkup = type is "xhtml" or "application/xhtml+xml" || mode is "xml" || (element.HasElements && !(isHtml && IsEscapedInWrapper(element)));
        string text = isMarkup ? WithoutWrapper(element.InnerMarkup().Trim()) : element.Text().Trim().ToString();
        return isMarkup || isHtml ? Markup.Resolve(text, element.Base) : text;
    }

    /// <summary>Some systems wrap escaped HTML in an XHTML <c>div</c>.</summary>
    private static bool IsEscapedInWrapper(FeedElement element) =>
        element.Elements.ToList().TrueForAll(wrapper => !wrapper.HasElements) && element.Text().Contains('<');

    private static bool IsBase64(string type, string mode, FeedElement element) => mode is "base64"
        || (mode.Length == 0 && type.Contains('/', StringComparison.Ordinal) && !element.HasElements
            && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("xml", StringComparison.Ordinal));

    private static string FromBase64(string encoded)
    {
        byte[] bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out int length) ? Encoding.UTF8.GetString(bytes, 0, length).Trim() : encoded.Trim();
    }

    /// <summary>XHTML comes in one <c>div</c> that is no part of the content (RFC 4287, 3.1.1.3).</summary>
    private static string WithoutWrapper(string markup)
    {
        const string Open = "<div>", Close = "</div>";
        bool isWrapped = markup.StartsWith(Open, StringComparison.Ordinal) && markup.EndsWith(Close, StringComparison.Ordinal)
            && markup.IndexOf(Close, StringComparison.Ordinal) == markup.Length - Close.Length;
        return isWrapped ? markup[Open.Length..^Close.Length].Trim() : markup;
    }
}
