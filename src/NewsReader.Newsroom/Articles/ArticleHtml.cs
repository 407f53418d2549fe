using System.Globalization;
using System.Text;

namespace NewsReader.Newsroom.Articles;

/// <summary>
/// The only writer of article HTML. It knows the blocks of <see cref="ArticleBody"/> and nothing else, escapes every
/// text and attribute, checks every address once more, and writes neither ids nor styles, so its output is balanced and inert.
/// </summary>
public static class ArticleHtml
{
    /// <summary>Writes <paramref name="body"/> as an HTML fragment of flow content, headings kept within h2 to h6.</summary>
    public static string Write(ArticleBody body, ArticleHtmlOptions? options = null)
    {
        var writer = new HtmlWriter(options ?? new ArticleHtmlOptions());
        writer.Blocks(body.Blocks, 0);
        return writer.ToString();
    }
}

/// <summary>Writes blocks; spans are <see cref="SpanWriter"/>'s.</summary>
internal sealed class HtmlWriter(ArticleHtmlOptions options)
{
    /// <summary>Blocks nested deeper than any article come from a hostile store, and are left out.</summary>
    private const int Deepest = 64;

    private readonly StringBuilder _html = new();

    public override string ToString() => _html.ToString();

    public void Blocks(IReadOnlyList<Block> blocks, int depth)
    {
        if (depth > Deepest) return;
        foreach (var block in blocks) Write(block, depth + 1);
    }

    private void Write(Block block, int depth)
    {
        switch (block)
        {
            case Paragraph p: Element("p", p.IsLede ? " class=\"lede\"" : "", p.Spans); break;
            case Heading h: Element("h" + Math.Clamp(h.Level, 2, 6).ToString(CultureInfo.InvariantCulture), "", h.Spans); break;
            case Quotation q: Quote(q, depth); break;
            case ListBlock l: List(l, depth); break;
            case Table t: TableOf(t, depth); break;
            case Figure f: FigureOf(f); break;
            case Preformatted p: _html.Append("<pre>\n").Append(Escaped.Text(p.Text)).Append("</pre>\n"); break;
            case Embed e: EmbedOf(e); break;
            case Separator: _html.Append("<hr>\n"); break;
        }
    }

    private void Element(string name, string attributes, IReadOnlyList<Span> spans)
    {
        _html.Append('<').Append(name).Append(attributes).Append('>');
        Spans(spans);
        _html.Append("</").Append(name).Append(">\n");
    }

    private void Spans(IReadOnlyList<Span> spans) => new SpanWriter(_html, options.Text).Write(spans);

    private void Quote(Quotation quote, int depth)
    {
        var sourced = quote.Source is { Count: > 0 };
        if (sourced) _html.Append("<figure>");
        _html.Append("<blockquote>");
        Blocks(quote.Blocks, depth);
        _html.Append("</blockquote>\n");
        if (!sourced) return;
        Element("figcaption", "", quote.Source!);
        _html.Append("</figure>\n");
    }

    private void List(ListBlock list, int depth)
    {
        var name = list.Ordered ? "ol" : "ul";
        _html.Append('<').Append(name).Append('>');
        foreach (var item in list.Items)
        {
            _html.Append("<li>");
            Tight(item.Blocks, depth);
            _html.Append("</li>");
        }
        _html.Append("</").Append(name).Append(">\n");
    }

    /// <summary>A lone paragraph in an item or a cell needs no element of its own.</summary>
    private void Tight(IReadOnlyList<Block> blocks, int depth)
    {
        if (blocks is [Paragraph only, ..] && blocks.Skip(1).All(b => b is ListBlock))
        {
            Spans(only.Spans);
            blocks = [.. blocks.Skip(1)];
        }
        Blocks(blocks, depth);
    }

    private void TableOf(Table table, int depth)
    {
        _html.Append("<table>");
        if (table.Caption is { Count: > 0 } caption) Element("caption", "", caption);
        foreach (var row in table.Rows)
        {
            _html.Append("<tr>");
            foreach (var cell in row.Cells)
            {
                var name = cell.IsHeader ? "th" : "td";
                _html.Append('<').Append(name);
                Number("colspan", cell.ColumnSpan, 2);
                Number("rowspan", cell.RowSpan, 2);
                _html.Append('>');
                Tight(cell.Blocks, depth);
                _html.Append("</").Append(name).Append('>');
            }
            _html.Append("</tr>");
        }
        _html.Append("</table>\n");
    }

    private void FigureOf(Figure figure)
    {
        var shown = figure.Pictures
            .Select(p => (Picture: p, Source: SafeAddress.Image(SafeAddress.Public(p.Address) is { } from ? options.Image(from) : null)))
            .Where(p => p.Source is not null && !IsPixel(p.Picture)).ToList();
        var credit = figure.Credit is { Length: > 0 };
        if (shown.Count == 0 && figure.Caption.Count == 0 && !credit) return;
        _html.Append("<figure>");
        foreach (var (picture, source) in shown) Image(picture, source!);
        if (figure.Caption.Count > 0 || credit)
        {
            _html.Append("<figcaption>");
            Spans(figure.Caption);
            if (credit) _html.Append(figure.Caption.Count > 0 ? " " : "").Append("<small>").Append(Escaped.Text(options.Text(figure.Credit!))).Append("</small>");
            _html.Append("</figcaption>");
        }
        _html.Append("</figure>\n");
    }

    private static bool IsPixel(Picture picture) => picture is { Width: <= 1, Height: <= 1 };

    private void Image(Picture picture, string source)
    {
        var link = SafeAddress.Link(picture.Link);
        if (link is not null) _html.Append(LinkStart(link));
        _html.Append("<img src=\"").Append(Escaped.Attribute(source)).Append("\" alt=\"").Append(Escaped.Attribute(picture.Alt)).Append('"');
        Number("width", picture.Width ?? 0, 2);
        Number("height", picture.Height ?? 0, 2);
        var variants = picture.Variants
            .Select(v => (v.Width, Source: SafeAddress.Image(SafeAddress.Public(v.Address) is { } from ? options.Image(from) : null)))
            .Where(v => v.Source is not null && v.Width > 1 && v.Source.AsSpan().IndexOfAny(' ', ',') < 0)
            .Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Source} {v.Width}w")).Distinct(StringComparer.Ordinal).ToList();
        if (variants.Count > 1)
        {
            _html.Append(" srcset=\"").Append(Escaped.Attribute(string.Join(", ", variants))).Append('"');
            if (options.Sizes is { } sizes) _html.Append(" sizes=\"").Append(Escaped.Attribute(sizes)).Append('"');
        }
        _html.Append(" loading=\"lazy\" decoding=\"async\">");
        if (link is not null) _html.Append("</a>");
    }

    private void EmbedOf(Embed embed)
    {
        var label = embed.Title is { Length: > 0 } title ? $"{embed.Kind} : {title}" : embed.Kind;
        _html.Append("<p class=\"embed\">");
        var link = SafeAddress.Link(embed.Address);
        if (link is not null) _html.Append(LinkStart(link));
        _html.Append(Escaped.Text(options.Text(label)));
        if (link is not null) _html.Append("</a>");
        _html.Append("</p>\n");
    }

    private void Number(string name, int value, int least)
    {
        if (value >= least && value <= 20_000)
            _html.Append(' ').Append(name).Append("=\"").Append(value.ToString(CultureInfo.InvariantCulture)).Append('"');
    }

    internal static string LinkStart(string address) =>
        $"<a href=\"{Escaped.Attribute(address)}\" rel=\"noopener noreferrer nofollow\">";
}
