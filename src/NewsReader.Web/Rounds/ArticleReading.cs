using System.IO.Compression;
using NewsReader.Newsroom.Articles;
using NewsReader.Web.Fetching;

namespace NewsReader.Web.Rounds;

/// <summary>
/// Turns what an article's address answered into the article: the AMP version where the page is an empty shell, and the further pages of an article that is
/// cut into several.
/// </summary>
internal sealed class ArticleReading(PageClient client, Robots robots)
{
    /// <summary>An article of more pages is a slide show.</summary>
    private const int MostPages = 10;

    /// <summary>Reads <paramref name="first"/>, which has a body, and fetches what else belongs to it.</summary>
    public async Task<ReadArticle> ReadAsync(FetchResult first, PageHints hints, CancellationToken cancel)
    {
        var extraction = Extract(first, hints);
        if (extraction is { Article: null, Alternative: { } amp } && await GetAsync(amp, cancel) is { HasBody: true } answer && Extract(answer, hints) is { Article: not null } better)
            (first, extraction) = (answer, better);
        if (extraction.Article is not { } article) return new ReadArticle(FetchState.Degraded, extraction.Problem, null, [FetchedPage.Of(first)]);
        var read = await FollowAsync(first, article, hints, cancel);
        return (extraction.Problem ?? first.Repair) is { } problem ? read with { State = FetchState.Degraded, Problem = read.Problem ?? problem } : read;
    }

    /// <summary>Reads the pages of an article anew, as they were kept.</summary>
    public static Extraction Read(IReadOnlyList<FetchedPage> pages, PageHints hints)
    {
        var extraction = Extract(pages[0], hints);
        if (extraction.Article is not { } article) return extraction;
        for (var i = 1; i < pages.Count; i++)
            if (Extract(pages[i], hints with { Page = i + 1 }).Article is { } next) article = article.Continued(next);
        return new Extraction(article);
    }

    private async Task<ReadArticle> FollowAsync(FetchResult first, ExtractedArticle article, PageHints hints, CancellationToken cancel)
    {
        List<FetchedPage> pages = [FetchedPage.Of(first)];
        var seen = new HashSet<string>(StringComparer.Ordinal) { first.Address };
        while (article.NextPage is { } next)
        {
            if (pages.Count == MostPages) return new ReadArticle(FetchState.Degraded, $"only the first {MostPages} pages of the article were read", article, pages);
            var answer = seen.Add(next) ? await GetAsync(next, cancel) : null;
            var extraction = answer is { HasBody: true } && (answer.Address == next || seen.Add(answer.Address)) ? Extract(answer, hints with { Page = pages.Count + 1 }) : null;
            if (extraction?.Article is not { } continued)
                return new ReadArticle(FetchState.Degraded, $"page {pages.Count + 1} of the article could not be read: {answer?.Detail ?? extraction?.Problem ?? "it leads back to an earlier one"}", article, pages);
            article = article.Continued(continued);
            pages.Add(FetchedPage.Of(answer!));
        }

        return new ReadArticle(first.State, null, article, pages);
    }

    private async Task<FetchResult?> GetAsync(string address, CancellationToken cancel) =>
        await robots.AllowsAsync(address, cancel) == true ? await client.GetAsync(new FetchRequest(address, FetchKind.Page), cancel) : null;

    private static Extraction Extract(FetchResult page, PageHints hints) => ArticleExtractor.Extract(page.Body.Span, page.ContentType, page.Address, hints);

    private static Extraction Extract(FetchedPage page, PageHints hints) => ArticleExtractor.Extract(page.Unpacked(), page.ContentType, page.Address, hints);
}

/// <summary>What came of reading an article.</summary>
/// <param name="State">How the visit ended.</param>
/// <param name="Problem">What went wrong, in a plain English clause.</param>
/// <param name="Article">The article; null where the page holds none.</param>
/// <param name="Pages">Its pages, in their order.</param>
internal sealed record ReadArticle(FetchState State, string? Problem, ExtractedArticle? Article, IReadOnlyList<FetchedPage> Pages);

/// <summary>A page as it is kept.</summary>
/// <param name="Address">Where it came from after redirects.</param>
/// <param name="ContentType">The <c>Content-Type</c> header.</param>
/// <param name="Compressed">Its bytes, compressed with Brotli.</param>
internal sealed record FetchedPage(string Address, string? ContentType, byte[] Compressed)
{
    /// <summary>Packs an answer.</summary>
    public static FetchedPage Of(FetchResult answer)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(answer.Body.Span);
        return new FetchedPage(answer.Address, answer.ContentType, packed.ToArray());
    }

    /// <summary>The bytes of the page.</summary>
    public byte[] Unpacked()
    {
        using var page = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(Compressed), CompressionMode.Decompress)) brotli.CopyTo(page);
        return page.ToArray();
    }
}
