using System.Globalization;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>The files and pictures of an entry: RSS and Atom enclosures, Media RSS (rssboard.org/media-rss), the podcast modules.</summary>
internal sealed class MediaOfEntry
{
    private static readonly string[] ImageEndings = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"];

    private List<Enclosure>? _enclosures;
    private List<string>? _addresses;
    private (string Url, int Worth)? _picture;
    private string? _thumbnail;

    private MediaOfEntry()
    {
    }

    /// <summary>The files, each address once.</summary>
    public IReadOnlyList<Enclosure> Enclosures => _enclosures ?? (IReadOnlyList<Enclosure>)[];

    /// <summary>The addresses that Media RSS names, each once.</summary>
    public IReadOnlyList<string> Addresses => _addresses ?? (IReadOnlyList<string>)[];

    /// <summary>The picture that stands for the entry.</summary>
    public string? Image { get; private set; }

    public static MediaOfEntry Read(FeedElement entry)
    {
        var media = new MediaOfEntry();
        media.Within(entry);
        media.Image = media._picture?.Url ?? media._thumbnail
            ?? media._enclosures?.Find(enclosure => IsImage(enclosure.Type, enclosure.Url))?.Url ?? PodcastImage(entry);
        return media;
    }

    /// <summary>Media RSS may stand in groups, and one element of it in another (Media RSS, « optional elements »).</summary>
    private void Within(FeedElement parent)
    {
        foreach (FeedElement element in parent.Elements)
        {
            switch (element.Name)
            {
                case "enclosure":
                case "link" or "atom:link" when element.Attribute("rel") is "enclosure":
                    AddEnclosure(element);
                    break;
                case "media:content" or "media:thumbnail" or "media:player":
                    AddMedia(element);
                    Within(element);
                    break;
                case "media:group":
                    Within(element);
                    break;
            }
        }
    }

    private void AddEnclosure(FeedElement element)
    {
        if ((Address(element, "url") ?? Address(element, "href")) is { } url && _enclosures?.Exists(known => known.Url.Equals(url, StringComparison.Ordinal)) != true)
            (_enclosures ??= []).Add(new Enclosure(url, element.Attribute("type"), element.Attribute("length")));
    }

    private void AddMedia(FeedElement element)
    {
        if (Address(element, "url") is not { } url)
            return;
        if (element.Name is "media:content" && IsImage(element) && !EntryPicture.IsFurniture(url, element.Attribute("width"), element.Attribute("height")))
            AddPicture(url, Worth(element));
        else if (element.Name is "media:thumbnail")
            _thumbnail ??= url;
        if (_addresses?.Contains(url, StringComparer.Ordinal) != true)
            (_addresses ??= []).Add(url);
    }

    /// <summary>Among equals the first: publishers name the picture of the article before those within it.</summary>
    private void AddPicture(string url, int worth)
    {
        if (_picture is not { } best || worth > best.Worth)
            _picture = (url, worth);
    }

    /// <summary>The one that is said to stand for the entry, else the widest of several sizes (Media RSS, <c>isDefault</c> and <c>width</c>).</summary>
    private static int Worth(FeedElement content) =>
        content.Attribute("isdefault") is "true" ? int.MaxValue : int.TryParse(content.Attribute("width"), NumberStyles.None, CultureInfo.InvariantCulture, out int width) ? width : 0;

    private static string? PodcastImage(FeedElement entry)
    {
        FeedElement? image = entry.Child("itunes:image") ?? entry.Child("googleplay:image");
        if (image is not null)
            return Address(image, "href");
        return entry.Child("image") is { } own ? own.ChildText("url") ?? own.Attribute("href") : null;
    }

    private static bool IsImage(FeedElement content) =>
        content.Attribute("medium") is "image" || (content.Attribute("medium") is null && IsImage(content.Attribute("type"), content.Attribute("url") ?? ""));

    private static bool IsImage(string? type, string url) => type is { Length: > 0 }
        ? type.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
        : ImageEndings.Any(ending => url.Split('?', '#')[0].EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static string? Address(FeedElement element, string attribute)
    {
        if (element.Attribute(attribute)?.Trim() is not { Length: > 0 } address)
            return null;
        return WebAddress.Resolve(element.Base, address) ?? (WebAddress.HasScheme(address) ? null : address);
    }
}
