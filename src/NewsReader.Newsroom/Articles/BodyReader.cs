using System.Globalization;
using AngleSharp.Dom;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Articles;

/// <summary>Reads a tree into typed blocks; what has no place in the model (scripts, forms, drawings) is left behind.</summary>
/// <param name="baseAddress">What relative addresses are resolved against.</param>
/// <param name="language">The language of the text around, which spans then need not state.</param>
/// <param name="isLeftOut">Elements that the caller has judged not to belong to the text.</param>
internal sealed class BodyReader(string baseAddress, string? language = null, Func<IElement, bool>? isLeftOut = null)
{
    /// <summary>Pictures up to this many pixels wide and high stand within a line: emoji, icons.</summary>
    private const int IconSize = 32;

    private const int LongestCaption = 400;

    private static readonly HashSet<string> Skipped =
    [
        "script", "style", "template", "head", "svg", "input", "select", "textarea", "button", "option", "datalist", "map", "canvas", "dialog",
        "frameset", "frame", "noframes", "noembed", "param", "source", "track", "meta", "link", "base", "title", "rt", "rp", "label", "amp-ad", "amp-analytics", "amp-sidebar",
        "menuitem", "keygen", "applet", "bgsound", "progress", "meter",
    ];

    private static readonly HashSet<string> Players =
        ["iframe", "amp-iframe", "amp-youtube", "amp-twitter", "amp-instagram", "video", "audio", "amp-video", "amp-audio", "embed"];

    private static readonly Dictionary<string, Marks> Inline = new(StringComparer.Ordinal)
    {
        ["em"] = Marks.Emphasis,
        ["i"] = Marks.Emphasis,
        ["dfn"] = Marks.Emphasis,
        ["var"] = Marks.Emphasis,
        ["strong"] = Marks.Strong,
        ["b"] = Marks.Strong,
        ["code"] = Marks.Code,
        ["kbd"] = Marks.Code,
        ["samp"] = Marks.Code,
        ["tt"] = Marks.Code,
        ["sub"] = Marks.Subscript,
        ["sup"] = Marks.Superscript,
        ["q"] = Marks.Quote,
        ["cite"] = Marks.Citation,
        ["abbr"] = Marks.Abbreviation,
        ["acronym"] = Marks.Abbreviation,
        ["time"] = Marks.Time,
        ["s"] = Marks.Deleted,
        ["strike"] = Marks.Deleted,
        ["del"] = Marks.Deleted,
        ["ins"] = Marks.Inserted,
        ["mark"] = Marks.Marked,
    };

    private static readonly HashSet<string> Plain =
        ["a", "span", "font", "small", "big", "u", "bdi", "bdo", "ruby", "rb", "nobr", "data", "picture", "noscript", "wbr", "blink", "object", "math", "mi", "mo", "mn", "mrow", "msup", "mtext"];

    private readonly PictureReader _pictures = new(baseAddress);
    private readonly EmbedReader _embeds = new(baseAddress);

    /// <summary>The blocks of everything under <paramref name="root"/>.</summary>
    public List<Block> Read(INode root)
    {
        var run = new BlockRun();
        Children(root, run, default);
        return run.Finish();
    }

