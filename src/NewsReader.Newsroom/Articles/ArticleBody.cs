using System.Text.Json.Serialization;

namespace NewsReader.Newsroom.Articles;

/// <summary>
/// The text of an article as typed blocks: the stored truth. What is not in this model cannot come out of
/// <c>ArticleHtml</c>, so nothing a page carries can run.
/// </summary>
/// <param name="Blocks">The blocks in reading order.</param>
public sealed record ArticleBody(IReadOnlyList<Block> Blocks)
{
    /// <summary>The version of the stored JSON; raised when its shape changes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version that this body was written with.</summary>
    public int Version { get; init; } = CurrentVersion;
}

/// <summary>One block of an article.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "t")]
[JsonDerivedType(typeof(Paragraph), "p")]
[JsonDerivedType(typeof(Heading), "h")]
[JsonDerivedType(typeof(Quotation), "quote")]
[JsonDerivedType(typeof(ListBlock), "list")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(Figure), "figure")]
[JsonDerivedType(typeof(Preformatted), "pre")]
[JsonDerivedType(typeof(Embed), "embed")]
[JsonDerivedType(typeof(Separator), "hr")]
public abstract record Block;

/// <summary>A paragraph; <paramref name="IsLede"/> marks the chapô.</summary>
public sealed record Paragraph(IReadOnlyList<Span> Spans, bool IsLede = false) : Block;

/// <summary>A subhead, level 2 to 6.</summary>
public sealed record Heading(int Level, IReadOnlyList<Span> Spans) : Block;

/// <summary>A quotation set apart; <paramref name="Source"/> names who is quoted, where the page sets it as a caption.</summary>
public sealed record Quotation(IReadOnlyList<Block> Blocks, IReadOnlyList<Span>? Source = null) : Block;

/// <summary>A list; each item is a run of blocks.</summary>
public sealed record ListBlock(bool Ordered, IReadOnlyList<ListItem> Items) : Block;

/// <summary>One item of a list.</summary>
public sealed record ListItem(IReadOnlyList<Block> Blocks);

/// <summary>A table of text.</summary>
public sealed record Table(IReadOnlyList<TableRow> Rows, IReadOnlyList<Span>? Caption = null) : Block;

/// <summary>One row of a table.</summary>
public sealed record TableRow(IReadOnlyList<TableCell> Cells);

/// <summary>One cell of a table.</summary>
public sealed record TableCell(IReadOnlyList<Block> Blocks, bool IsHeader = false, int ColumnSpan = 1, int RowSpan = 1);

/// <summary>A picture (or several, of a gallery) with its caption and credit.</summary>
public sealed record Figure(IReadOnlyList<Picture> Pictures, IReadOnlyList<Span> Caption, string? Credit = null) : Block;

/// <summary>One picture: the outlet's address, its size in pixels where stated, and the smaller variants it offers.</summary>
public sealed record Picture(string Address, string Alt, int? Width = null, int? Height = null)
{
    /// <summary>The outlet's own variants of the same picture, narrowest first.</summary>
    public IReadOnlyList<PictureVariant> Variants { get; init; } = [];

    /// <summary>The absolute address that the picture leads to, if any.</summary>
    public string? Link { get; init; }
}

/// <summary>A variant of a picture, <paramref name="Width"/> pixels wide.</summary>
public sealed record PictureVariant(string Address, int Width);

/// <summary>Text whose line ends and spaces count.</summary>
public sealed record Preformatted(string Text) : Block;

/// <summary>Something that lives elsewhere (a video, a post, a chart), shown as a labelled link.</summary>
public sealed record Embed(string Kind, string Address, string? Title = null) : Block;

/// <summary>A break between two parts.</summary>
public sealed record Separator : Block;

/// <summary>A run of text with one set of marks; a line break is <c>"\n"</c> in the text.</summary>
/// <param name="Text">The text, NFC.</param>
/// <param name="Marks">How it is set.</param>
/// <param name="Link">The absolute http(s), mailto or tel address that it leads to.</param>
/// <param name="Note">What goes with the mark: the title of an abbreviation, the <c>datetime</c> of a time.</param>
/// <param name="Language">The language tag where it differs from the article's.</param>
public sealed record Span(string Text, Marks Marks = Marks.None, string? Link = null, string? Note = null, string? Language = null);

/// <summary>How a span is set.</summary>
[Flags]
public enum Marks
{
    /// <summary>Plain text.</summary>
    None = 0,

    /// <summary>Emphasis (<c>em</c>).</summary>
    Emphasis = 1,

    /// <summary>Strong (<c>strong</c>).</summary>
    Strong = 2,

    /// <summary>Code.</summary>
    Code = 4,

    /// <summary>Subscript.</summary>
    Subscript = 8,

    /// <summary>Superscript.</summary>
    Superscript = 16,

    /// <summary>An inline quotation (<c>q</c>).</summary>
    Quote = 32,

    /// <summary>The title of a work (<c>cite</c>).</summary>
    Citation = 64,

    /// <summary>An abbreviation (<c>abbr</c>).</summary>
    Abbreviation = 128,

    /// <summary>A time (<c>time</c>).</summary>
    Time = 256,

    /// <summary>Struck text (<c>s</c>, <c>del</c>).</summary>
    Deleted = 512,

    /// <summary>Added text (<c>ins</c>).</summary>
    Inserted = 1024,

    /// <summary>Marked text (<c>mark</c>).</summary>
    Marked = 2048,
}

/// <summary>Reads and writes the stored JSON of an <see cref="ArticleBody"/>.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ArticleBody))]
public sealed partial class ArticleBodyJson : JsonSerializerContext;
