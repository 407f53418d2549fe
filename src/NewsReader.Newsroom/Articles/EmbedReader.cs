using AngleSharp.Dom;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Articles;

/// <summary>Turns what lives elsewhere (players, posts, charts, maps) into labelled links.</summary>
internal sealed class EmbedReader(string baseAddress)
{
    private const string Other = "Contenu intégré";

    /// <summary>Who serves an embed → what a reader is told that it is.</summary>
    private static readonly (string Site, string Kind)[] Kinds =
    [
        ("youtube.com", "Vidéo YouTube"), ("youtube-nocookie.com", "Vidéo YouTube"), ("youtu.be", "Vidéo YouTube"),
        ("dailymotion.com", "Vidéo Dailymotion"), ("vimeo.com", "Vidéo Vimeo"), ("ina.fr", "Vidéo INA"),
        ("twitter.com", "Message sur X"), ("x.com", "Message sur X"), ("instagram.com", "Publication Instagram"),
        ("facebook.com", "Publication Facebook"), ("tiktok.com", "Vidéo TikTok"), ("bsky.app", "Message sur Bluesky"),
        ("soundcloud.com", "Son SoundCloud"), ("spotify.com", "Son Spotify"), ("deezer.com", "Son Deezer"), ("acast.com", "Podcast"),
        ("ausha.co", "Podcast"), ("apple.com", "Podcast"), ("dwcdn.net", "Graphique"), ("datawrapper.de", "Graphique"),
        ("uri.sh", "Graphique"), ("flourish.studio", "Graphique"), ("infogram.com", "Graphique"), ("openstreetmap.org", "Carte"),
        ("google.com", "Carte"), ("google.fr", "Carte"), ("calameo.com", "Document"), ("scribd.com", "Document"),
    ];

    private static readonly string[] Trackers = ["googletagmanager.com", "doubleclick.net", "google-analytics.com", "googlesyndication.com", "adnxs.com", "criteo.com"];

    private static readonly string[] Addresses = ["src", "data-src", "data-lazy-src", "data-url", "data"];

    private static readonly string[] PostClasses = ["twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "bluesky-embed", "fb-post"];

    /// <summary>Whether a quotation is a post of a social network.</summary>
    public static bool IsPost(IElement quotation) => PostClasses.Any(quotation.ClassList.Contains);

    /// <summary>The embed of an iframe, a player or an AMP element; null where nothing safe can be linked.</summary>
    public Embed? Read(IElement element)
    {
        if (IsHidden(element)) return null;
        var address = element.LocalName switch
        {
            "amp-youtube" => element.GetAttribute("data-videoid") is { } id ? "https://www.youtube.com/watch?v=" + Uri.EscapeDataString(id) : null,
            "amp-twitter" => element.GetAttribute("data-tweetid") is { } id ? "https://x.com/i/status/" + Uri.EscapeDataString(id) : null,
            "amp-instagram" => element.GetAttribute("data-shortcode") is { } id ? "https://www.instagram.com/p/" + Uri.EscapeDataString(id) : null,
            _ => Stated(element),
        };
        var kind = element.LocalName switch { "video" => "Vidéo", "audio" => "Audio", _ => null };
        return Of(address, kind, element.GetAttribute("title") ?? element.GetAttribute("aria-label"));
    }

    /// <summary>The embed of a social post that is kept as a link only.</summary>
    public Embed? Post(IElement quotation) => Of(
        quotation.GetAttribute("data-instgrm-permalink") ?? quotation.GetAttribute("cite")
            ?? LastLink(quotation), null, PlainText.Clean(quotation.TextContent));

    private static string? LastLink(IElement element) =>
        element.QuerySelectorAll("a[href]") is { Length: > 0 } links ? links[links.Length - 1].GetAttribute("href") : null;

    private static string? Stated(IElement element) =>
        Addresses.Select(element.GetAttribute).FirstOrDefault(a => a is { Length: > 0 } && !a.StartsWith("about:", StringComparison.OrdinalIgnoreCase))
        ?? element.QuerySelector("source[src]")?.GetAttribute("src");

    private Embed? Of(string? stated, string? kind, string? title)
    {
        if (stated is null || SafeAddress.Public(WebAddress.Resolve(baseAddress, stated)) is not { } address) return null;
        var host = new Uri(address).Host;
        if (Trackers.Any(t => IsOf(host, t))) return null;
        kind ??= Kinds.FirstOrDefault(k => IsOf(host, k.Site)).Kind ?? Other;
        return new Embed(kind, Watchable(address), title is { Length: > 0 and < 300 } ? PlainText.Clean(title) : null);
    }

    private static bool IsOf(string host, string site) =>
        host.EndsWith(site, StringComparison.OrdinalIgnoreCase) && (host.Length == site.Length || host[^(site.Length + 1)] == '.');

    /// <summary>A player's address is no page: YouTube's has one.</summary>
    private static string Watchable(string address)
    {
        var uri = new Uri(address);
        const string Player = "/embed/";
        return uri.Host.Contains("youtube", StringComparison.Ordinal) && uri.AbsolutePath.StartsWith(Player, StringComparison.Ordinal) && uri.AbsolutePath.Length > Player.Length
            ? "https://www.youtube.com/watch?v=" + uri.AbsolutePath[Player.Length..].TrimEnd('/')
            : address;
    }

    private static bool IsHidden(IElement element) =>
        element.GetAttribute("width") is "0" or "1" || element.GetAttribute("height") is "0" or "1" || BodyReader.IsHidden(element);
}
