using System.Globalization;
using System.Text.Json;
using NewsReader.Newsroom.Stories;

internal static class StoriesCall
{
    public static int Run(string[] args)
    {
        var statistics = new TermStatistics();
        long number = 0;
        foreach (var line in File.ReadLines(args[0]))
            statistics.Add(Item(JsonDocument.Parse(line).RootElement, ++number));
        var matcher = new StoryMatcher(statistics);
        var ids = new List<(string Id, long Number)>();
        foreach (var line in File.ReadLines(args[1]))
        {
            var row = JsonDocument.Parse(line).RootElement;
            ids.Add((row.GetProperty("id").GetString()!, ++number));
            matcher.Add(Item(row, number));
        }
        matcher.Repair();
        using var file = File.Create(args[2]);
        using var json = new Utf8JsonWriter(file);
        json.WriteStartObject();
        foreach (var (id, n) in ids)
            json.WriteNumber(id, matcher.Stories[n]);
        json.WriteEndObject();
        return 0;
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
