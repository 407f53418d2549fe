using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Articles;

/// <summary>When a page says that it was published: its data, its <c>meta</c>, its <c>time</c> elements, its words, its address.</summary>
internal static partial class PageDates
{
    /// <summary>Milliseconds; each pattern meets short texts only, so that a busy machine is the one reason to take long.</summary>
    private const int Timeout = 10_000;

    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:article:published_time", "datePublished", "og:published_time", "article:published", "publish-date", "publish_date", "published_date", "publication_date",
        "parsely-pub-date", "sailthru.date", "cXenseParse:recs:publishtime", "date.published", "DC.date.issued", "dcterms.created", "dcterms.date", "dc.date", "dc.date.created", "DC.date", "date", "pubdate", "article.published", "article_date_original", "originalpublicationdate", "dateCreated", "creation_date",
    ];

    private static readonly string[] ModifiedNames = ["article:modified_time", "og:updated_time", "dateModified", "last-modified", "article:modified", "dcterms.modified"];

    private static readonly string[] Months =
        ["janv", "fevr", "mars", "avri", "mai", "juin", "juil", "aout", "sept", "octo", "nove", "dece"];

    private static readonly string[] Formats =
    [
        "yyyy/MM/dd", "yyyy/MM/dd HH:mm", "yyyy/MM/dd HH:mm:ss", "dd/MM/yyyy", "d/M/yyyy", "dd.MM.yyyy", "d.M.yyyy", "dd-MM-yyyy", "yyyyMMdd", "dd/MM/yyyy HH:mm", "dd/MM/yyyy - HH:mm", "dd/MM/yyyy HH:mm:ss", "dd.MM.yyyy HH:mm", "yyyyMMddTHHmmss", "yyyyMMddHHmmss",
    ];

    public static string? Published(PageFacts facts, IElement? headline, IElement? main) =>
        Iso(facts.Structured.Published) ?? PublishedNames.Select(n => Iso(facts.Meta(n))).FirstOrDefault(d => d is not null)
        ?? Marked(PageArea.Around(headline, main) ?? facts.Page.DocumentElement, main) ?? Near(headline, main) ?? InAddress(facts.Address) ?? Labelled(facts);

    public static string? Modified(PageFacts facts) =>
        Iso(facts.Structured.Modified) ?? ModifiedNames.Select(n => Iso(facts.Meta(n))).FirstOrDefault(d => d is not null);

    /// <summary>A stated moment in ISO 8601, as precise as it was stated; null where it is none or lies outside the web's years.</summary>
    public static string? Iso(string? stated)
    {
        if (stated is not { Length: >= 6 and <= 80 }) return null;
        var text = stated.Trim();
        if (IsoShape().Match(text) is { Success: true } iso)
            return Sane(iso.Groups["y"].Value, iso.Groups["m"].Value, iso.Groups["d"].Value) is { } day ? day + Time(iso) : null;
        if (Formats.Any(f => DateTime.TryParseExact(text, f, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)))
            return Exact(text);
        if (text.All(char.IsAsciiDigit) && text.Length is 10 or 13 && long.TryParse(text, CultureInfo.InvariantCulture, out var epoch))
            return Sane(DateTimeOffset.FromUnixTimeSeconds(text.Length == 13 ? epoch / 1000 : epoch));
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var any)) return Sane(any);
        return InWords(text);
    }

    private static string? Exact(string text)
    {
        foreach (var format in Formats)
            if (DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return Sane(new DateTimeOffset(day, TimeSpan.Zero)) is null ? null
                    : day.ToString(format.Contains('H', StringComparison.Ordinal) ? "yyyy-MM-ddTHH:mm:ss" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return null;
    }

    private static string? Sane(DateTimeOffset moment) => moment.Year is >= 1990 and <= 2100 ? moment.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture) : null;

    private static string? Sane(string year, string month, string day)
    {
        var (y, m, d) = (int.Parse(year, CultureInfo.InvariantCulture), int.Parse(month, CultureInfo.InvariantCulture), int.Parse(day, CultureInfo.InvariantCulture));
        return y is >= 1990 and <= 2100 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m)
            ? string.Create(CultureInfo.InvariantCulture, $"{y:D4}-{m:D2}-{d:D2}") : null;
    }

    private static string Time(Match iso)
    {
        if (!iso.Groups["t"].Success) return "";
        var zone = iso.Groups["z"].Value.ToUpperInvariant();
        if (zone.Length == 5) zone = zone.Insert(3, ":");
        else if (zone.Length == 3) zone += ":00";
        return "T" + iso.Groups["t"].Value + (iso.Groups["s"].Success ? iso.Groups["s"].Value : ":00") + zone;
    }

    /// <summary>A date in French or English words or in figures, day first, anywhere in a text.</summary>
    public static string? InWords(string text)
    {
        if (Words().Match(text) is { Success: true } words && Month(words.Groups["m"].Value) is { } month)
            return Sane(words.Groups["y"].Value, month, words.Groups["d"].Value) is { } day ? day + Hour(text, words) : null;
        if (Figures().Match(text) is { Success: true } figures)
        {
            var year = figures.Groups["y"].Value;
            return Sane(year.Length == 2 ? "20" + year : year, figures.Groups["m"].Value, figures.Groups["d"].Value) is { } day ? day + Hour(text, figures) : null;
        }
        return IsoShape().Match(text) is { Success: true } iso ? Sane(iso.Groups["y"].Value, iso.Groups["m"].Value, iso.Groups["d"].Value) : null;
    }

    private static string Hour(string text, Match date)
    {
        var hour = Clock().Match(text, date.Index + date.Length);
        return hour.Success && hour.Index - date.Index - date.Length < 12 && int.Parse(hour.Groups["h"].ValueSpan, CultureInfo.InvariantCulture) < 24
            ? $"T{hour.Groups["h"].Value.PadLeft(2, '0')}:{(hour.Groups["n"].Success ? hour.Groups["n"].Value : "00")}:00" : "";
    }

    private static string? Month(string word)
    {
        var letters = MainBlock.Letters(word.Replace('é', 'e').Replace('É', 'e').Replace('û', 'u').Replace('Û', 'u'));
        for (var i = 0; i < Months.Length; i++)
            if (letters.StartsWith(Months[i][..Math.Min(Months[i].Length, letters.Length)], StringComparison.Ordinal)) return (i + 1).ToString(CultureInfo.InvariantCulture);
        return letters.Length < 3 ? null : letters[..3] switch { "jan" => "1", "feb" => "2", "apr" => "4", "may" => "5", "jun" => "6", "jul" => "7", "aug" => "8", "dec" => "12", _ => null };
    }

    /// <summary>The <c>time</c> that is marked as the publication's, else the first one beside the text.</summary>
    private static string? Marked(IElement area, IElement? main)
    {
        foreach (var marked in area.QuerySelectorAll("[itemprop=datePublished], time[pubdate], time[class*=publish], .published[title], .published[datetime], .entry-date[datetime]"))
            if (!PageArea.IsInComments(marked) && Stated(marked) is { } date) return date;
        if (main is null) return null;
        for (var (holder, level) = (main, 0); holder is not null && level < 4 && holder.LocalName is not "html"; holder = holder.ParentElement, level++)
            if (holder.QuerySelectorAll("time").Select(Stated).FirstOrDefault(d => d is not null) is { } near) return near;
        return null;
    }

    private static string? Stated(IElement element) =>
        Iso(element.GetAttribute("datetime")) ?? Iso(element.GetAttribute("content")) ?? Iso(element.GetAttribute("title")) ?? InWords(Start(element));

    private static string Start(IElement element) => ShortText.Of(element, 200) ?? "";

    /// <summary>A short text beside the headline that holds a date.</summary>
    private static string? Near(IElement? headline, IElement? main)
    {
        for (var (holder, level) = (headline?.ParentElement ?? main, 0); holder is not null && level < 4 && holder.LocalName is not ("body" or "html"); holder = holder.ParentElement, level++)
            foreach (var element in holder.QuerySelectorAll("p, span, div, li, em, small, td, b, strong, h5, h6"))
            {
                var text = Start(element);
                if (text.Length is > 5 and <= 160 && text.AsSpan().ContainsAnyInRange('0', '9') && InWords(text) is { } date) return date;
            }
        return null;
    }

    private static string? Labelled(PageFacts facts) =>
        facts.Page.Body is { } body && Label().Match(PlainText.Clean(body.TextContent)) is { Success: true } label ? InWords(label.Value) : null;

    private static string? InAddress(string address) =>
        AddressDay().Match(address) is { Success: true } m ? Sane(m.Groups["y"].Value, m.Groups["m"].Value, m.Groups["d"].Value) : null;

    [GeneratedRegex(@"^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})(?:[T ](?<t>\d\d:\d\d)(?<s>:\d\d)?(?:[.,]\d+)?\s*(?<z>[Zz]|[+-]\d\d(?::?\d\d)?)?)?", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex IsoShape();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})(?:er|ᵉʳ|\.|st|nd|rd|th)?\s+(?:de\s+)?(?<m>\p{L}{3,10})\.?,?\s+(?:de\s+)?(?<y>(?:19|20)\d\d)(?!\d)", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<![\d/.])(?<d>\d{1,2})[/.\-](?<m>\d{1,2})[/.\-](?<y>(?:19|20)\d\d|\d\d(?=\s|$))(?![\d])", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Figures();

    [GeneratedRegex(@"(?<!\d)(?<h>\d{1,2})\s?[h:](?:\s?(?<n>\d\d))?(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?:publi[ée]e?|post[ée]e?|mis en ligne|parue?|modifi[ée]e?|mise? à jour|published|posted)\b.{0,60}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex Label();

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d\d)[/-]?(?<m>0[1-9]|1[0-2])[/-]?(?<d>0[1-9]|[12]\d|3[01])(?!\d)", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex AddressDay();
}
