using System.Text;
using NewsReader.Newsroom.Articles;

namespace NewsReader.Newsroom.Tests.Articles;

/// <summary>A body as lines that a person can write and compare: what each block is stands before its text.</summary>
internal static class BodyOutline
{
    public static string Of(ArticleBody body) => string.Join('\n', body.Blocks.SelectMany(Lines));

    private static IEnumerable<string> Lines(Block block) => block switch
    {
        Paragraph { IsLede: true } p => ["chapô: " + p.Spans.ToText()],
        Paragraph p => [p.Spans.ToText()],
        Heading h => ["## " + h.Spans.ToText()],
        Quotation q => q.Blocks.SelectMany(Lines).Select(l => "> " + l),
        ListBlock l => l.Items.Select(i => "- " + string.Join(' ', i.Blocks.SelectMany(Lines))),
        Table t => t.Rows.Select(r => "| " + string.Join(" | ", r.Cells.Select(c => string.Join(' ', c.Blocks.SelectMany(Lines))))),
        Figure f => [Line(f)],
        Embed e => [$"[{(e.Title is null ? e.Kind : $"{e.Kind} : {e.Title}")}] {e.Address}"],
        Preformatted p => ["    " + p.Text],
        _ => ["---"],
    };

    private static string Line(Figure figure)
    {
        var line = new StringBuilder(string.Join(' ', figure.Pictures.Select(p => $"[{p.Alt}] {p.Address}")));
        if (figure.Caption.Count > 0) line.Append(" — ").Append(figure.Caption.ToText());
        if (figure.Credit is not null) line.Append(" (").Append(figure.Credit).Append(')');
        return line.ToString();
    }
}
