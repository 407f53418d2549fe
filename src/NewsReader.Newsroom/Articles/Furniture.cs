using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsReader.Newsroom.Articles;

/// <summary>What names say.</summary>
[Flags]
internal enum NameKinds
{
    None = 0,
    Furniture = 1,
    Paragraph = 2,
    Comments = 4,
    Body = 8,
    Lede = 16,
    Caption = 32,
    Zoom = 64,
    Notes = 128,
}

/// <summary>Judges elements by their names: what themes call the body of an article, and what they call everything else.</summary>
internal static partial class Furniture
{
    /// <summary>Milliseconds; each pattern meets short texts only, so that a busy machine is the one reason to take long.</summary>
    private const int Timeout = 10_000;

    private const int LongestNames = 300;

    /// <summary>A site has some hundreds of names, the same on each of its pages: to judge one takes far longer than to look it up.</summary>
    private const int MostJudged = 10_000;

    private static readonly ConcurrentDictionary<string, NameKinds> Judged = new(StringComparer.Ordinal);

    private static readonly HashSet<string> Elements = ["nav", "footer", "aside", "form", "menu", "dialog", "amp-sidebar", "amp-consent", "button"];

    private static readonly HashSet<string> Roles = ["navigation", "complementary", "banner", "contentinfo", "dialog", "alertdialog", "search", "menu", "menubar", "toolbar"];

    /// <summary>Whether an element is named as something around an article. Wrappers can be named so too: see <see cref="BlockWeights.TooMuchToDrop"/>.</summary>
    public static bool IsNamed(IElement element)
    {
        if (Elements.Contains(element.LocalName)) return !(element.LocalName is "aside" && Kinds(element).HasFlag(NameKinds.Notes));
        if (element.GetAttribute("role") is { } role && Roles.Contains(role)) return true;
        if (element.LocalName is "body" or "html" or "article" or "main" or "h1") return false;
        if (element.GetAttribute("itemprop") is "description" or "articleBody" or "alternativeHeadline") return false;
        var kinds = Kinds(element);
        if (element.LocalName is "a" && kinds.HasFlag(NameKinds.Zoom)) return false;
        return kinds.HasFlag(element.LocalName is "p" ? NameKinds.Paragraph : NameKinds.Furniture);
    }

    /// <summary>Whether an element is named as what readers wrote: it can be longer than the article, and is still no part of it.</summary>
    public static bool IsComments(IElement element) =>
        element.LocalName is not ("body" or "html" or "article" or "main") && Kinds(element).HasFlag(NameKinds.Comments);

