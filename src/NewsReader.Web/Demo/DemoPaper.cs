using System.Text.Json.Serialization;

namespace NewsReader.Web.Demo;

/// <summary>An invented paper, as <c>Papers/papers.json</c> describes it, with its articles, newest first.</summary>
internal sealed record DemoPaper
{
    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required string Tagline { get; init; }

    /// <summary>Who owns it; two papers with a common owner are one voice.</summary>
    public required IReadOnlyList<string> Owners { get; init; }

    /// <summary>The section of the reader's paper that its sources are filed under.</summary>
    public required string Section { get; init; }

    /// <summary>Its editorial weight, 1 for an ordinary daily.</summary>
    public required double Weight { get; init; }

    /// <summary>The template of its pages, a file of <c>Shapes/</c>.</summary>
    public required string Shape { get; init; }

    /// <summary>Where its articles are: <c>{slug}</c>, <c>{date}</c>, <c>{section}</c> and <c>{id}</c> are filled in.</summary>
    public required string Address { get; init; }

    /// <summary>How it composes its texts.</summary>
    public required DemoComposition Composition { get; init; }

    /// <summary>The character encoding of all that it serves.</summary>
    public required string Charset { get; init; }

    public required IReadOnlyList<DemoFeed> Feeds { get; init; }

    [JsonIgnore]
    public IReadOnlyList<DemoArticle> Articles { get; init; } = [];

    [JsonIgnore]
    public string Host => $"{Slug}.demo.invalid";

    [JsonIgnore]
    public string Site => $"http://{Host}/";
}

/// <summary>A feed of an invented paper.</summary>
/// <param name="Path">Where it is on the paper's host.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Format"><c>rss</c>, <c>rdf</c>, <c>atom</c> or <c>json</c>.</param>
/// <param name="Front">Whether it is the paper's « à la une »: few articles, in the paper's own order.</param>
/// <param name="Full">Whether it carries whole texts.</param>
/// <param name="Media">Whether pictures come as <c>media:content</c> instead of an enclosure.</param>
/// <param name="Suffix">What it adds to each address, as feeds do to count where readers come from.</param>
internal sealed record DemoFeed(
    string Path,
    string Title,
    string Format,
    bool Front = false,
    bool Full = false,
    bool Media = false,
    string Suffix = "");

/// <summary>An article of an invented paper, its days and hours already reckoned from the anchor.</summary>
internal sealed record DemoArticle
{
    public required string Slug { get; init; }

    /// <summary>Its path and query on the paper's host.</summary>
    public required string Path { get; init; }

    public required string Title { get; init; }

    public required string Lede { get; init; }

    public string? Author { get; init; }

    public required string Section { get; init; }

    /// <summary>The event that it tells, by the same word in every paper; null for what one paper alone tells.</summary>
    public string? Event { get; init; }

    public required DateTimeOffset Published { get; init; }

    public required DateTimeOffset Modified { get; init; }

    /// <summary>Its place in the paper's « à la une », counted from 1; null when it is not there.</summary>
    public int? FrontRank { get; init; }

    public DemoPicture? Picture { get; init; }

    public bool IsForSubscribers { get; init; }

    public bool IsLive { get; init; }

    /// <summary>The text in chunks, marked as <see cref="DemoMarkup"/> reads them.</summary>
    public required IReadOnlyList<string> Body { get; init; }

    /// <summary>How many chunks of a subscribers' article anybody may read.</summary>
    public const int FreeChunks = 2;
}

/// <summary>A picture to draw: a scene, its hue in degrees, the seed of its shapes, and what it shows in words.</summary>
internal sealed record DemoPicture(string Scene, int Hue, string Seed, string Alt);

/// <summary>How a paper composes its texts; the files themselves are typed plainly.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DemoComposition>))]
internal enum DemoComposition
{
    /// <summary>As typed: straight apostrophes, ordinary spaces.</summary>
    Plain,

    /// <summary>As typed, without the spaces inside guillemets.</summary>
    Tight,

    /// <summary>As a careful printer would: curved apostrophes, no-break spaces.</summary>
    Fine,
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<DemoPaper>))]
internal sealed partial class DemoPaperJson : JsonSerializerContext;
