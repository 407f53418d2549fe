namespace NewsReader.Newsroom.Articles;

/// <summary>Takes out of a body what its page only set between the paragraphs, and gives subheads their rank.</summary>
internal sealed class BodyTrim(string? title, IReadOnlyList<string> authors, ExtractionTrace? trace = null)
{
    private const int LongestSubhead = 70;
    private const int LongestBio = 400;
    private const int LongestByline = 160;

    /// <summary>Pictures up to this many pixels wide and high are an author's face or a button.</summary>
    private const int AvatarSize = 80;

    /// <summary>Letters from which a sentence that comes twice is no chance.</summary>
    internal const int ShortestRepeat = 25;

    /// <summary>A pull quote stands within so many blocks of the sentence that it repeats.</summary>
    private const int Neighbours = 10;

    /// <summary>A heading that ends articles ends this one where so much of the text stands before it.</summary>
    private const double MostBeforeEnd = 0.55;

    /// <summary>Prose on both sides of a line that makes it a subhead.</summary>
    private const int AroundSubhead = 120;

    private readonly string _title = title is null ? "" : MainBlock.Letters(title);

    private bool _isLive;

    /// <summary>Whether a sentence said that the rest is for subscribers.</summary>
    public bool FoundWall { get; private set; }

    public List<Block> Trim(List<Block> blocks)
    {
        blocks = UntilEnd(BelowTitle(blocks));
        _isLive = blocks.Count(b => b is Paragraph p && Inserts.IsHour(p.Spans.ToText())) > 1;
        blocks.RemoveAll(b => !Belongs(b) && Removed("insert", b));
        WithoutRepeats(blocks);
        Subheads(blocks);
        Ends(blocks);
        CloseLevels(blocks);
        return blocks;
    }

    /// <summary>The title stands above the text: short lines above its last repeat are the head of the page (its name, its tagline).</summary>
    private List<Block> BelowTitle(List<Block> blocks)
    {
        var last = -1;
        for (var i = 0; i < blocks.Count && !IsLong(blocks[i]); i++)
            if (IsTitle(blocks[i].ToText())) last = i;
        foreach (var block in blocks.Take(last + 1)) Removed("above the title", block);
        return blocks[(last + 1)..];
    }

