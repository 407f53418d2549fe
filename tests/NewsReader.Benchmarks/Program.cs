using System.Globalization;
using NewsReader.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["articles"]: return ArticleSpeed.Run();
    case ["hostile"]: return HostilePages.Run();
    case ["stories"]: return StoryCost.Run();
    case ["feeds"]: return FeedSpeed.Run();
    case ["hostile-feeds"]: return HostileFeeds.Run();
    default:
        Console.Error.WriteLine("Usage: NewsReader.Benchmarks articles | hostile | stories | feeds | hostile-feeds");
        return 2;
}
