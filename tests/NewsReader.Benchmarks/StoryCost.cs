using NewsReader.Newsroom.Stories;

namespace NewsReader.Benchmarks;

/// <summary>What matching costs as the window grows: an article, a repair pass, memory, and the rebuilding from what is stored.</summary>
internal static class StoryCost
{
    /// <summary>How many articles come before each repair, in how many batches the cost at a size is measured, and how many come at once until then.</summary>
    private const int Batch = 50, Batches = 20, FirstBatch = 1_000;

    private const int Placed = 50_000;
    private const double MostMegabytes = 300, MostSeconds = 10, MostRepair = 200;

    private static readonly (int Size, double MostMilliseconds)[] Sizes = [(1_000, .3), (10_000, .3), (100_000, 1)];

    /// <summary>Measures and prints; the exit code is 1 where a limit is passed.</summary>
    public static int Run()
    {
        if (!ReplayedItems.AreThere)
        {
            Console.WriteLine("The corpora are not on this machine: nothing to measure.");
            return 0;
        }
        // Compiles everything once.
        Measure(1_000, double.MaxValue, isPrinted: false);
        Console.WriteLine($"{"articles in the window",22} {"one article, ms",16} {"repair, ms",12} {"the slowest",12} {"index, MB",10}");
        var isWithin = true;
        foreach (var (size, most) in Sizes) isWithin &= Measure(size, most, isPrinted: true);
        return isWithin & Rebuild() ? 0 : 1;
    }

    private static bool Measure(int size, double most, bool isPrinted)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var matcher = new StoryMatcher();
        var items = ReplayedItems.Read().GetEnumerator();
        for (var i = 0; i < size; i++)
        {
            items.MoveNext();
            matcher.Add(items.Current);
            if (i % FirstBatch == FirstBatch - 1) matcher.Repair();
        }
        var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        List<double> adds = [], repairs = [];
        for (var i = 0; i < Batches; i++)
        {
            var batch = Enumerable.Range(0, Batch).Select(_ => items.MoveNext() ? items.Current : throw new InvalidOperationException()).ToList();
            adds.Add(Time(() => batch.ForEach(matcher.Add)) / Batch);
            repairs.Add(Time(matcher.Repair));
        }
        GC.KeepAlive(matcher);
        var isWithin = adds.Average() <= most && repairs.Max() <= MostRepair && megabytes <= MostMegabytes;
        if (isPrinted) Console.WriteLine($"{size,22:N0} {adds.Average(),16:F3} {repairs.Average(),12:F1} {repairs.Max(),12:F1} {megabytes,10:F0}{(isWithin ? "" : " TOO MUCH")}");
        return isWithin;
    }

    private static bool Rebuild()
    {
        var items = ReplayedItems.Read().Take(Placed).ToList();
        var known = new StoryMatcher();
        foreach (var item in items) known.Add(item);
        var matcher = new StoryMatcher();
        var seconds = Time(() =>
        {
            foreach (var item in items) matcher.Place(item, -known.Stories[item.Id]);
        }) / 1000;
        Console.WriteLine($"{Placed:N0} articles placed in {seconds:F1} s of the processor{(seconds <= MostSeconds ? "" : " TOO MUCH")}; the first article after that in {Time(() => matcher.Add(items[^1] with { Id = -1 })):F1} ms");
        return seconds <= MostSeconds;
    }

    // Of the processor, so that a busy machine does not count.
    private static double Time(Action work)
    {
        var start = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }
}
