using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Articles;

/// <summary>Who wrote an article: names without « Par », roles, addresses and agencies.</summary>
internal static partial class Bylines
{
    /// <summary>Milliseconds; each pattern meets short texts only, so that a busy machine is the one reason to take long.</summary>
    private const int Timeout = 10_000;
    private const int LongestByline = 200;
    private const int LongestLine = 120;
    private const int MostNames = 12;
    private static readonly string[] Words = ["par", "by", "auteur"];

    /// <summary>A signature stands among so many last paragraphs: credits may follow it.</summary>
    private const int SignatureLines = 4;

    private const int LongestSignature = 70;

    private static readonly string[] MetaNames = ["author", "article:author", "og:article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl", "cXenseParse:author", "twitter:data1:author"];

    private static readonly string[] Places =
    [
        "[itemprop=author] [itemprop=name]", "[itemprop=author]", "[rel=author]", "[class*=author-name], [class*=author__name], [class*=authorName]", ".byline [class*=name]",
        ".author, [class*=byline], [class*=Byline], [class*=auteur], [class*=signature], [class*=article-author], [class*=article__author], [class*=post-author], [class*=authorsign]",
        "a[href*='/auteur'], a[href*='/author/'], a[href*='/authors/'], a[href*='/journaliste'], a[href*='/staff/'], a[href*='/redacteur'], a[href*='/signature']", "[class*=author]",
    ];

    /// <summary>The names and the agency that the page states, best stated first.</summary>
    public static (IReadOnlyList<string> Authors, string? Agency) Find(PageFacts facts, IElement? headline, IElement? main, IReadOnlyList<Block> blocks)
    {
        var agency = Dateline(blocks);
        var organisations = Names(facts.Structured.Organisations, ref agency);
        var structured = Names(facts.Structured.People, ref agency);
        if (structured.Count > 0 && structured.All(n => LooksPersonal(n, facts)))
            return (structured.Count == 1 && Shown(facts, headline, main, ref agency) is { Count: > 1 } all && all.Contains(structured[0], StringComparer.OrdinalIgnoreCase) ? all : structured, agency);
        var meta = Names(MetaNames.Select(n => facts.Meta(n)).OfType<string>().Where(v => !v.Contains("://", StringComparison.Ordinal)).Take(1), ref agency);
        if (meta.Count > 0 && meta.All(n => LooksPersonal(n, facts))) return (meta, agency);
        var shown = Shown(facts, headline, main, ref agency);
        if (shown.Count > 0) return (shown, agency);
        if (structured.Count == 0 && Signature(blocks, facts, ref agency) is { Count: > 0 } signed) return (signed, agency);
        foreach (var found in (List<string>[])[structured, meta, organisations])
            if (found.Count > 0) return (found, agency);
        return ([], agency);
    }

    private static List<string> Shown(PageFacts facts, IElement? headline, IElement? main, ref string? agency)
    {
        var area = PageArea.Around(headline, main) ?? facts.Page.Body;
        if (area is null) return [];
        foreach (var place in Places)
        {
            var texts = area.QuerySelectorAll(place).Where(e => !PageArea.IsInComments(e)).Select(e => PlainText.Clean(e.TextContent))
                .Where(t => t.Length is > 2 and < LongestByline).Distinct(StringComparer.Ordinal).Take(4).ToList();
            if (texts.Count > 0 && Names(texts, ref agency) is { Count: > 0 } names) return names;
        }
        foreach (var line in Lines(area))
            if ((By().Match(line) is { Success: true, Index: 0 } || DatedBy().IsMatch(line)) && Names([line], ref agency) is { Count: > 0 } names) return names;
        return [];
    }

    /// <summary>The short lines that have « par », « by » or « auteur » in them: the text itself, and what wraps it with a linked name.</summary>
    private static IEnumerable<string> Lines(IElement area)
    {
        foreach (var text in area.Descendants<IText>())
        {
            if (text.Data.Length > LongestByline || !Words.Any(w => text.Data.Contains(w, StringComparison.OrdinalIgnoreCase)) || text.ParentElement is not { LocalName: not ("script" or "style") } holder) continue;
            foreach (var element in (IElement?[])[holder, holder.ParentElement])
                if (element is not null && ShortText.Of(element, LongestLine) is { Length: > 6 } line) yield return line;
        }
    }

    /// <summary>A text may be signed at its end: by a name alone on its line, or after « Auteur : ».</summary>
    private static List<string> Signature(IReadOnlyList<Block> blocks, PageFacts facts, ref string? agency)
    {
        foreach (var line in blocks.OfType<Paragraph>().TakeLast(SignatureLines).Select(p => p.Spans.ToText()).Where(t => t.Length <= LongestSignature).Reverse())
        {
            var isNamed = By().IsMatch(line);
            if (!isNamed && !LoneName().IsMatch(line)) continue;
            var names = Names([line], ref agency);
            if (names.Count > 0 && names.All(n => isNamed || LooksPersonal(n, facts))) return names;
        }
        return [];
    }

    /// <summary>A dispatch names its agency before its first sentence: « PARIS (AFP) – ».</summary>
    private static string? Dateline(IReadOnlyList<Block> blocks) =>
        blocks.OfType<Paragraph>().Take(3).Select(p => AgencyDateline().Match(p.Spans.ToText())).FirstOrDefault(m => m.Success)?.Groups["agency"].Value;

