using System.Runtime.InteropServices;

namespace NewsReader.Web.Rounds;

/// <summary>Between rounds the server only serves ready pages: what extraction and matching took goes back to the machine.</summary>
internal static class IdleMemory
{
    private static readonly bool HasGlibc = OperatingSystem.IsLinux() && !RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal);

    /// <summary>Compacts the managed heap, and gives back what the compiler of methods and SQLite had from the C library and no longer use.</summary>
    public static void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (HasGlibc) _ = Trim(0);
    }

    // man 3 malloc_trim; musl has no such function.
    [DllImport("libc", EntryPoint = "malloc_trim"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Trim(nuint pad);
}
