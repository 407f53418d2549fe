using AngleSharp.Dom;

namespace NewsReader.Newsroom.Articles;

/// <summary>Recovers the chapô: many papers set it between the headline and the text, outside the main block.</summary>
internal static class Lede
{
    private const int Shortest = 50;

    /// <summary>Without a full stop a line is a kicker or a teaser unless it is this long.</summary>
    private const int ShortestUnpunctuated = 90;

    private const int Longest = 1500;
    private const int MostBlocks = 5;

    /// <summary>The blocks between the headline and the main block that read as its chapô.</summary>
    public static List<Block> Between(IElement headline, IElement main, PageMass mass, Func<IElement, BodyReader> reader, string? description)
    {
        var start = mass.Of(headline).Last;
        var end = mass.Of(main).Order;
        if (end <= start || main.Contains(headline)) return [];
        var holder = headline.ParentElement;
        while (holder is not null && !holder.Contains(main)) holder = holder.ParentElement;
        if (holder is null) return [];
        var blocks = reader(holder).Read(holder).Where(Reads).ToList();
        var told = blocks.Where(b => IsDescription(b.ToText(), description)).Take(1).ToList();
        if (blocks.Count <= MostBlocks && blocks.Sum(b => b.ToText().Length) <= Longest) return blocks;
        return told;
    }

    /// <summary>Marks the first block as the chapô where it is set or worded as one.</summary>
    public static void Mark(List<Block> blocks, string? description)
    {
        var first = blocks.FindIndex(b => b is Paragraph or Heading);
        if (first < 0) return;
        var spans = blocks[first] switch { Paragraph p => p.Spans, Heading h => h.Spans, _ => [] };
        var text = spans.ToText();
        var isSet = blocks[first] is Heading ? text.Length >= ShortestUnpunctuated : spans.All(s => s.Marks.HasFlag(Marks.Strong) || s.Text.Length < 3);
        if (text.Length >= Shortest && (isSet || IsDescription(text, description)) && blocks.Count > first + 1)
            blocks[first] = new Paragraph([.. spans.Select(s => s with { Marks = s.Marks & ~Marks.Strong })], IsLede: true);
    }

    private static bool Reads(Block block)
    {
        if (block is not (Paragraph or Heading or ListBlock)) return false;
        var text = block.ToText();
        return text.Length >= Shortest && !Inserts.Is(text) && !Inserts.IsWall(text)
            && (text.Length >= ShortestUnpunctuated || text[^1] is '.' or '!' or '?' or '…' or '»');
    }

    private static bool IsDescription(string text, string? description)
    {
        if (description is null) return false;
        var (a, b) = (MainBlock.Letters(text), MainBlock.Letters(description));
        var length = Math.Min(60, Math.Min(a.Length, b.Length));
        return length >= 25 && string.CompareOrdinal(a, 0, b, 0, length) == 0;
    }
}
