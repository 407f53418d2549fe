namespace NewsReader.Web.Reading;

/// <summary>How a reader wants the pages to look. It is kept by his browser, in one cookie, and drawn by the server.</summary>
/// <param name="Theme">One of <see cref="Themes"/>.</param>
/// <param name="Text">One of <see cref="TextSizes"/>.</param>
/// <param name="Width">One of <see cref="Widths"/>.</param>
public sealed record Appearance(string Theme, string Text, string Width)
{
    /// <summary>What a reader who chose nothing sees.</summary>
    public static readonly Appearance Usual = new("auto", "normal", "normale");

    /// <summary>The themes, by what the form says of each; « auto » follows the device.</summary>
    public static readonly IReadOnlyList<(string Value, string Label)> Themes =
        [("auto", "Comme l’appareil"), ("clair", "Clair"), ("sombre", "Sombre"), ("sepia", "Sépia")];

    /// <summary>The sizes of text.</summary>
    public static readonly IReadOnlyList<(string Value, string Label)> TextSizes =
        [("petit", "Petit"), ("normal", "Normal"), ("grand", "Grand"), ("tres-grand", "Très grand")];

    /// <summary>The widths of the column.</summary>
    public static readonly IReadOnlyList<(string Value, string Label)> Widths =
        [("etroite", "Étroite"), ("normale", "Normale"), ("large", "Large")];

    private const string Cookie = "apparence";

    /// <summary>
    /// The attributes that <c>html</c> gets for what differs from usual, with a space before each; made of known values alone.
    /// Razor writes a <c>data-</c> attribute even where it is null, and the stylesheet asks whether it is there.
    /// </summary>
    public string Attributes =>
        (Theme == Usual.Theme ? "" : $" data-theme=\"{Theme}\"") + (Text == Usual.Text ? "" : $" data-text=\"{Text}\"") + (Width == Usual.Width ? "" : $" data-width=\"{Width}\"");

    /// <summary>The appearance that a request asks for; what is unknown is as usual.</summary>
    public static Appearance Of(HttpRequest request)
    {
        var parts = request.Cookies[Cookie]?.Split('.') ?? [];
        return parts.Length == 3 ? Known(parts[0], parts[1], parts[2]) : Usual;
    }

    /// <summary>The appearance made of three values; what is unknown is as usual.</summary>
    public static Appearance Known(string? theme, string? text, string? width) => new(
        One(Themes, theme) ?? Usual.Theme,
        One(TextSizes, text) ?? Usual.Text,
        One(Widths, width) ?? Usual.Width);

    /// <summary>Asks the browser to keep this appearance for a year.</summary>
    public void Keep(HttpResponse response) => response.Cookies.Append(Cookie, $"{Theme}.{Text}.{Width}", new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
        Path = "/",
        SameSite = SameSiteMode.Lax,
    });

    // The value comes back from the list, so that what is kept and drawn is never the reader's own string.
    private static string? One(IReadOnlyList<(string Value, string Label)> known, string? value) =>
        known.FirstOrDefault(k => string.Equals(k.Value, value, StringComparison.Ordinal)).Value;
}
