using System.Diagnostics;
using System.Text;
using NewsReader.Newsroom.Articles;

namespace NewsReader.Benchmarks;

/// <summary>What pages cost that were made to be slow: each must end soon, in little memory.</summary>
internal static class HostilePages
{
    private const double MostSeconds = 2;
    private const double MostMegabytes = 256;

    private const string Prose = "<p>Le conseil municipal a voté hier soir, après trois heures de débat, le budget de la ville pour l’année qui vient.</p>";

    /// <summary>Measures and prints each shape; the exit code is 1 where one goes beyond the limits.</summary>
    public static int Run()
    {
        (string Name, string Html)[] shapes =
        [
            ("5 MB of paragraphs", Page(Times(5_000_000 / Encoding.UTF8.GetByteCount(Prose), Prose))),
            ("100,000 nested div", Page(Times(100_000, "<div>") + Prose)),
            ("20,000 unclosed b and i", Page(Times(20_000, "<b><i><p>Du texte"))),
            ("50,000 texts in a table", Page("<table>" + Times(50_000, "<tr>Du texte"))),
        ];
        ArticleExtractor.Extract(Encoding.UTF8.GetBytes(Page(Times(20, Prose))), null, "");
        var isWithin = true;
        foreach (var (name, html) in shapes) isWithin &= Measure(name, Encoding.UTF8.GetBytes(html));
        return isWithin ? 0 : 1;
    }

    private static bool Measure(string name, byte[] page)
    {
        using var heap = new HeapPeak();
        var start = Stopwatch.GetTimestamp();
        var extraction = ArticleExtractor.Extract(page, null, "https://journal.example/article");
        var (seconds, megabytes) = (Stopwatch.GetElapsedTime(start).TotalSeconds, heap.Stop() / 1e6);
        var isWithin = seconds <= MostSeconds && megabytes <= MostMegabytes;
        var outcome = extraction.Article is { } article ? $"{article.Body.ToText().Length:N0} characters read" : extraction.Problem;
        Console.WriteLine($"{name,-24} {page.Length / 1e6,5:F1} MB {seconds,7:F3} s {megabytes,5:F0} MB at most{(isWithin ? "" : " TOO MUCH")}: {outcome}");
        return isWithin;
    }

    private static string Page(string body) => $"<!DOCTYPE html><html lang=\"fr\"><head><title>Le budget de la ville</title></head><body><h1>Le budget de la ville</h1>{body}";

    private static string Times(int count, string markup) => new StringBuilder().Insert(0, markup, count).ToString();
}

/// <summary>Watches how far the managed heap grows, garbage included, by looking at it every millisecond.</summary>
internal sealed class HeapPeak : IDisposable
{
    private readonly long _start = GC.GetTotalMemory(forceFullCollection: true);
    private readonly Thread _watch;
    private long _most;
    private volatile bool _isOver;

    public HeapPeak()
    {
        _watch = new Thread(Watch) { IsBackground = true };
        _watch.Start();
    }

    /// <summary>Ends the watch and tells the growth, in bytes.</summary>
    public long Stop()
    {
        Dispose();
        return _most - _start;
    }

    public void Dispose()
    {
        _isOver = true;
        _watch.Join();
    }

    private void Watch()
    {
        do
        {
            _most = Math.Max(_most, GC.GetTotalMemory(forceFullCollection: false));
            Thread.Sleep(1);
        }
        while (!_isOver);
    }
}
