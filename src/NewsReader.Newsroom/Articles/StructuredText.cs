namespace NewsReader.Newsroom.Articles;

/// <summary>The text of an article as its structured data carries it.</summary>
internal static class StructuredText
{
    private const int ShortestRepeat = 200;

    /// <summary>The paragraphs, each once: some papers repeat the whole text in it. Null where there is none.</summary>
    public static List<string>? Of(string? articleBody)
    {
        if (articleBody is null) return null;
        var text = Once(articleBody);
        return [.. text.Split('\n').Where(l => l.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Where the beginning comes again, the text starts over.</summary>
    private static string Once(string text)
    {
        if (text.Length < 2 * ShortestRepeat) return text;
        var again = text.IndexOf(text[..(ShortestRepeat / 2)], ShortestRepeat, StringComparison.Ordinal);
        return again < 0 ? text : text[..again].TrimEnd();
    }
}