    /// <summary>Comments, related posts and biographies have headings of their own: the article ends there, if most of it stands before.</summary>
    private List<Block> UntilEnd(List<Block> blocks)
    {
        var whole = blocks.Sum(Length);
        var before = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            var heading = blocks[i] is Heading ? blocks[i].ToText() : "";
            var isEnd = Inserts.OpensComments(heading) || Inserts.EndsArticle(heading) && before >= whole * MostBeforeEnd;
            if (isEnd && before >= BlockWeights.ShortestArticle)
            {
                foreach (var block in blocks.Skip(i)) Removed("after the end", block);
                return blocks[..i];
            }
            before += Length(blocks[i]);
        }
        return blocks;
    }

    /// <summary>Writes a removal down; always true, so that it can end a condition.</summary>
    private bool Removed(string stage, Block block)
    {
        trace?.Remove(stage, block.ToText());
        return true;
    }

    private static int Length(Block block) => block.ToText().Length;

    private bool Belongs(Block block)
    {
        switch (block)
        {
            case Heading or Paragraph: return BelongsText(block);
            case ListBlock list: return !IsLinkList(list) && !list.Items.All(i => i.Blocks.All(b => !Belongs(b)));
            case Quotation quote: return quote.Blocks.Any(Belongs);
            case Figure figure: return figure.Pictures.Count == 0 || !figure.Pictures.All(p => p is { Width: <= AvatarSize, Height: <= AvatarSize });
            default: return true;
        }
    }

    private bool BelongsText(Block block)
    {
        var text = block.ToText();
        if (Inserts.IsWall(text))
        {
            FoundWall = true;
            return false;
        }
        if (!text.Any(char.IsLetterOrDigit) || Inserts.Is(text) || IsTitle(text) || IsByline(text)) return false;
        if (block is Heading heading) return !Inserts.EndsArticle(text) && !IsPointer(heading.Spans);
        return !IsPointer(((Paragraph)block).Spans);
    }

    private bool IsTitle(string text) => _title.Length > 0 && text.Length < title!.Length * 2 && string.Equals(MainBlock.Letters(text), _title, StringComparison.Ordinal);

    /// <summary>A line that holds no more than who wrote the text, where, when, and how long it takes to read.</summary>
    private bool IsByline(string text)
    {
        if (text.Length > LongestByline || _isLive && Inserts.IsHour(text)) return false;
        var rest = text;
        foreach (var author in authors) rest = rest.Replace(author, " ", StringComparison.OrdinalIgnoreCase);
        if (rest.Length == text.Length && !Inserts.SaysWhenOrHowLong(text)) return false;
        return !Inserts.WithoutStamps(rest).Any(char.IsLetterOrDigit);
    }

    /// <summary>A sentence that stands in the text already was set out of it, or shown twice for phones and desks.</summary>
    private void WithoutRepeats(List<Block> blocks)
    {
        var letters = blocks.ConvertAll(b => b is Paragraph or Quotation ? MainBlock.Letters(b.ToText()) : "");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var kept = new List<Block>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (letters[i].Length >= ShortestRepeat && (!seen.Add(letters[i]) || IsWithinNeighbour(letters, i)) && Removed("repeat", blocks[i])) continue;
            kept.Add(blocks[i]);
        }
        blocks.Clear();
        blocks.AddRange(kept);
    }

    /// <summary>Whether a longer block nearby has these words: a sentence is set out of the paragraphs around it.</summary>
    private static bool IsWithinNeighbour(List<string> letters, int i)
    {
        for (var j = Math.Max(0, i - Neighbours); j <= Math.Min(letters.Count - 1, i + Neighbours); j++)
            if (letters[j].Length > letters[i].Length && letters[j].Contains(letters[i], StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>A short paragraph or a heading that is one link from end to end leads to another article.</summary>
    private static bool IsPointer(IReadOnlyList<Span> spans) =>
        spans.All(s => s.Link is not null || !s.Text.Any(char.IsLetterOrDigit)) && spans.ToText() is { Length: < 200 } text && text[^1] is not '.';

    private static bool IsLinkList(ListBlock list)
    {
        var (text, links) = (0, 0);
        foreach (var span in list.Items.SelectMany(i => i.Blocks).SelectMany(Spans))
        {
            text += span.Text.Length;
            if (span.Link is not null) links += span.Text.Length;
        }
        return links > text * BlockWeights.LinkList;
    }

    private static IEnumerable<Span> Spans(Block block) => block switch
    {
        Paragraph p => p.Spans,
        Heading h => h.Spans,
        Quotation q => q.Blocks.SelectMany(Spans),
        ListBlock l => l.Items.SelectMany(i => i.Blocks).SelectMany(Spans),
        _ => [],
    };

    /// <summary>Many papers set their subheads as paragraphs, in bold or not at all: a line without a full stop between two long paragraphs is one.</summary>
    private static void Subheads(List<Block> blocks)
    {
        for (var i = 0; i + 1 < blocks.Count; i++)
        {
            if (blocks[i] is not Paragraph { IsLede: false } line || line.Spans.ToText() is not { Length: <= LongestSubhead } text) continue;
            var strong = line.Spans.All(s => s.Marks.HasFlag(Marks.Strong) || string.IsNullOrWhiteSpace(s.Text));
            if (!IsSubhead(text) || line.Spans.Any(s => s.Link is not null) || !IsLong(blocks[i + 1])) continue;
            if (i > 0 && (strong || IsLong(blocks[i - 1])))
                blocks[i] = new Heading(2, [.. line.Spans.Select(s => s with { Marks = s.Marks & ~Marks.Strong })]);
        }
    }

    private static bool IsLong(Block block) => block is Paragraph p && p.Spans.ToText().Length >= AroundSubhead;

    private static bool IsSubhead(string text) =>
        (char.IsUpper(text[0]) || char.IsDigit(text[0]) || text[0] is '«' or '“' or '"') && text[^1] is not ('.' or '?' or ':' or ',' or ';' or '…' or ')' or '»')
        && !text.Contains('\n', StringComparison.Ordinal) && text.Any(char.IsLetter) && text.Split(' ').Length is >= 2 and <= 12;

    /// <summary>Nothing hangs at the end: no heading without text, no break, no biography of the author.</summary>
    private void Ends(List<Block> blocks)
    {
        while (blocks.Count > 0 && (blocks[^1] is Heading or Separator || IsBio(blocks[^1]) || Inserts.IsCredit(blocks[^1].ToText())) && Removed("tail", blocks[^1]))
            blocks.RemoveAt(blocks.Count - 1);
        while (blocks.Count > 0 && blocks[0] is Separator) blocks.RemoveAt(0);
    }

    /// <summary>The page's headings hang below its own: here the title is level 1, a subhead 2, and none skips a level.</summary>
    private static void CloseLevels(List<Block> blocks)
    {
        var open = new Stack<int>();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is not Heading heading) continue;
            while (open.TryPeek(out var level) && level >= heading.Level) open.Pop();
            blocks[i] = heading with { Level = open.Count + 2 };
            open.Push(heading.Level);
        }
    }

    private bool IsBio(Block block) =>
        block is Paragraph p && p.Spans.ToText() is { Length: <= LongestBio } text
        && authors.Any(a => text.StartsWith(a, StringComparison.OrdinalIgnoreCase) && text.Length > a.Length + 4
            && (text[a.Length..].StartsWith(" est ", StringComparison.Ordinal) || text[a.Length] is ',' or ' ' && text[(a.Length + 1)..].TrimStart().StartsWith("est ", StringComparison.Ordinal)));
}
