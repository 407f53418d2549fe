using System.Text;
using AngleSharp.Dom;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Articles;

/// <summary>The text of an element that may be a label; reading stops where it is too long to be one.</summary>
internal static class ShortText
{
    /// <summary>The clean text, or null where it has more than <paramref name="longest"/> characters.</summary>
    public static string? Of(IElement element, int longest)
    {
        var text = new StringBuilder();
        return Gather(element, text, longest * 2) && PlainText.Clean(text.ToString()) is var clean && clean.Length <= longest ? clean : null;
    }

    private static bool Gather(INode node, StringBuilder text, int most)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText run) text.Append(run.Data);
            else if (!Gather(child, text, most)) return false;
            if (text.Length > most) return false;
        }
        return true;
    }
}
