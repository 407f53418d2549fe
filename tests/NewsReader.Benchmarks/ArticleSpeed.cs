using System.Diagnostics;
using AngleSharp.Html.Parser;
using NewsReader.Newsroom.Articles;

namespace NewsReader.Benchmarks;

/// <summary>How fast articles are read, beside the parse alone: rounds of the one and of the other take turns, so that a busy machine slows both.</summary>
internal static class ArticleSpeed
{
    /// <summary>Rounds until the code is compiled as well as it will be.</summary>
    private const int WarmUps = 12;

    private const int Rounds = 21;

    /// <summary>What reading an article may take, as a multiple of the parse alone.</summary>
    private const double MostTime = 1.6;

    private const double MostMemory = 2;

    /// <summary>Measures and prints; the exit code is 0, since a busy machine is no failure.</summary>
    public static int Run()
    {
        var pages = CapturedPages.Read();
        if (pages.Count == 0)
        {
            Console.WriteLine("The corpora are not on this machine: nothing to measure.");
            return 0;
        }
        for (var i = 0; i < WarmUps; i++)
        {
            Measure(pages, Parse);
            Measure(pages, Extract);
        }
        List<Round> parses = [], extractions = [];
        for (var i = 0; i < Rounds; i++)
        {
            parses.Add(Measure(pages, Parse));
            extractions.Add(Measure(pages, Extract));
        }
        Print(pages, Round.Median(parses), Round.Median(extractions));
        return 0;
    }

    private static void Parse(CapturedPage page)
    {
        using var bytes = new MemoryStream(page.Bytes);
        new HtmlParser().ParseDocument(bytes);
    }

    private static void Extract(CapturedPage page)
    {
        if (ArticleExtractor.Extract(page.Bytes, page.ContentType, page.Address, new PageHints { FeedTitle = page.Title }).Article is { } article) ArticleHtml.Write(article.Body);
    }

    private static Round Measure(IReadOnlyList<CapturedPage> pages, Action<CapturedPage> read)
    {
        GC.Collect();
        var (allocated, processor, time) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        foreach (var page in pages) read(page);
        return new Round(Stopwatch.GetElapsedTime(time), Environment.CpuUsage.TotalTime - processor, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    private static void Print(IReadOnlyList<CapturedPage> pages, Round parse, Round extraction)
    {
        var size = pages.Sum(p => (long)p.Bytes.Length) / 1e6;
        Console.WriteLine($"{pages.Count} French pages, {size:F1} MB; medians of {Rounds} rounds");
        Print("parse alone", parse);
        Print("extraction", extraction);
        Console.WriteLine($"time: {extraction.Processor / parse.Processor:F2} times the parse (target: at most {MostTime})");
        Console.WriteLine($"memory: {(double)extraction.Allocated / parse.Allocated:F2} times the parse (target: at most {MostMemory})");

        void Print(string what, Round round) => Console.WriteLine(
            $"{what,-12} {size / round.Time.TotalSeconds,6:F1} MB/s a thread {pages.Count / round.Processor.TotalSeconds,6:F0} pages a CPU-second {round.Allocated / pages.Count,12:N0} bytes allocated a page");
    }
}

/// <summary>What one reading of all pages took.</summary>
internal sealed record Round(TimeSpan Time, TimeSpan Processor, long Allocated)
{
    /// <summary>The middle of each figure on its own.</summary>
    public static Round Median(IReadOnlyList<Round> rounds) => new(Middle(rounds, r => r.Time), Middle(rounds, r => r.Processor), Middle(rounds, r => r.Allocated));

    private static T Middle<T>(IReadOnlyList<Round> rounds, Func<Round, T> figure) => rounds.Select(figure).Order().ElementAt(rounds.Count / 2);
}
