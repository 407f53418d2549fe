using System.Globalization;
using System.Text.Json;
using NewsReader.Newsroom.Stories;

namespace NewsReader.Evaluation;

/// <summary><c>stories BACKGROUND.jsonl ARTICLES.jsonl OUT.json</c>: the background is counted, the articles are matched as they arrive.</summary>
internal static class StoriesCall
{
    public static int Run(string[] args)
    {
        var statistics = new TermStatistics();
        var number = 0L;
        foreach (var line in File.ReadLines(args[0]))
            statistics.Add(Read(line, ++number).Item);
        var matcher = new StoryMatcher(statistics);
        var articles = new List<(string Id, StoryItem Item)>();
        foreach (var line in File.ReadLines(args[1]))
        {
            articles.Add(Read(line, ++number));
            matcher.Add(articles[^1].Item);
        }
        matcher.Repair();
        using var file = File.Create(args[2]);
        using var json = new Utf8JsonWriter(file);
        json.WriteStartObject();
        foreach (var (id, item) in articles)
            json.WriteNumber(id, matcher.Stories[item.Id]);
        json.WriteEndObject();
        return 0;
    }

    private static (string Id, StoryItem Item) Read(string line, long number)
    {
        using var json = JsonDocument.Parse(line);
        return (json.RootElement.GetProperty("id").GetString()!, Item(json.RootElement, number));
    }

    internal static StoryItem Item(JsonElement row, long number) => new(
        number,
        Text(row, "source") ?? "",
        Text(row, "title") ?? "",
        Text(row, "text") ?? "",
        DateTimeOffset.TryParse(Text(row, "published"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : default,
        Text(row, "url"));

    private static string? Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
