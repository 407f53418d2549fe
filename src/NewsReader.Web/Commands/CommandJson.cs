using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace NewsReader.Web.Commands;

/// <summary>How the commands' answers are written for scripts: camel case, French letters as they are.</summary>
internal static class CommandJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        WriteIndented = true,
    };

    private static readonly JsonSerializerOptions Lines = new(Options) { WriteIndented = false };

    /// <summary>An answer as JSON.</summary>
    public static string Of<T>(T answer) => JsonSerializer.Serialize(answer, Options);

    /// <summary>One line of a file of such lines.</summary>
    public static string LineOf<T>(T answer) => JsonSerializer.Serialize(answer, Lines);
}
