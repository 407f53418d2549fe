using AngleSharp.Dom;

namespace NewsReader.Newsroom.Articles;

/// <summary>How an extraction came about: the places where the text could be, and all that was taken out, in the order of the cascade.</summary>
public sealed class ExtractionTrace
{
    private const int LongestText = 160;

    private readonly List<Candidate> _candidates = [];
    private readonly List<Removal> _removals = [];

    /// <summary>The places that a stage proposed.</summary>
    public IReadOnlyList<Candidate> Candidates => _candidates;

    /// <summary>What was removed, with the stage that did.</summary>
    public IReadOnlyList<Removal> Removals => _removals;

    internal void Propose(string stage, IElement? element, PageMass mass)
    {
        if (element is not null) _candidates.Add(new Candidate(stage, Path(element), mass.Of(element).Prose, IsWinner: false));
    }

    internal void Choose(IElement? element)
    {
        if (element is null) return;
        var path = Path(element);
        for (var i = 0; i < _candidates.Count; i++)
            if (string.Equals(_candidates[i].Path, path, StringComparison.Ordinal)) _candidates[i] = _candidates[i] with { IsWinner = true };
    }

    internal void Remove(string stage, string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length > 0) _removals.Add(new Removal(stage, line.Length > LongestText ? line[..LongestText] + "…" : line));
    }

    /// <summary>The element and two of those around it, each as a person would select it.</summary>
    private static string Path(IElement element)
    {
        var parts = new List<string>();
        for (var e = element; e is not null && parts.Count < 3 && e.LocalName is not "html"; e = e.ParentElement) parts.Insert(0, Name(e));
        return string.Join(" > ", parts);
    }

    private static string Name(IElement element) =>
        element.LocalName + (string.IsNullOrEmpty(element.Id) ? "" : "#" + element.Id) + string.Concat(element.ClassList.Take(3).Select(c => "." + c));
}

/// <summary>A place where the text could be.</summary>
/// <param name="Stage">The stage of the cascade that proposed it.</param>
/// <param name="Path">The element, below the two around it.</param>
/// <param name="Prose">Its text in sentences outside links, in characters.</param>
/// <param name="IsWinner">Whether the text was read there.</param>
public sealed record Candidate(string Stage, string Path, int Prose, bool IsWinner);

/// <summary>Something that was taken out.</summary>
/// <param name="Stage">The stage that did.</param>
/// <param name="Text">The start of its text.</param>
public sealed record Removal(string Stage, string Text);
