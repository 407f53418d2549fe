using System.Globalization;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>Tells the picture of an article from the pixels, smileys and portraits that come with its text.</summary>
internal static class EntryPicture
{
    /// <summary>Smaller pictures are icons, smileys and counters, in pixels.</summary>
    private const int SmallestSide = 33;

    /// <summary>Pictures of a text that are never those of its subject: portraits of authors, smileys, counters of readers, buttons.</summary>
    private static readonly string[] Furniture =
        ["gravatar.com/", "s.w.org/images/core/emoji", "feeds.feedburner.com/~", "feedsportal.com/", "pixel.wp.com/", "stats.wordpress.com/", "doubleclick.net/", "/smilies/", "/emoji/", "feedblitz.com/", "/spacer.gif", "/pixel.gif"];

    /// <summary>The address of the first picture in a text; null where it has none.</summary>
    /// <param name="html">The entry's content or summary, its addresses absolute.</param>
    public static string? First(string? html)
    {
        if (html is null || !html.Contains("<img", StringComparison.OrdinalIgnoreCase))
            return null;
        foreach (PageTag image in PageTag.In(html, "img"))
        {
            if (image["src"] is { } source && WebAddress.Resolve(null, source) is { } url && !IsFurniture(url, image["width"], image["height"]))
                return url;
        }
        return null;
    }

    /// <summary>Whether a picture cannot be that of an article.</summary>
    public static bool IsFurniture(string url, string? width, string? height) =>
        IsSmall(width) || IsSmall(height) || Array.Exists(Furniture, mark => url.Contains(mark, StringComparison.OrdinalIgnoreCase));

    private static bool IsSmall(string? side) => int.TryParse(side, NumberStyles.None, CultureInfo.InvariantCulture, out int pixels) && pixels is > 0 and < SmallestSide;
}
