using System.Diagnostics;
using System.Globalization;
using System.Text;
using NewsReader.Newsroom.Feeds;

namespace NewsReader.Benchmarks;

/// <summary>What feeds cost that are too large or made to be slow: each must end soon, in little memory, and say what was wrong with it.</summary>
internal static class HostileFeeds
{
    private const double MostMegabytes = 200;
    private const string Item = "<item><title>Le budget de la ville</title><link>https://journal.example/{0}</link><guid>{0}</guid><pubDate>Mon, 10 Feb 2025 12:40:00 +0100</pubDate>"
        + "<description>Le conseil municipal a voté hier soir, après trois heures de débat, le budget.</description></item>";

    /// <summary>Measures and prints each shape; the exit code is 1 where one goes beyond the limits.</summary>
    public static int Run()
    {
        (string Name, string Feed, double MostSeconds)[] shapes =
        [
            ("50,000 entries", Rss(Entries(50_000)), 5),
            ("one entry of 10 MB", Rss($"<item><title>Long</title><description>{Times(10_000_000 / 48, "Le conseil municipal a voté hier soir le budget. ")}</description></item>"), 5),
            ("one of 10 MB, escaped", Rss($"<item><title>Long</title><description>{Times(10_000_000 / 40, "&lt;p&gt;Le conseil municipal&lt;/p&gt;")}</description></item>"), 5),
            ("100,000 nested elements", Rss(Times(100_000, "<a>")), 0.2),
            ("100,000 nested, closed", Rss($"<item><title>T</title>{Times(100_000, "<a>")}{Times(100_000, "</a>")}</item>"), 0.2),
            ("billion laughs", $"<!DOCTYPE rss [<!ENTITY a0 \"ha\">{Laughs()}]>{Rss("<item><title>&a9;</title></item>")}", 0.2),
            ("external entities", $"<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY % y SYSTEM \"https://journal.example/y\">%y;]>{Rss("<item><title>&x;</title></item>")}", 0.2),
            ("200,000 attributes", $"<rss {Numbered(" a{0}=\"\"")}><channel/></rss>", 1),
            ("200,000 namespaces", $"<rss {Numbered(" xmlns:n{0}=\"u\"")}><channel>{Numbered("<n{0}:a/>")}</channel></rss>", 1),
            ("200,000 scopes", Rss(Numbered("<a xmlns:n{0}=\"u\"/>")), 1),
        ];
        FeedReader.Read(Encoding.UTF8.GetBytes(Rss(Entries(3000) + "<item><title>&hearts;</a>")), null, null);
        var isWithin = true;
        foreach (var (name, feed, mostSeconds) in shapes) isWithin &= Measure(name, Encoding.UTF8.GetBytes(feed), mostSeconds);
        return isWithin ? 0 : 1;
    }

    private static bool Measure(string name, byte[] body, double mostSeconds)
    {
        using var heap = new HeapPeak();
        var start = Stopwatch.GetTimestamp();
        var reading = FeedReader.Read(body, null, "https://journal.example/rss");
        var (seconds, megabytes) = (Stopwatch.GetElapsedTime(start).TotalSeconds, heap.Stop() / 1e6);
        var isWithin = seconds <= mostSeconds && megabytes <= MostMegabytes;
        var outcome = reading.Feed is { } feed ? $"{feed.Entries.Count:N0} entries; {string.Join("; ", feed.Repairs)}" : reading.Detail;
        Console.WriteLine($"{name,-24} {body.Length / 1e6,5:F1} MB {seconds,7:F3} s {megabytes,5:F0} MB at most{(isWithin ? "" : " TOO MUCH")}: {outcome}");
        return isWithin;
    }

    private static string Entries(int count) => Numbered(Item, count);

    private static string Numbered(string markup, int count = 200_000) =>
        string.Concat(Enumerable.Range(1, count).Select(i => markup.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));

    private static string Laughs() => string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY a{i} \"{Times(10, $"&a{i - 1};")}\">"));

    private static string Rss(string contents) => $"<rss version=\"2.0\"><channel><title>Le Journal</title>{contents}</channel></rss>";

    private static string Times(int count, string markup) => new StringBuilder().Insert(0, markup, count).ToString();
}
