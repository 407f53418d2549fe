using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>The files and pictures of an entry: RSS and Atom enclosures, Media RSS (rssboard.org/media-rss), the podcast modules.</summary>
internal sealed record MediaOfEntry(IReadOnlyList<Enclosure> Enclosures, IReadOnlyList<string> Addresses, string? Image)
{
    private static readonly string[] ImageEndings = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"];

    public static MediaOfEntry Read(FeedElement entry)
    {
        var enclosures = Enclosed(entry).DistinctBy(enclosure => enclosure.Url, StringComparer.Ordinal).ToList();
        var contents = entry.Descendants("media:content").ToList();
        var thumbnails = entry.Descendants("media:thumbnail").Select(thumbnail => Address(thumbnail, "url")).OfType<string>().ToList();
        var addresses = contents.Select(content => Address(content, "url")).OfType<string>().Concat(thumbnails)
            .Concat(entry.Descendants("media:player").Select(player => Address(player, "url")).OfType<string>())
            .Distinct(StringComparer.Ordinal).ToList();
        string? image = contents.Where(IsImage).Select(content => Address(content, "url")).FirstOrDefault(url => url is not null)
            ?? thumbnails.FirstOrDefault()
            ?? enclosures.Find(enclosure => IsImage(enclosure.Type, enclosure.Url))?.Url
            ?? PodcastImage(entry);
        return new MediaOfEntry(enclosures, addresses, image);
    }

    private static IEnumerable<Enclosure> Enclosed(FeedElement entry)
    {
        foreach (FeedElement element in entry.Elements)
        {
            bool isLink = element.Name is "link" or "atom:link" && element.Attribute("rel") is "enclosure";
            if (!isLink && element.Name is not "enclosure")
                continue;
            if ((Address(element, "url") ?? Address(element, "href")) is { } url)
                yield return new Enclosure(url, element.Attribute("type"), element.Attribute("length"));
        }
    }

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
