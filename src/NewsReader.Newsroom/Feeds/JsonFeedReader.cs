using System.Text.Json;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>Reads JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1).</summary>
internal static class JsonFeedReader
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public static FeedReading Read(ReadOnlyMemory<char> text, string? baseAddress)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, Lenient);
            JsonElement root = document.RootElement;
            bool isFeed = root.ValueKind == JsonValueKind.Object
                && (root.TryGetProperty("items", out _) || Text(root, "version")?.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) == true);
            return isFeed ? new FeedReading(Feed(root, baseAddress)) : new FeedReading(null, FeedFailure.NotAFeed, "the body is JSON but no JSON Feed");
        }
        catch (JsonException e)
        {
            return new FeedReading(null, FeedFailure.Unreadable, $"line {e.LineNumber + 1}: {e.Message}");
        }
    }

    private static ParsedFeed Feed(JsonElement root, string? baseAddress)
    {
        var entries = Items(root, "items").Where(item => item.ValueKind == JsonValueKind.Object).Take(FeedReader.MostEntries).Select(item => Entry(item, root, baseAddress)).ToList();
        return new ParsedFeed
        {
            Format = FeedFormat.Json,
            Title = Text(root, "title"),
            Link = Address(root, "home_page_url", baseAddress),
            Description = Text(root, "description"),
            Language = Text(root, "language"),
            Author = Authors(root),
            Id = Text(root, "feed_url"),
            Image = Address(root, "icon", baseAddress) ?? Address(root, "favicon", baseAddress),
            // JSON Feed dates its items alone; the feed is as old as its latest.
            Published = entries.Max(entry => entry.Published),
            Updated = entries.Max(entry => entry.Updated ?? entry.Published),
            Entries = entries,
        };
    }

    private static ParsedEntry Entry(JsonElement item, JsonElement root, string? baseAddress)
    {
        string? html = Text(item, "content_html") is { } written ? Markup.Resolve(written, baseAddress) : null;
        return Entry(item, root, baseAddress, html);
    }

    private static ParsedEntry Entry(JsonElement item, JsonElement root, string? baseAddress, string? html) => new()
    {
        Guid = Text(item, "id"),
        Title = Text(item, "title"),
        Link = Address(item, "url", baseAddress) ?? Address(item, "external_url", baseAddress),
        Published = Date(item, "date_published"),
        Updated = Date(item, "date_modified"),
        Author = Authors(item) ?? Authors(root),
        Summary = Text(item, "summary"),
        Content = html ?? Text(item, "content_text"),
        Categories = Items(item, "tags").Select(AsText).OfType<string>().Select(PlainText.Clean).ToList(),
        Enclosures = Enclosures(item, baseAddress).ToList(),
        MediaImage = Address(item, "image", baseAddress) ?? Address(item, "banner_image", baseAddress) ?? EntryPicture.First(html),
    };

    private static IEnumerable<Enclosure> Enclosures(JsonElement item, string? baseAddress)
    {
        foreach (JsonElement attachment in Items(item, "attachments").Where(attachment => attachment.ValueKind == JsonValueKind.Object))
        {
            if (Address(attachment, "url", baseAddress) is { } url)
                yield return new Enclosure(url, Text(attachment, "mime_type"), Text(attachment, "size_in_bytes"));
        }
    }

    /// <summary>Version 1.0 has one <c>author</c>, version 1.1 a list of <c>authors</c>; feeds mix them.</summary>
    private static string? Authors(JsonElement parent)
    {
        string people = string.Join(", ", Items(parent, "authors").Concat(Items(parent, "author"))
            .Select(author => author.ValueKind == JsonValueKind.Object ? Text(author, "name") : AsText(author))
            .OfType<string>().Distinct(StringComparer.Ordinal));
        return people.Length == 0 ? null : people;
    }

    /// <summary>The members of an array; what should be an array but is not counts as its only member.</summary>
    private static List<JsonElement> Items(JsonElement parent, string name)
    {
        if (!parent.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
            return [];
        return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
    }

    private static DateTimeOffset? Date(JsonElement parent, string name) => Text(parent, name) is { } text ? FeedDates.Parse(text) : null;

    private static string? Address(JsonElement parent, string name, string? baseAddress) =>
        Text(parent, name) is { } text ? WebAddress.Resolve(baseAddress, text) ?? (WebAddress.HasScheme(text) ? null : text) : null;

    private static string? Text(JsonElement parent, string name) => parent.TryGetProperty(name, out JsonElement value) ? AsText(value) : null;

    private static string? AsText(JsonElement value)
    {
        string? text = value.ValueKind switch
        {
            JsonValueKind.String => HalfCharacterSafe(value),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    /// <summary>« \ud83d » alone is valid JSON but no text.</summary>
    private static string? HalfCharacterSafe(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
