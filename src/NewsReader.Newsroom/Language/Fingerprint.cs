using System.Numerics;

namespace NewsReader.Newsroom.Language;

/// <summary>
/// A 64-bit fingerprint of a text that stays near when the text is edited a little (SimHash: Charikar, 2002; used for near
/// duplicates of pages by Manku, Jain and Das Sarma, 2007), over runs of three words.
/// </summary>
public static class Fingerprint
{
    // Below this a text is a summary or a title, and two of them may agree by chance.
    private const int FewestWords = 30;
    private const int RunLength = 3;

    // Ten bits of 64 are a cosine of .88 between the sets of runs, that is about four runs of five in common: a dispatch with another
    // title, cut or slightly edited. Two unrelated texts differ in 32 ± 4 bits.
    private const int FarthestCopy = 10;

    // More would not change the fingerprint of a text and only cost time.
    private const int MostWords = 20_000;

    /// <summary>The fingerprint of a plain text; 0 where it is too short (under 30 words) to be told from another.</summary>
    public static ulong Of(string text)
    {
        var tokens = FrenchTokens.Of(text, MostWords);
        if (tokens.Count < FewestWords)
            return 0;
        var words = tokens.ConvertAll(t => Mix(StableHash.Of(t.Word)));
        Span<int> balance = stackalloc int[64];
        balance.Clear();
        var seen = new HashSet<ulong>();
        for (var i = 0; i + RunLength <= words.Count; i++)
        {
            var run = 0UL;
            for (var k = 0; k < RunLength; k++)
                run = Mix(run ^ words[i + k]);
            if (!seen.Add(run))
                continue;
            for (var bit = 0; bit < 64; bit++)
                balance[bit] += ((run >> bit) & 1) == 1 ? 1 : -1;
        }
        var fingerprint = 0UL;
        for (var bit = 0; bit < 64; bit++)
            if (balance[bit] > 0)
                fingerprint |= 1UL << bit;
        return fingerprint == 0 ? 1 : fingerprint;
    }

    /// <summary>Whether two fingerprints are of one text, or nearly; never where one of them is 0.</summary>
    public static bool AreCopies(ulong a, ulong b) =>
        a != 0 && b != 0 && BitOperations.PopCount(a ^ b) <= FarthestCopy;

    // The finaliser of SplitMix64 (Steele, Lea and Flood, 2014): spreads every bit over all of them.
    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15UL;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }
}