    /// <summary>Whether a page says itself that nobody sees this element.</summary>
    public static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden")) return true;
        if (element.GetAttribute("style") is not { } style) return false;
        var bare = style.Replace(" ", "", StringComparison.Ordinal);
        return bare.Contains("display:none", StringComparison.OrdinalIgnoreCase) || bare.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    private void Children(INode parent, BlockRun run, Setting setting)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text) run.Text.Add(text.Data, setting);
            else if (node is IElement element) Element(element, run, setting);
        }
    }

    private void Element(IElement element, BlockRun run, Setting setting)
    {
        var name = element.LocalName;
        if (run.IsAfterPicture && Furniture.IsCaption(element) && CaptionBelow(element, run)) return;
        if (Skipped.Contains(name) || IsHidden(element) || IsBackLink(element) || isLeftOut?.Invoke(element) == true) return;
        if (name is "br") run.Text.Break();
        else if (Inline.ContainsKey(name) || Plain.Contains(name)) Children(element, run, Set(element, setting));
        else if (name is "img" or "amp-img" or "image") Image(element, run, setting);
        else if (Players.Contains(name)) run.Add(_embeds.Read(element));
        else Block(element, run, Language(element, setting));
    }

    /// <summary>« ↩ » at the end of a footnote leads nowhere here.</summary>
    private static bool IsBackLink(IElement element) =>
        element.LocalName is "a" && element.GetAttribute("href") is ['#', ..] && element.TextContent is { Length: < 4 } text && !text.Any(char.IsLetterOrDigit) && element.ChildElementCount == 0;

    private void Block(IElement element, BlockRun run, Setting setting)
    {
        run.Flush();
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6": HeadingOf(element, run, setting); break;
            case "ul" or "ol" or "menu" or "dir": run.Add(List(element)); break;
            case "blockquote": Quote(element, run); break;
            case "table" when IsData(element): run.Add(TableOf(element)); break;
            case "figure": FigureOf(element, run); break;
            case "pre": run.Add(element.TextContent.Trim('\n', '\r', ' ') is { Length: > 0 } text ? new Preformatted(text.Normalize()) : null); break;
            case "hr": run.Add(new Separator()); break;
            default:
                if (element.ClassList.Contains("wp-caption")) FigureOf(element, run);
                else Children(element, run, setting);
                break;
        }
        run.Flush();
    }

    private Setting Set(IElement element, Setting setting)
    {
        setting = Language(element, setting);
        if (element.LocalName is "a" && element.GetAttribute("href") is { } href) return setting with { Link = Link(href) };
        if (!Inline.TryGetValue(element.LocalName, out var mark)) return setting;
        var note = mark switch
        {
            Marks.Abbreviation => element.GetAttribute("title"),
            Marks.Time => element.GetAttribute("datetime"),
            _ => null,
        };
        return setting with { Marks = setting.Marks | mark, Note = note is { Length: > 0 and < 200 } ? PlainText.Clean(note) : setting.Note };
    }

    /// <summary>A link within the page leads nowhere once the text is read elsewhere.</summary>
    private string? Link(string href)
    {
        href = href.Trim();
        if (href.StartsWith('#')) return null;
        return SafeAddress.Link(href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || href.StartsWith("tel:", StringComparison.OrdinalIgnoreCase)
            ? href : WebAddress.Resolve(baseAddress, href));
    }

    private Setting Language(IElement element, Setting setting)
    {
        var tag = element.GetAttribute("lang");
        if (tag is not { Length: >= 2 and <= 12 } || !tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) return setting;
        return setting with { Language = language is not null && tag.StartsWith(language, StringComparison.OrdinalIgnoreCase) ? null : tag };
    }

    private void Image(IElement element, BlockRun run, Setting setting)
    {
        if (_pictures.Read(element) is not { } picture) return;
        var isIcon = picture is { Width: <= IconSize, Height: <= IconSize } || element.ClassList.Contains("emoji") || element.ClassList.Contains("wp-smiley");
        if (isIcon && !run.Text.IsEmpty) run.Text.Add(picture.Alt, setting);
        else run.Add(picture with { Link = setting.Link });
    }

    private void HeadingOf(IElement element, BlockRun run, Setting setting)
    {
        var inner = new BlockRun();
        Children(element, inner, setting);
        var spans = inner.Text.TakeOne();
        foreach (var block in inner.Finish())
            if (block is Paragraph p) spans = [.. spans, .. p.Spans];
            else run.Add(block);
        var level = Math.Max(2, element.LocalName[1] - '0');
        if (spans.Count > 0) run.Add(new Heading(level, spans));
    }

    private ListBlock? List(IElement list)
    {
        var items = new List<ListItem>();
        foreach (var child in list.Children)
        {
            if (Skipped.Contains(child.LocalName) || IsHidden(child) || isLeftOut?.Invoke(child) == true) continue;
            var inner = new BlockRun();
            if (child.LocalName is "li") Children(child, inner, Language(child, default));
            else Element(child, inner, default);
            if (inner.Finish() is { Count: > 0 } blocks) items.Add(new ListItem(blocks));
        }
        return items.Count > 0 ? new ListBlock(list.LocalName is "ol", items) : null;
    }

    private void Quote(IElement quotation, BlockRun run)
    {
        var words = quotation.TextContent.Trim().Length;
        if (EmbedReader.IsPost(quotation) && words < 40 && _embeds.Post(quotation) is { } post)
        {
            run.Add(post);
            return;
        }
        if (Read(quotation) is { Count: > 0 } blocks) run.Add(new Quotation(blocks));
    }

    private void FigureOf(IElement figure, BlockRun run)
    {
        var captionElement = figure.QuerySelector("figcaption") ?? figure.QuerySelector(".wp-caption-text, [class*=caption], [class*=legend]");
        var (caption, credit) = captionElement is null ? ([], null) : Caption(captionElement);
        var inner = new BlockRun();
        if (captionElement?.ParentElement is not null) captionElement.Remove();
        Children(figure, inner, default);
        var blocks = inner.Finish();
        var pictures = blocks.OfType<Figure>().SelectMany(f => f.Pictures).DistinctBy(p => p.Address, StringComparer.Ordinal).ToList();
        if (pictures.Count > 0)
        {
            run.Add(new Figure(pictures, caption, credit));
            blocks.RemoveAll(b => b is Figure or Paragraph);
            blocks.ForEach(run.Add);
        }
        else if (blocks is [Quotation quote]) run.Add(quote with { Source = caption });
        else
        {
            blocks.ForEach(run.Add);
            if (caption.Count > 0) run.Add(new Figure([], caption, credit));
        }
    }

    /// <summary>A caption that follows its picture without a figure around both.</summary>
    private bool CaptionBelow(IElement element, BlockRun run)
    {
        if (element.LocalName is "figure" || ShortText.Of(element, LongestCaption) is not { Length: > 0 } || element.QuerySelector("img, p + p") is not null) return false;
        var (caption, credit) = Caption(element);
        run.Caption(caption, credit);
        return true;
    }

    private (IReadOnlyList<Span> Caption, string? Credit) Caption(IElement caption)
    {
        var credit = caption.QuerySelector("small, [class*=credit], [class*=copyright], [class*=Credit], [class*=source], [itemprop=copyrightHolder], [itemprop=author]");
        var text = credit is null ? null : PlainText.Clean(credit.TextContent);
        credit?.Remove();
        var inner = new BlockRun();
        Children(caption, inner, default);
        IReadOnlyList<Span> spans = [];
        foreach (var p in inner.Finish().OfType<Paragraph>()) spans = spans.Count == 0 ? p.Spans : [.. spans, new Span(" "), .. p.Spans];
        return (spans, text is { Length: > 0 } ? text : null);
    }

    /// <summary>Tables that only place things on a page hold other blocks, and are read as what they hold.</summary>
    private static bool IsData(IElement table) =>
        table.QuerySelector("table") is null
        && (table.QuerySelector("th, caption") is not null || table.QuerySelector("td p, td div, td img, td h1, td h2, td h3, td ul, td figure, td iframe, td br") is null);

    private Table? TableOf(IElement table)
    {
        var rows = new List<TableRow>();
        foreach (var row in table.QuerySelectorAll("tr"))
        {
            var cells = row.Children.Where(c => c.LocalName is "td" or "th")
                .Select(c => new TableCell(Read(c), c.LocalName is "th", Count(c, "colspan"), Count(c, "rowspan"))).ToList();
            if (cells.Any(c => c.Blocks.Count > 0)) rows.Add(new TableRow(cells));
        }
        if (rows.Count == 0) return null;
        var caption = table.QuerySelector("caption");
        return new Table(rows, caption is null ? null : Read(caption).OfType<Paragraph>().FirstOrDefault()?.Spans);
    }

    private static int Count(IElement cell, string name) =>
        int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 1 and <= 100 ? count : 1;
}

