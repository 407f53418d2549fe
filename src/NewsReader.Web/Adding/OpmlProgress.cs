using NewsReader.Newsroom.Feeds;

namespace NewsReader.Web.Adding;

/// <summary>How far an import is, or what it came to.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Total">How many sources the file names.</param>
internal sealed record OpmlProgress(string File, int Total)
{
    /// <summary>A person reads no more lines than these.</summary>
    private const int MostRefused = 500;

    private ImportResult Result { get; init; } = new(0, []);

    /// <summary>How many sources are followed now that were not before.</summary>
    public int Added => Result.Added;

    /// <summary>How many were looked at: followed or refused.</summary>
    public int Done => Result.Added + Result.Refused.Count;

    /// <summary>When it ended, in UTC; null while it runs.</summary>
    public DateTime? EndedAt { get; private init; }

    /// <summary>Whether it goes on.</summary>
    public bool IsRunning => EndedAt is null;

    /// <summary>Whether it ended before the last source.</summary>
    public bool IsCutShort => !IsRunning && Done < Total;

    /// <summary>The lines of the file that gave no source, each with why, in French; the first of them where they are many. Empty while it runs.</summary>
    public IReadOnlyList<(string Line, string Why)> Refused { get; private init; } = [];

    /// <summary>How many lines gave no source.</summary>
    public int RefusedCount { get; private init; }

    /// <summary>The same, further on.</summary>
    public OpmlProgress With(ImportResult result) => this with { Result = result };

    /// <summary>The same at its end.</summary>
    /// <param name="reading">What the file held.</param>
    /// <param name="at">When it ended, in UTC.</param>
    public OpmlProgress Ended(OpmlReading reading, DateTime at) => this with
    {
        EndedAt = at,
        Refused = [.. reading.Refusals.Select(r => (r.Text, OpmlWords.Of(r.Cause))).Concat(Result.Refused.Select(r => (r.Address, r.Trouble.What))).Take(MostRefused)],
        RefusedCount = reading.Refusals.Count + reading.MoreRefusals + Result.Refused.Count,
    };
}
