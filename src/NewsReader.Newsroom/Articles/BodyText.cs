using System.Text;

namespace NewsReader.Newsroom.Articles;

/// <summary>The words of a body: what is searched, compared and counted.</summary>
public static class BodyText
{
    /// <summary>The text of the body, a line a paragraph, with its chapô and without captions, credits and embeds.</summary>
    public static string ToText(this ArticleBody body)
    {
        var text = new StringBuilder();
        Append(text, body.Blocks);
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>The text of a run of spans.</summary>
    public static string ToText(this IReadOnlyList<Span> spans) => spans.Count == 1 ? spans[0].Text : string.Concat(spans.Select(s => s.Text));

    /// <summary>The text of one block, without captions, credits and embeds.</summary>
    internal static string ToText(this Block block)
    {
        switch (block)
        {
            case Paragraph p: return p.Spans.ToText();
            case Heading h: return h.Spans.ToText();
            default:
                var text = new StringBuilder();
                Append(text, block);
                return text.ToString().TrimEnd('\n');
        }
    }

    private static void Append(StringBuilder text, IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks) Append(text, block);
    }

    private static void Append(StringBuilder text, Block block)
    {
        switch (block)
        {
            case Paragraph p: text.Append(p.Spans.ToText()).Append('\n'); break;
            case Heading h: text.Append(h.Spans.ToText()).Append('\n'); break;
            case Quotation q: Append(text, q.Blocks); break;
            case ListBlock l: foreach (var item in l.Items) Append(text, item.Blocks); break;
            case Table t: foreach (var cell in t.Rows.SelectMany(r => r.Cells)) Append(text, cell.Blocks); break;
            case Preformatted p: text.Append(p.Text).Append('\n'); break;
        }
    }
}
