namespace NewsReader.Newsroom.Language;

/// <summary>How long a text takes to read.</summary>
public static class ReadingTime
{
    /// <summary>Words a minute, silent reading of French prose: 230, about the mean that Brysbaert (2019) finds over languages.</summary>
    public const int WordsPerMinute = 230;

    /// <summary>Whole minutes, rounded to the nearest, at least 1.</summary>
    public static int Minutes(int words) =>
        Math.Max(1, (int)Math.Round(words / (double)WordsPerMinute, MidpointRounding.AwayFromZero));
}
