using System.Globalization;
using System.Text.Json;
using NewsReader.Newsroom.Editions;
using NewsReader.Newsroom.Stories;

namespace NewsReader.Evaluation;

/// <summary>
/// <c>front-pages ITEMS.jsonl OUT.json</c>: each run is matched as it arrives and repaired at the end of each day, as rounds do; each judged
/// day is ranked for each judge without the judge's own articles.
/// </summary>
internal static class FrontPagesCall
{
    private const int Places = 20;
    private static readonly string[] Judges = ["lemonde", "franceinfo"];

    private sealed record Row(string Id, string Run, string Day, bool Judged, string Source, int? Rank, StoryItem Item);

    public static int Run(string[] args)
    {
        var rows = File.ReadLines(args[0]).Select((line, number) => Read(line, number)).ToList();
        var answer = new Dictionary<string, Dictionary<string, Dictionary<string, List<List<string>>>>>(StringComparer.Ordinal);
        foreach (var run in rows.GroupBy(r => r.Run, StringComparer.Ordinal))
        {
            var matcher = new StoryMatcher();
            var days = answer[run.Key] = new(StringComparer.Ordinal);
            foreach (var day in run.GroupBy(r => r.Day, StringComparer.Ordinal))
            {
                foreach (var row in day)
                    matcher.Add(row.Item);
                matcher.Repair();
                if (day.Any(r => r.Judged))
                    days[day.Key] = Judges.ToDictionary(j => j, j => FrontPageOf([.. day], [.. run.Where(r => string.CompareOrdinal(r.Day, day.Key) < 0)], matcher, j), StringComparer.Ordinal);
            }
        }
        File.WriteAllText(args[1], JsonSerializer.Serialize(answer));
        return 0;
    }

    private static List<List<string>> FrontPageOf(List<Row> day, List<Row> before, StoryMatcher matcher, string judge)
    {
        var stories = day.GroupBy(r => matcher.Stories[r.Item.Id]).ToDictionary(g => g.Key, g => g.ToList());
        var others = stories.ToDictionary(s => s.Key, s => s.Value.FindAll(r => !string.Equals(r.Source, judge, StringComparison.Ordinal)));
        var earlier = before.Where(r => !string.Equals(r.Source, judge, StringComparison.Ordinal)).GroupBy(r => matcher.Stories[r.Item.Id])
            .ToDictionary(g => g.Key, g => g.Select(r => r.Source).Distinct(StringComparer.Ordinal).Count());
        var core = new StoryCore(others.Values.SelectMany(s => s).Select(r => r.Item));
        var standings = others
            .Select(s => new StoryStanding(s.Key, [.. s.Value.Zip(core.Closeness(s.Value.ConvertAll(r => r.Item.Id)), (row, near) => Standing(row) with { Closeness = near })]) { EarlierOutlets = earlier.GetValueOrDefault(s.Key) })
            .ToList();
        var now = EditionDay.Start(DateOnly.Parse(day[0].Day, CultureInfo.InvariantCulture).AddDays(1));
        return [.. FrontPage.Choose(FrontPage.Rank(standings, now), Places).Select(s => stories[s.StoryId].ConvertAll(r => r.Id))];
    }

    private static ArticleStanding Standing(Row row)
    {
        // The runs name outlets by a word; any number that is the same for the same word will do.
        var outlet = row.Source.Aggregate(17L, (hash, c) => unchecked(hash * 31 + c));
        return new ArticleStanding(row.Item.Id, outlet, [], 1, row.Item.At, null, row.Rank - 1, 0, 0, 0, false);
    }

    private static Row Read(string line, int number)
    {
        using var json = JsonDocument.Parse(line);
        var row = json.RootElement;
        return new Row(
            row.GetProperty("id").GetString()!,
            row.GetProperty("run").GetString()!,
            row.GetProperty("day").GetString()!,
            row.GetProperty("judged").GetBoolean(),
            row.GetProperty("source").GetString()!,
            row.TryGetProperty("rank", out var rank) && rank.ValueKind == JsonValueKind.Number ? rank.GetInt32() : null,
            StoriesCall.Item(row, number));
    }
}
