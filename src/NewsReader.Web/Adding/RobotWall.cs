namespace NewsReader.Web.Adding;

/// <summary>Pages that stand where the article or the front page should be, and ask the visitor to prove that he is no robot.</summary>
internal static class RobotWall
{
    /// <summary>Such a page is short; the marks of a wall in a long page are its protection at rest.</summary>
    private const int LongestWall = 60_000;

    // What the common walls put into their pages, by their public documentation: DataDome, Cloudflare, Imperva, PerimeterX, Akamai, Friendly Captcha.
    private static readonly string[] Marks =
    [
        "captcha-delivery.com", "challenges.cloudflare.com", "/cdn-cgi/challenge-platform/", "cf-browser-verification", "_Incapsula_Resource",
        "px-captcha", "errors.edgesuite.net", "friendly-challenge", "g-recaptcha", "h-captcha",
    ];

    public static bool IsOne(string html) => html.Length <= LongestWall && Marks.Any(mark => html.Contains(mark, StringComparison.OrdinalIgnoreCase));
}
