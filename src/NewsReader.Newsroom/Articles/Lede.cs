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

    /// <summary>The blocks between the headline and the main block that read as its chapô, and the picture that leads the article.</summary>
    public static List<Block> Between(IElement headline, IElement main, PageMass mass, Func<IElement, BodyReader> reader, string? description)
    {
        var start = mass.Of(headline).Last;
        var end = mass.Of(main).Order;
        if (end <= start || main.Contains(headline)) return [];
        var holder = headline.ParentElement;
        while (holder is not null && !holder.Contains(main)) holder = holder.ParentElement;
        if (holder is null) return [];
        var between = reader(holder).Read(holder);
        var blocks = between.Where(Reads).ToList();
        if (blocks.Count > MostBlocks || blocks.Sum(b => b.ToText().Length) > Longest)
            blocks = [.. blocks.Where(b => IsDescription(b.ToText(), description)).Take(1)];
        var pictures = between.OfType<Figure>().ToList();
        return pictures.Count is 1 or 2 ? [.. blocks, pictures[0]] : blocks;
    }

    /// <summary>The text of the first element after the headline that is named as a chapô.</summary>
    public static string? Named(PageMass mass, IElement? headline)
    {
        var after = headline is null ? -1 : mass.Of(headline).Order;
        var named = mass.Elements.Where(e => mass.Of(e) is { Text: >= Shortest and <= Longest } m && m.Order > after && Furniture.IsLede(e)).MinBy(e => mass.Of(e).Order);
        return named?.TextContent;
    }

    /// <summary>Marks the first block as the chapô where it is set or worded as one.</summary>
    /// <param name="blocks">The body.</param>
    /// <param name="stated">What the page states as its description, and what it names as its chapô.</param>
    public static void Mark(List<Block> blocks, IReadOnlyList<string?> stated)
    {
        var first = blocks.FindIndex(b => b is Paragraph or Heading);
        if (first < 0) return;
        var spans = blocks[first] switch { Paragraph p => p.Spans, Heading h => h.Spans, _ => [] };
        var text = spans.ToText();
        var isSet = blocks[first] is Heading ? text.Length >= ShortestUnpunctuated : spans.All(s => s.Marks.HasFlag(Marks.Strong) || s.Text.Length < 3);
        if (text.Length >= Shortest && (isSet || stated.Any(s => IsDescription(text, s))) && blocks.Count > first + 1)
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
