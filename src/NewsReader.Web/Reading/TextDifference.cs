using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.Chunkers;

namespace NewsReader.Web.Reading;

/// <summary>What differs between two versions of a text: whole paragraphs, and the words of those that were reworded.</summary>
public static partial class TextDifference
{
    /// <summary>Paragraphs with fewer of their words in common are two paragraphs, not one reworded (Dice's coefficient).</summary>
    private const double LeastInCommon = 0.4;

    /// <summary>The paragraphs of both, in their order; runs of unchanged ones are counted only.</summary>
    /// <param name="before">The earlier text, one paragraph a line.</param>
    /// <param name="after">The later text, one paragraph a line.</param>
    public static IReadOnlyList<ChangedParagraph> Paragraphs(string before, string after)
    {
        var difference = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: true, ignoreCase: false, LineChunker.Instance);
        List<ChangedParagraph> changed = [];
        var read = 0;
        foreach (var block in difference.DiffBlocks)
        {
            Skip(changed, block.InsertStartB - read);
            changed.AddRange(Pair(Pieces(difference.PiecesOld, block.DeleteStartA, block.DeleteCountA), Pieces(difference.PiecesNew, block.InsertStartB, block.InsertCountB)));
            read = block.InsertStartB + block.InsertCountB;
        }

        Skip(changed, difference.PiecesNew.Count - read);
        return changed;
    }

    /// <summary>The words of two versions of one paragraph. A single word that stayed among others that changed is shown with them: so a sentence is read whole.</summary>
    public static ChangedParagraph Words(string before, string after)
    {
        var difference = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, WordsAndGaps.Instance);
        List<ChangedPart> parts = [];
        var (read, removed, added) = (0, "", "");
        foreach (var block in difference.DiffBlocks)
        {
            var kept = Join(difference.PiecesNew, read, block.InsertStartB - read);
            if (read > 0 && Word().Count(kept) < 2)
            {
                removed += kept;
                added += kept;
            }
            else
            {
                Add(parts, removed, Change.Removed);
                Add(parts, added, Change.Added);
                Add(parts, kept, Change.Kept);
                (removed, added) = ("", "");
            }

            removed += Join(difference.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            added += Join(difference.PiecesNew, block.InsertStartB, block.InsertCountB);
            read = block.InsertStartB + block.InsertCountB;
        }

        Add(parts, removed, Change.Removed);
        Add(parts, added, Change.Added);
        Add(parts, Join(difference.PiecesNew, read, difference.PiecesNew.Count - read), Change.Kept);
        return new ChangedParagraph(parts);
    }

    /// <summary>Finds for each new paragraph the old one that it rewords, both in their order.</summary>
    private static IEnumerable<ChangedParagraph> Pair(List<string> before, List<string> after)
    {
        var next = 0;
        foreach (var paragraph in after)
        {
            var match = before.FindIndex(next, old => InCommon(old, paragraph) >= LeastInCommon);
            for (; next < match; next++) yield return ChangedParagraph.Whole(before[next], Change.Removed);
            yield return match < 0 ? ChangedParagraph.Whole(paragraph, Change.Added) : Words(before[next++], paragraph);
        }

        for (; next < before.Count; next++) yield return ChangedParagraph.Whole(before[next], Change.Removed);
    }

    private static double InCommon(string one, string other)
    {
        var (a, b) = (Word().Matches(one).Select(w => w.Value).ToHashSet(StringComparer.Ordinal), Word().Matches(other).Select(w => w.Value).ToHashSet(StringComparer.Ordinal));
        return a.Count + b.Count == 0 ? 0 : 2.0 * a.Count(b.Contains) / (a.Count + b.Count);
    }

    private static void Skip(List<ChangedParagraph> changed, int count)
    {
        if (count > 0) changed.Add(new ChangedParagraph([]) { Unchanged = count });
    }

    private static void Add(List<ChangedPart> parts, string text, Change change)
    {
        if (text.Length > 0) parts.Add(new ChangedPart(text, change));
    }

    private static List<string> Pieces(IReadOnlyList<string> pieces, int from, int count) =>
        [.. pieces.Skip(from).Take(count).Where(line => !string.IsNullOrWhiteSpace(line))];

    private static string Join(IReadOnlyList<string> pieces, int from, int count) => string.Concat(pieces.Skip(from).Take(count));

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.None, 10_000)]
    private static partial Regex Word();

    /// <summary>Words, and what stands between them.</summary>
    private sealed partial class WordsAndGaps : IChunker
    {
        public static readonly WordsAndGaps Instance = new();

        public IReadOnlyList<string> Chunk(string text) => [.. Pieces().Matches(text).Select(piece => piece.Value)];

        [GeneratedRegex(@"[\p{L}\p{N}]+|[^\p{L}\p{N}]+", RegexOptions.None, 10_000)]
        private static partial Regex Pieces();
    }
}

/// <summary>One paragraph of a text and its earlier version.</summary>
/// <param name="Parts">Its parts in reading order; none for a run of unchanged paragraphs.</param>
public sealed record ChangedParagraph(IReadOnlyList<ChangedPart> Parts)
{
    /// <summary>How many unchanged paragraphs stand here.</summary>
    public int Unchanged { get; init; }

    /// <summary>A paragraph that came or went whole.</summary>
    public static ChangedParagraph Whole(string text, Change change) => new([new ChangedPart(text, change)]);
}

/// <summary>A run of words.</summary>
public sealed record ChangedPart(string Text, Change Change);

/// <summary>What became of a run of words.</summary>
public enum Change
{
    /// <summary>It stands in both versions.</summary>
    Kept,

    /// <summary>It stands in the later version alone.</summary>
    Added,

    /// <summary>It stands in the earlier version alone.</summary>
    Removed,
}