    private static List<string> Names(IEnumerable<string> bylines, ref string? agency)
    {
        List<string> names = [];
        foreach (var byline in bylines)
        {
            var text = DatedBy().Match(byline) is { Success: true } dated ? dated.Groups["who"].Value : byline;
            text = Tail().Replace(Lead().Replace(Noise().Replace(text, " "), ""), "");
            foreach (var part in Between().Split(text))
            {
                var name = Role().Replace(part, "").Trim(' ', '.', ',', ':', '-', '–', '—', '|', '/', '(', ')', '*', '"');
                if (Agencies().Match(name) is { Success: true } stated && stated.Length >= name.Length - 10)
                {
                    agency ??= stated.Value;
                    continue;
                }
                name = Cased(name);
                if (IsName(name) && !names.Contains(name, StringComparer.OrdinalIgnoreCase) && names.Count < MostNames) names.Add(name);
            }
        }
        return names;
    }

    /// <summary>« LAURE BRETTON » → « Laure Bretton ».</summary>
    private static string Cased(string name) =>
        name.Length > 5 && name.Contains(' ', StringComparison.Ordinal) && !name.Any(char.IsLower) ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant()) : name;

    private static bool IsName(string name) =>
        name.Length is >= 3 and <= 60 && !name.Any(char.IsDigit) && name.Split(' ').Length <= 8 && name.Any(char.IsUpper)
        && !NotNames().IsMatch(name);

    private static bool LooksPersonal(string name, PageFacts facts) =>
        name.Contains(' ', StringComparison.Ordinal) && !Desk().IsMatch(name)
        && (facts.SiteName is not { } site || MainBlock.Letters(site) is var s && !MainBlock.Letters(name).Contains(s, StringComparison.Ordinal) && !s.Contains(MainBlock.Letters(name), StringComparison.Ordinal));

    [GeneratedRegex(@"https?://\S+|\S+@\S+\.\w+|@\w+|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}.*$|\b(?:le|publi[ée]|mis à jour|posted|published)\s+(?:le\s+)?(?:\p{L}+\s+)?\d.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Noise();

    [GeneratedRegex(@"^\W*(?:(?:un\s+)?(?:article|texte|propos|reportage|entretien|récit|enquête|analyse|tribune|chronique|publié|posté|écrit|rédigé|recueillis?|réalisé|signé|written|posted|published)\s+)*(?:propos\s+recueillis\s+)?(?:par|de|by|von|por|di|auteurs?\s*:|author\s*:)(?:\s*:)?\s+|^\W*(?:auteurs?|authors?)\s*:?\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s*[(\[].*$|\s+(?:pour|for)\s+\p{Lu}.*$|\s*[|•·].*$", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\s*(?:[,;/&+]|\s(?:et|and|und|y|avec|with)\s|\s[-–—]\s)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Between();

    [GeneratedRegex(@"\b(?:(?:notre|nos)\s+)?(?:[Jj]ournalistes?|[Cc]orrespondante?s?|[Ee]nvoyée?s?\s+spéciale?s?|[Ee]nvoyés\s+spéciaux|rédact(?:eur|rice)s?|grand\s+reporter|reporter|chroniqueu(?:r|se)|éditorialiste|chef(?:fe)?\s+(?:du|de|adjoint)|directeur|directrice|professeure?|économiste|historien(?:ne)?|philosophe|photos?|photographe|staff\s+writer|editor)\b.*$|(?<!\w)(?:à|en)\s+\p{Lu}.*$", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Role();

    [GeneratedRegex(@"^(?:l['’])?(?:AFP|Reuters|AP|Associated Press|Agence France[- ]Presse|ATS|Keystone-ATS|Belga|EFE|ANSA|dpa|Xinhua|Tass|Bloomberg|La Presse canadienne|APS|MAP|TAP|UPI|PA Media)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Agencies();

    [GeneratedRegex(@"^(?:admin|administrat(?:eur|or)|super[ -]?(?:utilisateur|user)|webmaster|editor|user|unknown|anonyme?|null|undefined|none|facebook|twitter|linkedin|instagram|youtube|email|mail|site web|website|voir|lire|tous? |suivre|partager|accueil|publié|modifié|temps de lecture|lecture|source|the author|auteur|author|biographie|par|by)\b|[{}<>=]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex NotNames();

    [GeneratedRegex(@"\b(?:rédaction|redaction|newsroom|staff|team|équipe|service|desk|editorial)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Desk();

    [GeneratedRegex(@"^(?:(?:Un |Une )?(?:article|texte|propos recueillis|publié|écrit|rédigé|posté)\s+)?(?:par|by)\s*:?\s+\p{Lu}|^auteure?s?\s*:\s*\p{Lu}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex By();

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’.-]+(?:\s+(?:d['’]|de|du|des|le|la|van|von|ben|el|al)?\s*\p{Lu}[\p{L}'’.-]*){1,3}$", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex LoneName();

    /// <summary>« Le 11 mai 2026, par Lilian Fabre »: SPIP's line of date and author.</summary>
    [GeneratedRegex(@"(?:(?:19|20)\d\d|\d\s?h(?:\s?\d\d)?)\s*[,–—-]?\s*par\s+(?<who>\p{Lu}.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex DatedBy();

    [GeneratedRegex(@"^.{0,80}?\((?<agency>AFP|Reuters|AP|ATS|Belga|APS|TAP|MAP|EFE|dpa|ANSA|Xinhua)\)\s*[-–—:]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex AgencyDateline();
}
