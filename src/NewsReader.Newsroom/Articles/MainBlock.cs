using AngleSharp.Dom;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Articles;

/// <summary>Finds the element that holds the text: each stage is asked only where the one before fell short.</summary>
internal sealed class MainBlock(PageMass mass, IElement? headline)
{
    /// <summary>The place of a page's own structured text; null where the page shows too little of it.</summary>
    public IElement? Structured(string? articleBody)
    {
        if (articleBody is null || articleBody.Length < BlockWeights.ShortestStructured) return null;
        var sought = Letters(articleBody);
        IElement? place = null;
        var found = 0;
        foreach (var (element, weight) in mass.Prose)
        {
            var start = Letters(element.TextContent);
            if (start.Length < 20 || !sought.Contains(start.Length > 60 ? start[..60] : start, StringComparison.Ordinal)) continue;
            place = place is null ? element : Common(place, element);
            found += weight;
        }
        return place is not null && found >= articleBody.Length * BlockWeights.StructuredFound && place.LocalName is not ("body" or "html") ? Wrapped(place) : null;
    }

    /// <summary>The container that is named as the article's text, where it holds about what the scored block holds.</summary>
    public IElement? Semantic(IElement? scored)
    {
        var least = scored is null ? 0 : mass.Of(scored).Prose * BlockWeights.EnoughOfScored;
        IElement? best = null;
        foreach (var element in mass.Elements)
        {
            if (!Furniture.IsBody(element) || element.LocalName is "body" or "html" || mass.Of(element) is not { Prose: >= BlockWeights.ShortestArticle } m || m.Prose < least) continue;
            if (scored is not null && IsBeyond(element, scored)) continue;
            if (best is null || Better(m, mass.Of(best))) best = element;
        }
        return best;
    }

    /// <summary>More prose wins; the same prose with less around it wins too.</summary>
    private static bool Better(Mass candidate, Mass best) =>
        candidate.Prose > best.Prose * BlockWeights.WorthWidening && candidate.Purity > best.Purity * BlockWeights.WideningPurity
        || candidate.Prose >= best.Prose * (2 - BlockWeights.WorthWidening) && candidate.Purity > best.Purity;

    /// <summary>The block whose paragraphs score highest, after Arc90's Readability: each paragraph gives to those that wrap it.</summary>
    public IElement? Scored()
    {
        var scores = new Dictionary<IElement, double>();
        foreach (var (element, weight) in mass.Prose)
        {
            var level = 0;
            var holder = element.LocalName is "p" or "li" or "pre" or "blockquote" ? element.ParentElement : element;
            for (; holder is not null && level < BlockWeights.Inheritance.Length && holder.LocalName is not "html"; holder = holder.ParentElement, level++)
                scores[holder] = scores.GetValueOrDefault(holder) + weight * BlockWeights.Inheritance[level];
        }
        IElement? best = null;
        var most = 0.0;
        foreach (var (element, score) in scores)
        {
            var weighted = Weighted(element, score);
            if (weighted > most) (best, most) = (element, weighted);
        }
        return best is null ? null : Widened(best);
    }

    private double Weighted(IElement element, double score)
    {
        var m = mass.Of(element);
        var linkShare = m.Text == 0 ? 1 : (double)m.Links / m.Text;
        score *= 1 - linkShare;
        if (Furniture.IsBody(element)) score *= BlockWeights.NamedBody;
        return headline is not null && m.Last < mass.Of(headline).Order ? score * BlockWeights.BeforeHeadline : score;
    }

    /// <summary>Whether an element holds more than the headline and the block: whatever it adds lies outside the article.</summary>
    private bool IsBeyond(IElement element, IElement block) =>
        headline is not null && element != block && element.Contains(block) && Common(headline, block) is var both && element != both && element.Contains(both);

    /// <summary>Climbs while a parent adds much prose and little else, up to where the headline is: a text can be laid out in several sections.</summary>
    private IElement Widened(IElement block)
    {
        for (var parent = block.ParentElement; parent is not null && parent.LocalName is not ("body" or "html") && !IsBeyond(parent, block); parent = parent.ParentElement)
        {
            var (inner, outer) = (mass.Of(block), mass.Of(parent));
            if (outer.Prose >= inner.Prose * BlockWeights.WorthWidening && outer.Purity >= inner.Purity * BlockWeights.WideningPurity) block = parent;
        }
        return block;
    }

    /// <summary>A lone paragraph stands for the block around it.</summary>
    private static IElement Wrapped(IElement element) => element.LocalName is "p" && element.ParentElement is { } parent ? parent : element;

    private static IElement Common(IElement a, IElement b)
    {
        for (var holder = a; holder is not null; holder = holder.ParentElement)
            if (holder.Contains(b)) return holder;
        return a;
    }

    /// <summary>Text as its letters and digits alone: pages and their structured data differ in spaces, quotes and markup.</summary>
    internal static string Letters(string text)
    {
        var clean = PlainText.Clean(text);
        return string.Create(clean.Count(char.IsLetterOrDigit), clean, static (letters, from) =>
        {
            var length = 0;
            foreach (var c in from)
                if (char.IsLetterOrDigit(c)) letters[length++] = char.ToLowerInvariant(c);
        });
    }
}
