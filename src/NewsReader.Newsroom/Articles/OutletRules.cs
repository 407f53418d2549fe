using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsReader.Newsroom.Articles;

/// <summary>
/// What a person lays down for the pages of one outlet, as CSS selectors (Selectors Level 4, as far as AngleSharp reads them). It is applied before
/// anything else.
/// </summary>
public sealed class OutletRules
{
    /// <summary>No rule.</summary>
    public static readonly OutletRules None = new([], [], []);

    private const int MostLines = 100;
    private const int LongestSelector = 300;

    private readonly List<ISelector> _keep;
    private readonly List<ISelector> _remove;
    private readonly List<ISelector> _next;

    private OutletRules(List<ISelector> keep, List<ISelector> remove, List<ISelector> next) => (_keep, _remove, _next) = (keep, remove, next);

    /// <summary>
    /// Reads rules, one a line: <c>keep:</c>, <c>remove:</c> or <c>next:</c> and a selector. Empty lines and those that begin with <c>#</c> say nothing. Lines
    /// that cannot be read are named, and the others count.
    /// </summary>
    public static (OutletRules Rules, IReadOnlyList<RuleFault> Faults) Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rules = new OutletRules([], [], []);
        var faults = new List<RuleFault>();
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            if (++number > MostLines)
            {
                faults.Add(new RuleFault(number, line, RuleFaultKind.TooMany));
                break;
            }
            if (line.Length > 0 && line[0] != '#' && rules.Add(line) is { } kind) faults.Add(new RuleFault(number, line, kind));
        }
        return (rules, faults);
    }

    /// <summary>Whether nothing is laid down.</summary>
    public bool IsEmpty => _keep.Count + _remove.Count + _next.Count == 0;

    /// <summary>Takes what is not wanted out of a page.</summary>
    internal void Strip(IHtmlDocument page, ExtractionTrace? trace)
    {
        foreach (var element in _remove.SelectMany(r => Matches(page, r)).ToList())
        {
            if (element == page.Body || element == page.DocumentElement) continue;
            trace?.Remove("rule", element.TextContent);
            element.Remove();
        }
    }

    /// <summary>The elements that hold the text, in document order and none within another; empty where no rule says.</summary>
    internal List<IElement> Kept(IHtmlDocument page)
    {
        if (_keep.Count == 0) return [];
        var kept = page.All.Where(e => _keep.Exists(k => k.Match(e, null))).ToList();
        return [.. kept.Where(e => !kept.Exists(o => o != e && o.Contains(e)))];
    }

    /// <summary>The links that lead to the next page of the same article.</summary>
    internal IEnumerable<IElement> NextLinks(IHtmlDocument page) =>
        _next.SelectMany(n => Matches(page, n)).Select(e => e.HasAttribute("href") ? e : e.QuerySelector("a[href]")).OfType<IElement>();

    private static IEnumerable<IElement> Matches(IHtmlDocument page, ISelector selector) => page.All.Where(e => selector.Match(e, null));

    private RuleFaultKind? Add(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var list = colon < 0 ? null : line[..colon].TrimEnd().ToLowerInvariant() switch
        {
            "keep" or "garder" => _keep,
            "remove" or "retirer" => _remove,
            "next" or "suite" => _next,
            _ => null,
        };
        if (list is null) return RuleFaultKind.NoSuchRule;
        var selector = line[(colon + 1)..].Trim();
        if (selector.Length > LongestSelector) return RuleFaultKind.TooLong;
        if (selector.Length == 0 || Read(selector) is not { } read) return RuleFaultKind.NoSelector;
        list.Add(read);
        return null;
    }

    private static ISelector? Read(string selector)
    {
        try
        {
            return new CssSelectorParser().ParseSelector(selector);
        }
        catch (DomException)
        {
            return null;
        }
    }
}

/// <summary>A line of rules that cannot be read.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Text">What it says.</param>
/// <param name="Kind">What is wrong with it.</param>
public sealed record RuleFault(int Line, string Text, RuleFaultKind Kind);

/// <summary>What can be wrong with a rule.</summary>
public enum RuleFaultKind
{
    /// <summary>It begins with none of « keep: », « remove: » and « next: ».</summary>
    NoSuchRule,

    /// <summary>What follows is no CSS selector.</summary>
    NoSelector,

    /// <summary>The selector is longer than 300 characters.</summary>
    TooLong,

    /// <summary>There are more than 100 lines.</summary>
    TooMany,
}
