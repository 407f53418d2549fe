using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsReader.Newsroom.Language;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Articles;

/// <summary>
/// Reads the article of a news page. Where its text is, is found by a numbered cascade, in which a stage engages only
/// where the one before fell short: 1. structured data, 2. a container named as the text, 3. the block whose paragraphs
/// score highest, 4. the structured text itself, where the page does not show it.
/// </summary>
public static class ArticleExtractor
{
    /// <summary>Below this a text under a paywall is only its beginning, in characters.</summary>
    private const int LongestExcerpt = 2500;

    private static readonly HtmlParserOptions Parsing = new() { DisableElementPositionTracking = true };

    /// <summary>So many paragraphs tell the language of a text.</summary>
    private const int MostForLanguage = 12;

    /// <summary>Reads a page; never throws, whatever the bytes.</summary>
    /// <param name="page">The page as received, decompressed.</param>
    /// <param name="contentType">The <c>Content-Type</c> header, if there was one.</param>
    /// <param name="address">The page's final address; relative ones are resolved against it.</param>
    /// <param name="hints">What else is known of the page.</param>
    public static Extraction Extract(ReadOnlySpan<byte> page, string? contentType, string address, PageHints? hints = null)
    {
        try
        {
            return Read(page, contentType, address, hints ?? PageHints.None);
        }
        catch (RegexMatchTimeoutException)
        {
            return new Extraction(null, "the page took too long to read");
        }
    }

    private static Extraction Read(ReadOnlySpan<byte> page, string? contentType, string address, PageHints hints)
    {
        var html = TextDecoding.Decode(page, contentType, MarkupKind.Html).Text;
        if (string.IsNullOrWhiteSpace(html)) return new Extraction(null, "the page is empty");
        var tamed = MarkupGuard.Tame(html);
        var document = new HtmlParser(Parsing).ParseDocument(tamed.Html);
        if (document.Body is not { } body) return new Extraction(null, "the page has no body");
        var facts = new PageFacts(document, address);
        hints.Rules.Strip(document, hints.Trace);
        var (headline, title) = Headline.Find(facts, hints.FeedTitle);
        var mass = new PageMass(body, headline, hints.Trace);
        var kept = Kept(facts, mass, hints);
        var main = kept.FirstOrDefault() ?? Main(mass, headline, facts.Structured.Body, hints.Trace);
        var read = kept.Count > 0 ? [.. kept.SelectMany(place => Read(place, headline: null, mass, facts))] : main is null ? [] : Read(main, headline, mass, facts);
        var (authors, agency) = Bylines.Find(facts, headline, main, read);
        var trim = new BodyTrim(title, authors, hints.Trace);
        var blocks = trim.Trim(read);
        if (StructuredText.Of(facts.Structured.Body) is { } structured && Length(blocks) < structured.Sum(p => p.Length) * BlockWeights.StructuredWins)
            blocks = trim.Trim([.. structured.Select(p => new Paragraph([new Span(p)]))]);
        if (title is null || Length(blocks) < BlockWeights.ShortestArticle)
            return new Extraction(null, title is null ? "the page has no headline" : "the page holds no text that reads as an article") { Alternative = facts.Amp };
        Lede.Mark(blocks, [facts.Description, Lede.Named(mass, headline)]);
        (blocks, var furniture) = hints.Template.Clean(blocks);
        foreach (var block in furniture) hints.Trace?.Remove("template", TemplateBlock.Sample(block));
        return new Extraction(Article(facts, title, blocks, trim.FoundWall) with
        {
            Authors = authors,
            Agency = agency,
            Published = PageDates.Published(facts, headline, main),
            Furniture = furniture.ConvertAll(TemplateBlock.Sample),
            NextPage = NextPage.Find(facts, hints.Rules, hints.Page),
        }, tamed.IsCut ? "the page holds more than any article; part of it was left out" : null);
    }

    private static int Length(List<Block> blocks) => blocks.Sum(b => b.ToText().Length);

