using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using NewsReader.Newsroom.Feeds;

namespace NewsReader.Newsroom.Tests.Feeds;

/// <summary>Each folder of <c>Cases/feeds</c> holds a feed and what it must become; what the expectation leaves out is free.</summary>
public sealed class FeedCasesTests
{
    private const string Base = "https://base.example/rss";

    private static readonly JsonSerializerOptions AsTold = new() { Converters = { new JsonStringEnumConverter() } };

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "Cases", "feeds");

    public static TheoryData<string> Cases() => new(Directory.GetDirectories(Folder()).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_feed_becomes_what_its_case_says(string name)
    {
        string folder = Path.Combine(Folder(), name);
        byte[] bytes = File.ReadAllBytes(Directory.GetFiles(folder, "feed.*").Single());
        ParsedFeed feed = FeedReader.Read(bytes, null, Base).Feed.ShouldNotBeNull();
        JsonNode expected = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!;
        Compare(expected, JsonSerializer.SerializeToNode(feed, AsTold), name);
    }

    private static void Compare(JsonNode? expected, JsonNode? actual, string where)
    {
        switch (expected)
        {
            case JsonObject members:
                foreach ((string key, JsonNode? value) in members)
                    Compare(value, actual.ShouldNotBeNull(where)[key], $"{where}.{key}");
                break;
            case JsonArray list:
                JsonArray told = actual.ShouldNotBeNull(where).AsArray();
                told.Count.ShouldBe(list.Count, where);
                for (int i = 0; i < list.Count; i++)
                    Compare(list[i], told[i], $"{where}[{i}]");
                break;
            default:
                actual?.ToString().ShouldBe(expected?.ToString(), where);
                (actual is null).ShouldBe(expected is null, where);
                break;
        }
    }
}
