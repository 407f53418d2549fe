using System.Runtime.CompilerServices;

namespace NewsReader.Web.Fetching;

/// <summary>
/// Makes the runtime's gzip, deflate and brotli decoders tell a compressed body that ends early. Without this switch they
/// return what they have as if it were whole. They read it once, at their first use: so it is set before anything else runs.
/// </summary>
internal static class StrictDecoding
{
    [ModuleInitializer]
    internal static void Demand() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", isEnabled: true);
}
