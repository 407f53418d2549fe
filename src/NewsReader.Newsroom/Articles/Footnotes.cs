using AngleSharp.Dom;

namespace NewsReader.Newsroom.Articles;

/// <summary>The notes that an article's own marks point to, where the page sets them apart from the text (SPIP does, in its footer).</summary>
internal static class Footnotes
{
    private const int LongestMark = 5;

    /// <summary>The element that holds the notes, outside of the text; null where there are none.</summary>
    public static IElement? Of(IElement main)
    {
        if (main.Owner is not { } page) return null;
        var notes = main.QuerySelectorAll("a[href^='#']").Where(a => a.TextContent.Trim() is { Length: > 0 and <= LongestMark } mark && mark.Any(char.IsAsciiDigit))
            .Select(a => page.GetElementById(a.GetAttribute("href")![1..])).OfType<IElement>().Where(n => !main.Contains(n)).ToList();
        if (notes.Count == 0) return null;
        for (var holder = notes[0].ParentElement; holder is not null && !holder.Contains(main); holder = holder.ParentElement)
            if (notes.TrueForAll(holder.Contains)) return holder;
        return null;
    }
}
