using System.Text;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Articles;

/// <summary>How the text at hand is set.</summary>
internal readonly record struct Setting(Marks Marks, string? Link, string? Note, string? Language);

/// <summary>Gathers inline text until a block ends: white space folded, characters that only steer a line breaker dropped, NFC.</summary>
internal sealed class SpanRun
{
    /// <summary>Lines set apart by single breaks are paragraphs of their own where they are this long on average: verse and addresses are shorter.</summary>
    private const int ProseLine = 80;

    private readonly List<Span> _spans = [];
    private bool _space;

    public bool IsEmpty => _spans.Count == 0;

    public void Add(string text, Setting setting)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (PlainText.IsInvisible(c) && !char.IsWhiteSpace(c)) continue;
            if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                _space = true;
                continue;
            }
            if (_space && (kept.Length > 0 || _spans.Count > 0 && _spans[^1].Text[^1] is not '\n')) Space(kept, setting);
            _space = false;
            kept.Append(c);
        }
        if (kept.Length > 0) Append(new Span(kept.ToString().Normalize(NormalizationForm.FormC), setting.Marks, setting.Link, setting.Note, setting.Language));
    }

    /// <summary>A space between two settings is set as both are, so that no link starts or ends with a blank.</summary>
    private void Space(StringBuilder kept, Setting setting)
    {
        if (kept.Length > 0)
        {
            kept.Append(' ');
            return;
        }
        var last = _spans[^1];
        var before = new Setting(last.Marks, last.Link, last.Note, last.Language);
        var both = new Setting(
            before.Marks & setting.Marks, Common(before.Link, setting.Link), Common(before.Note, setting.Note), Common(before.Language, setting.Language));
        if (both == setting) kept.Append(' ');
        else if (both == before) _spans[^1] = last with { Text = last.Text + " " };
        else _spans.Add(new Span(" ", both.Marks, both.Link, both.Note, both.Language));
    }

    private static string? Common(string? a, string? b) => string.Equals(a, b, StringComparison.Ordinal) ? a : null;

    public void Break()
    {
        _space = false;
        _spans.Add(new Span("\n"));
    }

    private void Append(Span span)
    {
        if (_spans.Count > 0 && _spans[^1] is var last && last.Text is not "\n" && last with { Text = "" } == span with { Text = "" })
            _spans[^1] = span with { Text = last.Text + span.Text };
        else _spans.Add(span);
    }

    /// <summary>Hands over what was gathered, as one run of spans (a caption, a heading).</summary>
    public IReadOnlyList<Span> TakeOne()
    {
        var lines = TakeLines();
        return lines.Count == 0 ? [] : Join(lines.Where(l => l.Count > 0));
    }

    /// <summary>Hands over what was gathered, as paragraphs: a double break ends one, and so does a single one between lines of prose.</summary>
    public IEnumerable<IReadOnlyList<Span>> TakeParagraphs()
    {
        var lines = TakeLines();
        for (int start = 0, end; start < lines.Count; start = end + 1)
        {
            for (end = start; end < lines.Count && lines[end].Count > 0;) end++;
            var group = lines[start..end];
            if (group.Count == 0) continue;
            if (group.Count > 1 && group.Sum(l => l.Sum(s => s.Text.Length)) >= ProseLine * group.Count)
                foreach (var line in group) yield return line;
            else yield return Join(group);
        }
    }

    private List<IReadOnlyList<Span>> TakeLines()
    {
        List<IReadOnlyList<Span>> lines = [];
        List<Span> line = [];
        foreach (var span in _spans)
        {
            if (span.Text is not "\n")
            {
                line.Add(span);
                continue;
            }
            lines.Add(Trimmed(line));
            line = [];
        }
        lines.Add(Trimmed(line));
        _spans.Clear();
        _space = false;
        return lines;
    }

    private static List<Span> Trimmed(List<Span> line)
    {
        while (line.Count > 0 && string.IsNullOrWhiteSpace(line[0].Text)) line.RemoveAt(0);
        while (line.Count > 0 && string.IsNullOrWhiteSpace(line[^1].Text)) line.RemoveAt(line.Count - 1);
        if (line.Count == 0) return line;
        line[0] = line[0] with { Text = line[0].Text.TrimStart() };
        line[^1] = line[^1] with { Text = line[^1].Text.TrimEnd() };
        return line;
    }

    private static List<Span> Join(IEnumerable<IReadOnlyList<Span>> lines)
    {
        List<Span> joined = [];
        foreach (var line in lines)
        {
            if (joined.Count > 0) joined[^1] = joined[^1] with { Text = joined[^1].Text + "\n" };
            joined.AddRange(line);
        }
        return joined;
    }
}
