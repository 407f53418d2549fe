using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsReader.Newsroom.Feeds;
using NewsReader.Newsroom.Text;

namespace NewsReader.Evaluation;

/// <summary>The call <c>feeds CASES_DIR DATES.json OUT_DIR</c>: one answer for each case, and one for all date strings.</summary>
internal static class FeedsCall
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(string[] args)
    {
        if (args is not [string cases, string dates, string outcome])
        {
            Console.Error.WriteLine("Usage: NewsReader.Evaluation feeds CASES_DIR DATES.json OUT_DIR");
            return 2;
        }
        Directory.CreateDirectory(outcome);
        foreach (string file in Directory.EnumerateFiles(cases, "*.json"))
            File.WriteAllText(Path.Combine(outcome, Path.GetFileName(file)), Answer(file).ToJsonString(Plain));
        File.WriteAllText(Path.Combine(outcome, "_dates.json"), Dates(dates).ToJsonString(Plain));
        return 0;
    }

    private static JsonObject Answer(string file)
    {
        JsonNode given = JsonNode.Parse(File.ReadAllText(file))!;
        byte[] bytes = File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(file)!, (string)given["raw"]!));
        string? located = (string?)given["http_headers"]?["content-location"];
        string? address = (string?)given["base_url"];
        string? origin = located is null ? address : WebAddress.Resolve(address, located) ?? address;
        FeedReading reading = FeedReader.Read(bytes, (string?)given["http_headers"]?["content-type"], origin);
        return reading.Feed is { } feed ? Told(feed) : new JsonObject { ["error"] = $"{reading.Failure}: {reading.Detail}" };
    }

    private static JsonObject Dates(string file)
    {
        var told = new JsonObject();
        foreach (JsonNode? row in JsonNode.Parse(File.ReadAllText(file))!.AsArray())
        {
            string text = (string)row!["in"]!;
            told[text] = Iso(FeedDates.Parse(text));
        }
        return told;
    }

    private static JsonObject Told(ParsedFeed feed) => new()
    {
        ["format"] = feed.Format.ToString().ToLowerInvariant(),
        ["encoding"] = feed.Encoding,
        ["feed"] = Stated(
            ("title", feed.Title), ("link", feed.Link), ("description", feed.Description), ("language", feed.Language), ("author", feed.Author),
            ("id", feed.Id), ("published", Iso(feed.Published)), ("updated", Iso(feed.Updated)), ("image", feed.Image)),
        ["entries"] = new JsonArray([.. feed.Entries.Select(Told)]),
    };

    private static JsonObject Told(ParsedEntry entry)
    {
        JsonObject told = Stated(
            ("title", entry.Title), ("link", entry.Link), ("guid", entry.Guid), ("published", Iso(entry.Published)), ("updated", Iso(entry.Updated)),
            ("author", entry.Author), ("summary", entry.Summary), ("content", entry.Content), ("media_image", entry.MediaImage));
        told["categories"] = new JsonArray([.. entry.Categories.Select(category => (JsonNode)category)]);
        told["enclosures"] = new JsonArray([.. entry.Enclosures.Select(file => Stated(("url", file.Url), ("type", file.Type), ("length", file.Length)))]);
        told["media"] = new JsonArray([.. entry.Media.Select(url => Stated(("url", url)))]);
        return told;
    }

    private static JsonObject Stated(params ReadOnlySpan<(string Name, string? Value)> members)
    {
        var stated = new JsonObject();
        foreach ((string name, string? value) in members)
        {
            if (value is not null)
                stated[name] = value;
        }
        return stated;
    }

    private static string? Iso(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
