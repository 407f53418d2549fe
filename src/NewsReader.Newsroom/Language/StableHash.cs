namespace NewsReader.Newsroom.Language;

/// <summary>
/// A 64-bit hash of a text that is the same in every process (FNV-1a: Fowler, Noll and Vo, 1991), which <c>string.GetHashCode</c> is not.
/// </summary>
internal static class StableHash
{
    private const ulong Basis = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;

    /// <summary>The hash of a text, or of what was hashed before and this text after it.</summary>
    public static ulong Of(ReadOnlySpan<char> text, ulong before = Basis)
    {
        var hash = before;
        foreach (var c in text)
            hash = (hash ^ c) * Prime;
        return hash;
    }
}
