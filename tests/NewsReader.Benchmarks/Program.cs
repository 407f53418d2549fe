using System.Globalization;
using NewsReader.Benchmarks;
using NewsReader.Benchmarks.Soak;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["articles"]: return ArticleSpeed.Run();
    case ["hostile"]: return HostilePages.Run();
    case ["stories"]: return StoryCost.Run();
    case ["feeds"]: return FeedSpeed.Run();
    case ["hostile-feeds"]: return HostileFeeds.Run();
    case ["endpoints"]: return await HostileEndpoints.RunAsync();
    case ["soak"]: return await SoakRun.RunAsync(sources: 10_000, hours: 48);
    case ["soak", var sources, var hours]: return await SoakRun.RunAsync(int.Parse(sources, CultureInfo.InvariantCulture), int.Parse(hours, CultureInfo.InvariantCulture));
    case ["soak-papers", var port]: return await SoakPapers.RunAsync(int.Parse(port, CultureInfo.InvariantCulture));
    default:
        Console.Error.WriteLine("Usage: NewsReader.Benchmarks articles | hostile | stories | feeds | hostile-feeds | endpoints | soak [SOURCES HOURS]");
        return 2;
}
