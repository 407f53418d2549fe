using AngleSharp.Dom;

namespace NewsReader.Newsroom.Articles;

/// <summary>The part of a page that is about its article.</summary>
internal static class PageArea
{
    /// <summary>The smallest element that holds both headline and text: other posts, their authors and their dates lie outside. Null where it is unknown.</summary>
    public static IElement? Around(IElement? headline, IElement? main)
    {
        if (headline is null) return main?.ParentElement ?? main;
        for (var holder = headline.ParentElement; holder is not null; holder = holder.ParentElement)
            if (main is null || holder.Contains(main)) return holder;
        return null;
    }

    /// <summary>Whether an element stands among what readers wrote.</summary>
    public static bool IsInComments(IElement element)
    {
        for (var holder = element; holder is not null; holder = holder.ParentElement)
            if ((holder.ClassName + holder.Id).Contains("comment", StringComparison.OrdinalIgnoreCase) && holder.LocalName is not ("body" or "html")) return true;
        return false;
    }
}