    /// <summary>The places where a rule says that the text is: they are all of it, and no chapô is looked for elsewhere.</summary>
    private static List<IElement> Kept(PageFacts facts, PageMass mass, PageHints hints)
    {
        var kept = hints.Rules.Kept(facts.Page);
        foreach (var place in kept)
        {
            hints.Trace?.Propose("0. rule", place, mass);
            hints.Trace?.Choose(place);
        }
        return kept;
    }

    private static IElement? Main(PageMass mass, IElement? headline, string? articleBody, ExtractionTrace? trace)
    {
        var search = new MainBlock(mass, headline);
        var structured = search.Structured(articleBody);
        trace?.Propose("1. structured data", structured, mass);
        var scored = structured is null ? search.Scored() : null;
        var semantic = structured is null ? search.Semantic(scored) : null;
        trace?.Propose("2. named container", semantic, mass);
        trace?.Propose("3. scored block", scored, mass);
        var main = structured ?? semantic ?? scored;
        trace?.Choose(main);
        return main;
    }

    private static List<Block> Read(IElement main, IElement? headline, PageMass mass, PageFacts facts)
    {
        var inside = headline is not null && main.Contains(headline) ? mass.Of(headline).Order : -1;
        var blocks = Reader(e => mass.IsFurniture(e) || e == headline || IsLooseCaption(e) || IsInlinePointer(e) || inside >= 0 && mass.EndsBefore(e, inside)).Read(main);
        if (Footnotes.Of(main) is { } notes) blocks = [.. blocks, .. Reader(_ => false).Read(notes)];
        if (headline is null) return blocks;
        var (start, end) = (mass.Of(headline).Last, mass.Of(main).Order);
        var lede = Lede.Between(headline, main, mass,
            _ => Reader(e => mass.IsFurniture(e) || e == headline || e == main || IsLooseCaption(e) || mass.EndsBefore(e, start + 1) || mass.StartsAfter(e, end)), facts.Description);
        return [.. lede, .. blocks];

        BodyReader Reader(Func<IElement, bool> isLeftOut) => new(facts.Address, facts.Language, isLeftOut);
    }

    /// <summary>A caption outside a figure, which would read as a paragraph.</summary>
    private static bool IsLooseCaption(IElement element) =>
        element.LocalName is not ("figcaption" or "figure" or "article" or "section" or "body") && Furniture.IsCaption(element) && element.Closest("figure, figcaption") is null
        && element.QuerySelector("img, figure, p + p") is null;

    /// <summary>« Lire aussi : … » within a paragraph that goes on: only the label and its link go.</summary>
    private static bool IsInlinePointer(IElement element) =>
        element.LocalName is "strong" or "b" or "em" or "i" or "span" or "u" && element.QuerySelector("a[href]") is not null
        && ShortText.Of(element, Inserts.Longest) is { } text && Inserts.IsPointer(text);

    private static ExtractedArticle Article(PageFacts facts, string title, List<Block> blocks, bool foundWall)
    {
        var lede = blocks.OfType<Paragraph>().FirstOrDefault(p => p.IsLede);
        return new ExtractedArticle
        {
            Title = title,
            Modified = PageDates.Modified(facts),
            LeadPicture = facts.LeadPicture ?? blocks.OfType<Figure>().SelectMany(f => f.Pictures).FirstOrDefault(),
            Summary = lede?.Spans.ToText() ?? facts.Description,
            Language = TextLanguage.Of(Prose(blocks)) ?? facts.Language,
            Section = facts.Structured.Section ?? facts.Meta("article:section"),
            Canonical = facts.Canonical,
            Access = AccessOf(facts, blocks, foundWall),
            IsLive = facts.Structured.IsLive,
            Body = new ArticleBody(blocks),
        };
    }

    private static string Prose(List<Block> blocks) => string.Join('\n', blocks.OfType<Paragraph>().Take(MostForLanguage).Select(p => p.Spans.ToText()));

    private static Access AccessOf(PageFacts facts, List<Block> blocks, bool foundWall)
    {
        var locked = facts.Structured.IsFree == false || facts.Meta("article:content_tier") is "locked" or "metered";
        if (!locked && !foundWall) return Access.Free;
        return foundWall || blocks.Sum(b => b.ToText().Length) < LongestExcerpt ? Access.Excerpt : Access.Subscribers;
    }
}
