using System.Globalization;
using System.Text;

namespace NewsReader.Web.Demo;

/// <summary>
/// The chunks of an article as HTML. A chunk is a paragraph unless it starts with <c>## </c> (a subhead),
/// <c>&gt; </c> (a quotation), <c>- </c> (a list, an item a line), <c>| </c> (a table, a row a line, the first its head)
/// or <c>@ </c> (a live blog's next post: its hour, then its title).
/// </summary>
internal static class DemoMarkup
{
    /// <summary>The chunks as today's systems write them.</summary>
    public static string Html(IEnumerable<string> chunks) => string.Join('\n', chunks.Select(Block));

    /// <summary>The chunks as old systems write them: one run of text with line breaks.</summary>
    public static string Breaks(IEnumerable<string> chunks) => string.Join("<br>\n<br>\n", chunks.Select(chunk => chunk[..2] switch
    {
        "##" => $"<b>{Encode(chunk[3..])}</b>",
        "> " => $"<i>{Encode(chunk[2..])}</i>",
        "- " => string.Join("<br>\n", Lines(chunk).Select(line => Encode(line))),
        _ => Encode(chunk),
    }));

    /// <summary>A live blog's posts, each an article with its hour.</summary>
    public static string Posts(IEnumerable<string> chunks)
    {
        var html = new StringBuilder();
        foreach (var chunk in chunks)
        {
            if (chunk.StartsWith("@ ", StringComparison.Ordinal))
            {
                var (hour, title) = Post(chunk);
                html.Append(CultureInfo.InvariantCulture, $"</div></section>\n<section class=\"live-post\"><p class=\"live-post__time\">{hour}</p><h3 class=\"live-post__title\">{Encode(title)}</h3><div class=\"live-post__body\">\n");
            }
            else
            {
                html.Append(Block(chunk)).Append('\n');
            }
        }

        return $"<section class=\"live-post live-post--pinned\"><div class=\"live-post__body\">\n{html}</div></section>";
    }

    /// <summary>The words alone, paragraphs separated by line ends.</summary>
    public static string Words(IEnumerable<string> chunks) =>
        string.Join('\n', chunks.SelectMany(Lines).Select(line => line.Replace(" | ", " ", StringComparison.Ordinal)));

    /// <summary>The lines of a chunk without its marks.</summary>
    public static IEnumerable<string> Lines(string chunk) => chunk.Split('\n').Select(line =>
        line.TrimStart('#', '>', '-', '|', '@', ' ').TrimEnd('|', ' '));

    private static string Block(string chunk) => chunk[..2] switch
    {
        "##" => $"<h2>{Encode(chunk[3..])}</h2>",
        "> " => $"<blockquote><p>{Encode(chunk[2..])}</p></blockquote>",
        "- " => $"<ul>\n{string.Join('\n', Lines(chunk).Select(line => $"<li>{Encode(line)}</li>"))}\n</ul>",
        "| " => Table([.. Lines(chunk)]),
        _ => $"<p>{Encode(chunk)}</p>",
    };

    private static string Table(IReadOnlyList<string> rows)
    {
        static string Row(string row, string tag) =>
            "<tr>" + string.Concat(row.Split(" | ").Select(cell => $"<{tag}>{Encode(cell)}</{tag}>")) + "</tr>";
        return $"<table>\n<thead>{Row(rows[0], "th")}</thead>\n<tbody>\n{string.Join('\n', rows.Skip(1).Select(row => Row(row, "td")))}\n</tbody>\n</table>";
    }

    private static (string Hour, string Title) Post(string chunk) =>
        chunk[2..].Split(" | ", 2) is [var hour, var title] ? (hour, title) : ("", chunk[2..]);

    /// <summary>A text for HTML, inside or outside an attribute; accents stay letters, as papers write them.</summary>
    public static string Encode(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);
}
