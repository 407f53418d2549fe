namespace NewsReader.Newsroom.Stories;

internal static class MatcherWeights
{
    static double E(string n, double d) => double.TryParse(Environment.GetEnvironmentVariable("W_" + n), System.Globalization.CultureInfo.InvariantCulture, out var v) ? v : d;
    public static readonly double TitleCount = E("title", 2);
    public static readonly double RarityPower = E("idf", 1.5);
    public static readonly double NameFactor = E("name", 1.2);
    public static readonly double NumberFactor = E("num", .5);
    public static readonly int LedeWords = (int)E("lede", 60);
    public static readonly double Join = E("join", .24);
    public static readonly double Merge = E("merge", .30);
    public static readonly double Stay = E("stay", .20);
    public static readonly double Margin = E("margin", .02);
    public static readonly double SameOutlet = E("same", 1.1);
    public static readonly double Looseness = E("loose", .7);
    public static readonly double DecayDays = E("decay", 5);
    public static readonly double OutletShare = E("oshare", 1);
    public static readonly int SlugBelow = (int)E("slug", 0);
    public static readonly int Passes = (int)E("passes", 2);
    public static readonly double LiveFactor = E("live", 0);
    public static readonly int Recur = (int)E("recur", 1);
    public static readonly double PriorDocs = E("prior", 0);
}
