using System.Diagnostics;
using NewsReader.Newsroom.Feeds;

namespace NewsReader.Benchmarks;

/// <summary>
/// How fast feeds are read, beside a document tree of the same bytes with the same fields read from it: rounds take turns, so that
/// a busy machine slows all alike. The damaged feeds are the same ones with an end tag too many at their very end, which is the most
/// that reading them again can cost.
/// </summary>
internal static class FeedSpeed
{
    private const int WarmUps = 15;
    private const int Rounds = 31;

    /// <summary>What the document tree must take at least, as a multiple of the reader.</summary>
    private const double LeastGain = 2;

    /// <summary>What damage may cost, as a multiple of the same feed without.</summary>
    private const double MostLenient = 3;

    /// <summary>What may be allocated, as a multiple of the feed's size.</summary>
    private const double MostMemory = 3;

    /// <summary>Measures and prints; the exit code is 0, since a busy machine is no failure.</summary>
    public static int Run()
    {
        var feeds = CapturedFeeds.Read();
        if (feeds.Count == 0)
        {
            Console.WriteLine("The corpora are not on this machine: nothing to measure.");
            return 0;
        }
        List<byte[]> damaged = [.. feeds.Select(Damaged)];
        List<Round> trees = [], sound = [], lenient = [];
        for (var i = -WarmUps; i < Rounds; i++)
        {
            Round[] round = [Measure(feeds, FeedTreeReading.Read), Measure(feeds, Read), Measure(damaged, Read)];
            if (i < 0) continue;
            trees.Add(round[0]);
            sound.Add(round[1]);
            lenient.Add(round[2]);
        }
        Print(feeds, Round.Median(trees), Round.Median(sound), Round.Median(lenient));
        return 0;
    }

    private static int Read(byte[] feed) => FeedReader.Read(feed, null, "https://journal.example/rss").Feed?.Entries.Count ?? 0;

    private static byte[] Damaged(byte[] feed)
    {
        var end = feed.AsSpan().LastIndexOf("</"u8);
        return [.. feed[..end], .. "</damage>"u8, .. feed[end..]];
    }

    private static Round Measure(IReadOnlyList<byte[]> feeds, Func<byte[], int> read)
    {
        GC.Collect();
        var (allocated, processor, time) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        foreach (var feed in feeds) read(feed);
        return new Round(Stopwatch.GetElapsedTime(time), Environment.CpuUsage.TotalTime - processor, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    private static void Print(List<byte[]> feeds, Round tree, Round sound, Round lenient)
    {
        var size = feeds.Sum(feed => (double)feed.Length);
        Console.WriteLine($"{feeds.Count} captured feeds, {size / 1e6:F1} MB, {feeds.Sum(Read):N0} entries; medians of {Rounds} rounds");
        Print("document tree", tree);
        Print("reader, sound", sound);
        Print("reader, damaged", lenient);
        Console.WriteLine($"throughput: {tree.Processor / sound.Processor:F2} times the document tree's (target: at least {LeastGain})");
        Console.WriteLine($"damage: {lenient.Processor / sound.Processor:F2} times a sound feed (target: at most {MostLenient})");
        Console.WriteLine($"memory: {sound.Allocated / size:F2} times the feed's size (target: at most {MostMemory})");

        void Print(string what, Round round) =>
            Console.WriteLine($"{what,-16} {size / 1e6 / round.Processor.TotalSeconds,7:F1} MB a CPU-second {round.Time.TotalMilliseconds,8:F2} ms {round.Allocated / size,6:F2} bytes allocated a byte");
    }
}