    /// <summary>Whether an element is named as the text of an article itself.</summary>
    public static bool IsBody(IElement element) =>
        (element.GetAttribute("itemprop") is { } property && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase))
        || Kinds(element).HasFlag(NameKinds.Body);

    /// <summary>Whether an element is named as a chapô.</summary>
    public static bool IsLede(IElement element) =>
        element.GetAttribute("itemprop") is "description" or "alternativeHeadline" || Kinds(element).HasFlag(NameKinds.Lede);

    /// <summary>Whether an element is named as a picture's caption or credit.</summary>
    public static bool IsCaption(IElement element) =>
        element.LocalName is "figcaption" || Kinds(element).HasFlag(NameKinds.Caption);

    /// <summary>What an element's class and id say.</summary>
    private static NameKinds Kinds(IElement element) => Kinds(element.ClassName) | Kinds(element.Id);

    private static NameKinds Kinds(string? names)
    {
        if (string.IsNullOrEmpty(names)) return NameKinds.None;
        if (Judged.TryGetValue(names, out var known)) return known;
        var dashed = Dashed(names);
        var kinds = Flag(FurnitureNames(), NameKinds.Furniture) | Flag(ParagraphNames(), NameKinds.Paragraph) | Flag(CommentNames(), NameKinds.Comments)
            | Flag(BodyNames(), NameKinds.Body) | Flag(LedeNames(), NameKinds.Lede) | Flag(CaptionNames(), NameKinds.Caption)
            | Flag(ZoomNames(), NameKinds.Zoom) | Flag(NoteNames(), NameKinds.Notes);
        if (Judged.Count >= MostJudged) Judged.Clear();
        Judged[names] = kinds;
        return kinds;

        NameKinds Flag(Regex pattern, NameKinds kind) => pattern.IsMatch(dashed) ? kind : NameKinds.None;
    }

    /// <summary>« articleBody wp_caption » as « article-body wp-caption ».</summary>
    private static string Dashed(string names)
    {
        var dashed = new StringBuilder(names.Length + 8);
        for (var i = 0; i < Math.Min(names.Length, LongestNames); i++)
        {
            if (i > 0 && char.IsAsciiLetterUpper(names[i]) && char.IsAsciiLetterLower(names[i - 1])) dashed.Append('-');
            dashed.Append(names[i] == '_' ? '-' : char.ToLowerInvariant(names[i]));
        }
        return dashed.ToString();
    }

    [GeneratedRegex(
        @"(?<![a-z])(?:navbar|navigation|nav|menu|breadcrumbs?|fil-ariane|ariane|foot(?:er)?|asides?|sidebar|colophon|masthead|topbar|"
        + @"related(?!-content-body)|similar|recommend(?:ed|ations?)?|reco|more-(?:articles?|news|posts|stories|on)|read-?(?:more|also|next)|also-read|lire-(?:aussi|plus|la-suite)|a-lire|alire|meme-sujet|"
        + @"most-(?:read|popular|viewed)|popular|trending|plus-(?:lus?|loin)|les-plus|latest|recirc(?:ulation)?|teasers?|related-?posts?|autres-articles|next-(?:article|post)|prev(?:ious)?-(?:article|post)|post-navigation|"
        + @"shar(?:e|ing|edaddy)|share-?bar|sharebuttons?|sns|social(?:s|-?(?:media|links?|share|bar|icons?))?|partage(?:r|s)?|addthis|addtoany|a2a|jp-relatedposts|follow(?:-us)?|likes?|"
        + @"newsletters?|nl|podcasts?|player-box|subscribe|subscription|abonnements?|abonne(?:z-vous)?|paywall|premium-(?:box|offer)|registration|login|signin|signup|mailing|piano|qiota-offer|offers?|"
        + @"(?<!(?:live|direct|match|minute)-)(?:comments?|commentaires?)|comment-?(?:list|form|section)|disqus|respond|reactions?|discussion|"
        + @"cookies?|consent|gdpr|rgpd|privacy|didomi|"
        + @"ads?|adv|advert(?:s|isement|ising)?|pub|publicite|ad-?(?:slot|unit|container|wrapper|box|banner)|dfp|gpt|sponsor(?:ed|s)?|promo(?:tion|ted|s)?|banner|outbrain|taboola|ligatus|teads|affiliate|partner(?:s|content)?|"
        + @"author-?(?:bio|box|info|card|description|profile|about)|about-(?:the-)?author|bio(?:graphy)?|biographie|authors?-bio|post-author|byline|signature|"
        + @"tags?(?:-?(?:list|links|cloud|s))|tag-?cloud|keywords|mots-cles|tags|post-?tags|entry-(?:meta|footer|utility)|post-(?:meta|footer)|article-(?:meta|footer|tools|actions|info|metadata)|metadata?|"
        + @"toolbar|tools|print(?:-only)?|pagination|pager|paging|widget-area|widget-title|sidebar-widget|pop-?ups?|modal|overlay|lightbox|toast|skip-?links?|visually-hidden|sr-only|screen-reader-text|"
        + @"rating|votes?|poll|sondage|quiz|timestamp|pubdate|date-?(?:line|pub(?:lished)?|time)|reading-?time|read-time|temps-lecture|"
        + @"rss|feedback|search|recherche|site-?(?:header|footer|title|description|branding)|app-banner|mobile-(?:banner|switch|exit)|amp-(?:exit|wp-exit)|toc|table-of-contents|sommaire|carousel|ticker|infobox-?aside|"
        + @"copyright|droits|report-error|correction-form|donate|donation|don|jobs|emploi|shop|boutique|ecommerce|product-list|weather|meteo|horoscope|audio-player|listen|ecouter)(?![a-z])",
        RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex FurnitureNames();

    /// <summary>A live ticker's « live-comment » is the article itself.</summary>
    [GeneratedRegex(@"(?<![a-z])(?<!(?:live|direct|match|minute)-)(?:comments?-?(?:list|section|container|area|thread|block|wrapper|posts)?|commentaires|disqus(?:-thread)?)(?:\s|$)", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex CommentNames();

    [GeneratedRegex(@"(?<![a-z])(?:byline|author|auteur|signature|meta|date|tags?|share|copyright|comments?|breadcrumbs?|newsletter|lire-aussi|read-?(?:more|also)|related|screen-reader-text|sr-only|wp-caption-text|site-(?:title|description))(?![a-z])", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex ParagraphNames();

    [GeneratedRegex(
        @"(?<![a-z])(?:article-?(?:body|text|content|texte|corps|copy|main|story|detail)|articlebody|articlecontent|(?:body|text|content|texte|corps)-article|post-?(?:content|body|text|entry)|entry-?content|entrycontent|"
        + @"story-?(?:body|content|text)|news-?(?:body|content|text)|content-?(?:body|article|text|main)|body-?(?:content|text|copy)|main-?(?:text|content-body)|texte?-?(?:article|principal)|single-?content|"
        + @"corps(?:-article|-texte)?|texte|field-name-body|rich-?text|wysiwyg|redactionals|blog-?(?:content|post-body)|td-post-content|prose|amp-wp-article-content|att-body|longtext|page-?content)(?![a-z])",
        RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex BodyNames();

    [GeneratedRegex(@"(?<![a-z])(?:chapo|chapeau|chapô|standfirst|ledes?|lead(?:s|-text|paragraph)?|intro(?:duction|text)?|abstract|excerpt|resume|summary|subtitle|sub-?head(?:line|ing)?|subheadline|deck|dek|accroche|descriptif|sous-titre|surtitre|kicker-text|article-desc(?:ription)?|art-head|heading-lead|article-summary|teaser-text|faits|synopsis|preamble|description)(?![a-z])", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex LedeNames();

    [GeneratedRegex(@"(?<![a-z])(?:captions?|wp-caption-text|legende?s?|credits?|copyright|photo-?(?:credit|caption|legend)|image-?(?:caption|credit|legend)|media-?(?:caption|credit|legend))(?![a-z])", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex CaptionNames();

    /// <summary>A link that shows a picture larger is named after what it opens.</summary>
    [GeneratedRegex(@"(?<![a-z])(?:modal|lightbox|zoom|gallery|pop-?up|overlay|fancybox)(?![a-z])", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex ZoomNames();

    [GeneratedRegex(@"(?<![a-z])(?:foot-?notes?|notes?|endnotes?)(?![a-z])", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex NoteNames();
}
