using System.Globalization;
using System.Text.Json;
using NewsReader.Newsroom.Stories;

namespace NewsReader.Benchmarks;

/// <summary>
/// Real headlines with ledes, again and again: each round comes ten minutes later under other ids, from other outlets and of another place, so that a
/// window of any size holds as many stories to its articles as the real days do.
/// </summary>
internal static class ReplayedItems
{
    private static readonly string[] Files = ["front_pages", "fr_rss_background", "fr_day"];

    /// <summary>Whether the corpora are on this machine.</summary>
    public static bool AreThere => Folder() is { } folder && Files.All(f => File.Exists(Path.Combine(folder, f + ".jsonl")));

    /// <summary>The items, without end.</summary>
    public static IEnumerable<StoryItem> Read()
    {
        var rows = Files.SelectMany(f => File.ReadLines(Path.Combine(Folder()!, f + ".jsonl"))).Select(Parse).ToList();
        var id = 0L;
        for (var round = 0; ; round++)
            foreach (var row in rows)
                yield return round == 0 ? row with { Id = ++id } : row with
                {
                    Id = ++id,
                    Outlet = $"{row.Outlet} {round}",
                    Title = $"{row.Title} Ville{round}",
                    At = row.At.AddMinutes(10 * round),
                };
    }

    private static string? Folder() => Corpora.Folder() is { } corpora ? Path.Combine(corpora, "stories") : null;

    private static StoryItem Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var row = json.RootElement;
        // All on one day, as the articles of a window are: the stored days lie years apart and would fade.
        var at = DateTimeOffset.Parse(row.GetProperty("published").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return new StoryItem(0, row.GetProperty("source").GetString()!, row.GetProperty("title").GetString()!, row.GetProperty("text").GetString() ?? "",
            new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero).AddDays(at.DayOfYear % 4) + at.TimeOfDay);
    }
}
