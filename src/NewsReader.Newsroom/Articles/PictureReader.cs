using System.Globalization;
using AngleSharp.Dom;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Articles;

/// <summary>Reads pictures as pages really carry them: lazily loaded, in several sizes, behind placeholders.</summary>
internal sealed class PictureReader(string baseAddress)
{
    /// <summary>Where lazy loaders keep the address, most common first.</summary>
    private static readonly string[] LazyAddresses =
        ["data-src", "data-lazy-src", "data-original", "data-lazy", "data-lazyload", "data-full-src", "data-image", "data-img", "data-url", "data-native-src"];

    private static readonly string[] LazySets = ["srcset", "data-srcset", "data-lazy-srcset"];

    private static readonly string[] Placeholders = ["placeholder", "blank.gif", "spacer", "pixel.", "1x1", "transparent", "lazy.", "loader.", "grey.gif"];

    /// <summary>A picture this wide is enough for any column of text.</summary>
    private const int WideEnough = 1600;

    /// <summary>The picture of an <c>img</c> or <c>amp-img</c>; null for placeholders, pixels and addresses that may not be asked.</summary>
    public Picture? Read(IElement image)
    {
        int? width = Size(image, "width"), height = Size(image, "height");
        if (width <= 1 || height <= 1) return null;
        var variants = Variants(image);
        var address = Addresses(image).Select(Resolve).FirstOrDefault(a => a is not null)
            ?? (variants.LastOrDefault(v => v.Width <= WideEnough) ?? variants.FirstOrDefault())?.Address;
        if (address is null) return null;
        return new Picture(address, PlainText.Clean(image.GetAttribute("alt") ?? ""), width, height) { Variants = variants };
    }

    private static IEnumerable<string> Addresses(IElement image)
    {
        foreach (var name in LazyAddresses)
            if (image.GetAttribute(name) is { Length: > 4 } lazy) yield return lazy;
        if (image.GetAttribute("src") is { } src && !Placeholders.Any(p => src.Contains(p, StringComparison.OrdinalIgnoreCase))) yield return src;
    }

    private string? Resolve(string address) => SafeAddress.Public(WebAddress.Resolve(baseAddress, address));

    private List<PictureVariant> Variants(IElement image)
    {
        var sources = image.ParentElement is { LocalName: "picture" } picture ? picture.Children.Where(c => c.LocalName is "source") : [];
        var sets = sources.Append(image).SelectMany(e => LazySets.Select(e.GetAttribute)).OfType<string>();
        return [.. sets.SelectMany(Candidates).Where(v => v.Width > 1)
            .Select(v => Resolve(v.Address) is { } address ? v with { Address = address } : null).OfType<PictureVariant>()
            .DistinctBy(v => v.Width).OrderBy(v => v.Width)];
    }

    /// <summary>The candidates of a <c>srcset</c> that state a width; commas belong to addresses unless they end one (WHATWG HTML, 4.8.4.2.2).</summary>
    internal static IEnumerable<PictureVariant> Candidates(string set)
    {
        for (var at = 0; at < set.Length;)
        {
            while (at < set.Length && (char.IsWhiteSpace(set[at]) || set[at] is ',')) at++;
            var start = at;
            while (at < set.Length && !char.IsWhiteSpace(set[at])) at++;
            var address = set[start..at];
            if (address.EndsWith(',')) continue;
            var end = set.IndexOf(',', at);
            if (end < 0) end = set.Length;
            var descriptor = set.AsSpan(at, end - at).Trim();
            at = end;
            if (descriptor is [.. var number, 'w'] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var width))
                yield return new PictureVariant(address, width);
        }
    }

    private static int? Size(IElement image, string name)
    {
        var value = image.GetAttribute(name)?.Trim();
        if (value is null) return null;
        if (value.EndsWith("px", StringComparison.OrdinalIgnoreCase)) value = value[..^2];
        return double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var size) && size < 20_000 ? (int)size : null;
    }
}
