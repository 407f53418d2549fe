namespace NewsReader.Web.Fetching;

/// <summary>Where a redirect leads.</summary>
internal static class Redirect
{
    /// <summary>The address to judge next.</summary>
    /// <param name="from">The address that redirects.</param>
    /// <param name="location">Its <c>Location</c> header, absolute or relative.</param>
    /// <param name="why">Why the redirect is not followed, where it is not.</param>
    /// <returns>The absolute address, as it is written; null where there is none, or where it gives up a secure connection.</returns>
    public static Uri? Follow(Uri from, string location, out string? why)
    {
        why = null;
        if (!Uri.TryCreate(from, location, out var next))
            why = "the redirect leads to no readable address";
        else if (from.Scheme is "https" && next.Scheme is "http")
            why = "the redirect leads from https to http";
        return why is null ? next : null;
    }
}
