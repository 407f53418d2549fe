using System.Globalization;
using AngleSharp.Html.Dom;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Articles;

/// <summary>What a page states about itself in its head: structured data and <c>meta</c>.</summary>
internal sealed class PageFacts
{
    private readonly Dictionary<string, string> _meta = new(StringComparer.OrdinalIgnoreCase);

    public PageFacts(IHtmlDocument page, string address)
    {
        Page = page;
        Address = address;
        Structured = StructuredData.Read(page) ?? new StructuredData();
        foreach (var meta in page.QuerySelectorAll("meta[content]"))
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop");
            if (name is { Length: > 0 } && PlainText.Clean(meta.GetAttribute("content")!) is { Length: > 0 } content) _meta.TryAdd(name, content);
        }
    }

    public IHtmlDocument Page { get; }

    public string Address { get; }

    public StructuredData Structured { get; }

    public string? SiteName => Meta("og:site_name") ?? Meta("application-name") ?? Structured.Publisher;

    public string? Description => Meta("og:description") ?? Meta("description") ?? Structured.Description ?? Meta("twitter:description");

    /// <summary>The first of these <c>meta</c> that is stated.</summary>
    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (_meta.TryGetValue(name, out var content)) return content;
        return null;
    }

    public string? Canonical => WebAddress.Resolve(Address, Page.QuerySelector("link[rel~=canonical][href]")?.GetAttribute("href") ?? "") is { } c && !string.Equals(c, Address, StringComparison.Ordinal) ? c : null;

    /// <summary>The version of the page that is made for AMP, which needs no script.</summary>
    public string? Amp => WebAddress.Resolve(Address, Page.QuerySelector("link[rel~=amphtml][href]")?.GetAttribute("href") ?? "") is { } amp
        && amp.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !string.Equals(amp, Address, StringComparison.Ordinal) ? amp : null;

    /// <summary>The two letters of the language, where stated.</summary>
    public string? Language
    {
        get
        {
            var tag = Page.DocumentElement?.GetAttribute("lang") ?? Page.DocumentElement?.GetAttribute("xml:lang") ?? Structured.Language ?? Meta("og:locale", "content-language", "language");
            return tag is { Length: >= 2 } && char.IsAsciiLetter(tag[0]) && char.IsAsciiLetter(tag[1]) && (tag.Length == 2 || !char.IsAsciiLetter(tag[2])) ? tag[..2].ToLowerInvariant() : null;
        }
    }

    public Picture? LeadPicture
    {
        get
        {
            var stated = Meta("og:image", "og:image:url", "twitter:image", "twitter:image:src") ?? Structured.Image;
            return stated is not null && SafeAddress.Public(WebAddress.Resolve(Address, stated)) is { } picture
                ? new Picture(picture, Meta("og:image:alt") ?? "", Size("og:image:width"), Size("og:image:height")) : null;
        }
    }

    private int? Size(string name) => int.TryParse(Meta(name), CultureInfo.InvariantCulture, out var size) && size is > 1 and < 20_000 ? size : null;
}
