using System.Globalization;
using NewsReader.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["articles"]: return ArticleSpeed.Run();
    case ["hostile"]: return HostilePages.Run();
    case ["stories"]: return StoryCost.Run();
    default:
        Console.Error.WriteLine("Usage: NewsReader.Benchmarks articles | hostile | stories");
        return 2;
}
