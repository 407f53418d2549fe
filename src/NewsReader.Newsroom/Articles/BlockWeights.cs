namespace NewsReader.Newsroom.Articles;

/// <summary>
/// Every tuned constant of the search for the main block. Each was moved both ways on pages of many sites, and stands
/// where neighbours changed little: none is tuned to one page.
/// </summary>
internal static class BlockWeights
{
    /// <summary>Shorter text is a label, a date or a button, even with a full stop.</summary>
    public const int ShortestProse = 25;

    /// <summary>Text without sentence punctuation counts as prose from here: headlines of other posts are shorter.</summary>
    public const int UnpunctuatedProse = 140;

    /// <summary>Prose whose links take more than this is a teaser or a list of links.</summary>
    public const double ProseLinkShare = 0.5;

    /// <summary>What a paragraph gives to its parent, its parent's parent, and so on: bodies wrap paragraphs once to three times.</summary>
    public static ReadOnlySpan<double> Inheritance => [1, 0.6, 0.35, 0.2];

    /// <summary>What a name that says « body of the article » multiplies a score by.</summary>
    public const double NamedBody = 1.5;

    /// <summary>A block without the headline inside or before it is likelier another post.</summary>
    public const double BeforeHeadline = 0.5;

    /// <summary>A named container is taken where it holds this share of the best scored block's prose.</summary>
    public const double EnoughOfScored = 0.6;

    /// <summary>A parent that adds this much prose holds further parts of the same text.</summary>
    public const double WorthWidening = 1.15;

    /// <summary>The parent's share of text outside links may fall to this part of the child's: below, what it adds is mostly furniture.</summary>
    public const double WideningPurity = 0.6;

    /// <summary>An element named like furniture stays where it holds this share of the page's prose: themes name wrappers « has-sidebar ».</summary>
    public const double TooMuchToDrop = 0.4;

    /// <summary>Text from here is an article; a legitimate brief has two hundred characters.</summary>
    public const int ShortestArticle = 140;

    /// <summary>A structured <c>articleBody</c> shorter than this is a teaser.</summary>
    public const int ShortestStructured = 300;

    /// <summary>Where this share of a structured <c>articleBody</c> is found on the page, its place there is the main block.</summary>
    public const double StructuredFound = 0.6;

    /// <summary>Where the page shows less than this share of its structured <c>articleBody</c>, that is taken instead.</summary>
    public const double StructuredWins = 0.6;

    /// <summary>A list whose items are links to this share leads elsewhere.</summary>
    public const double LinkList = 0.6;

    /// <summary>A heading whose links take this share of its text leads to another article.</summary>
    public const double LinkedHeading = 0.8;

    /// <summary>What stands under a linked heading up to here is a summary of the article that it leads to.</summary>
    public const int LongestTeaser = 450;

    /// <summary>Prose around a form up to here is about the form.</summary>
    public const int LongestFormText = 250;

    /// <summary>So many teasers side by side are a list of other articles.</summary>
    public const int FewestTeasers = 3;
}
