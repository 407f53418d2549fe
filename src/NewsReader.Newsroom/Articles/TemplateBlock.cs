namespace NewsReader.Newsroom.Articles;

/// <summary>What a block is known by on other pages of its outlet.</summary>
internal static class TemplateBlock
{
    /// <summary>Shorter lines come again by chance: « Et maintenant ? », « Le contexte ».</summary>
    private const int FewestLetters = 20;

    /// <summary>What outlets set around articles is short; a long text that comes twice is an article printed twice.</summary>
    private const int Longest = 600;

    private const int LongestSample = 160;

    /// <summary>
    /// The key of a block that can be furniture, else null: never the chapô, a question without a link (interviews in series ask the same) or a
    /// picture with a caption of its own. Figures are left out of the key: « Il vous reste 57 % ».
    /// </summary>
    public static uint? Key(Block block)
    {
        var identity = block switch
        {
            Paragraph { IsLede: true } or Separator => null,
            Figure { Caption.Count: 0, Credit: null, Pictures: [var picture] } => WithoutQuery(picture.Address),
            Figure => null,
            Embed embed => embed.Address,
            Paragraph p when p.Spans.All(s => s.Link is null) && p.Spans.ToText().TrimEnd() is [.., '?'] => null,
            _ => Letters(block.ToText()),
        };
        return identity is null ? null : Hash(identity);
    }

    /// <summary>How a block begins.</summary>
    public static string Sample(Block block)
    {
        var text = block switch
        {
            Figure figure => figure.Pictures[0].Address,
            Embed embed => embed.Address,
            _ => block.ToText().Replace('\n', ' '),
        };
        return text.Length > LongestSample ? text[..LongestSample] + "…" : text;
    }

    private static string? Letters(string text)
    {
        if (text.Length > Longest) return null;
        var letters = string.Concat(MainBlock.Letters(text).Where(c => !char.IsDigit(c)));
        return letters.Length >= FewestLetters ? letters : null;
    }

    private static string WithoutQuery(string address) => address.IndexOf('?', StringComparison.Ordinal) is var query and > 0 ? address[..query] : address;

    // FNV-1a, 32 bits: a remembered page has some twenty blocks, and three have to agree.
    private static uint Hash(string identity)
    {
        var hash = 2166136261U;
        foreach (var c in identity) hash = (hash ^ c) * 16777619U;
        return hash;
    }
}
