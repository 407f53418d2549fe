using System.Text.Json;
using NewsReader.Newsroom.Language;

namespace NewsReader.Evaluation;

/// <summary><c>typography CASES.json OUT.json</c>: each case set once, and again on its own output.</summary>
internal static class TypographyCall
{
    public static int Run(string[] args)
    {
        using var cases = JsonDocument.Parse(File.ReadAllBytes(args[0]));
        using var file = File.Create(args[1]);
        using var json = new Utf8JsonWriter(file);
        json.WriteStartArray();
        foreach (var row in cases.RootElement.EnumerateArray())
        {
            var once = FrenchTypography.Apply(row.GetProperty("in").GetString() ?? "");
            json.WriteStartObject();
            json.WriteString("once", once);
            json.WriteString("twice", FrenchTypography.Apply(once));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        return 0;
    }
}