/// <summary>Gathers blocks; inline text between two of them becomes paragraphs.</summary>
internal sealed class BlockRun
{
    private readonly List<Block> _blocks = [];
    private string? _lastPicture;

    public SpanRun Text { get; } = new();

    public void Add(Block? block)
    {
        if (block is null) return;
        Flush();
        if (block is Separator && (_blocks.Count == 0 || _blocks[^1] is Separator)) return;
        _blocks.Add(block);
    }

    /// <summary>A picture that a lazy loader and its <c>noscript</c> both carry counts once.</summary>
    public void Add(Picture picture)
    {
        if (string.Equals(picture.Address, _lastPicture, StringComparison.Ordinal)) return;
        _lastPicture = picture.Address;
        Add(new Figure([picture], []));
    }

    /// <summary>Whether the last thing read is a picture without a caption.</summary>
    public bool IsAfterPicture => Text.IsEmpty && _blocks is [.., Figure { Caption.Count: 0, Credit: null }];

    /// <summary>Gives the last picture its caption.</summary>
    public void Caption(IReadOnlyList<Span> caption, string? credit) => _blocks[^1] = (Figure)_blocks[^1] with { Caption = caption, Credit = credit };

    public void Flush()
    {
        if (Text.IsEmpty) return;
        foreach (var spans in Text.TakeParagraphs()) _blocks.Add(new Paragraph(spans));
    }

    public List<Block> Finish()
    {
        Flush();
        if (_blocks is [.., Separator]) _blocks.RemoveAt(_blocks.Count - 1);
        return _blocks;
    }
}
