using System.Text.Json.Serialization;

namespace NewsReader.Newsroom.Editions;

/// <summary>The terms of a story's score, kept with the edition so that a person can compute it again.</summary>
/// <param name="Outlets">How many outlets tell it.</param>
/// <param name="Independent">How many remain when common owners and identical dispatches are joined.</param>
/// <param name="Copies">How many of its articles repeat another's dispatch.</param>
/// <param name="FrontOutlets">In how many outlets' own « à la une » feed it stands.</param>
/// <param name="First">When its first article was published, in UTC.</param>
/// <param name="NewVoices">How many independent outlets joined in the hour before the edition was drawn.</param>
/// <param name="Voices">The independent outlets, weighted, each as far as it tells the event itself.</param>
/// <param name="Front">What the « à la une » feeds add.</param>
/// <param name="Freshness">The factor for the time since the last new outlet, from 0 to 1.</param>
/// <param name="Momentum">What the last hour adds.</param>
/// <param name="Score">The score: <c>FrontPage</c> states the formula.</param>
public sealed record ScoreTerms(
    int Outlets,
    int Independent,
    int Copies,
    int FrontOutlets,
    DateTimeOffset First,
    int NewVoices,
    double Voices,
    double Front,
    double Freshness,
    double Momentum,
    double Score)
{
    /// <summary>What several articles of one story add, copies left out.</summary>
    public double Depth { get; init; }

    /// <summary>What it adds that outlets told it on earlier days already.</summary>
    public double Lasting { get; init; }

    /// <summary>How many outlets told it on earlier days.</summary>
    public int EarlierOutlets { get; init; }

    /// <summary>Whether an administrator put it first.</summary>
    public bool IsPinned { get; init; }
}

/// <summary>Reads and writes the stored JSON of <see cref="ScoreTerms"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ScoreTerms))]
public sealed partial class ScoreTermsJson : JsonSerializerContext;
