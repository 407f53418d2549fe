using System.Net.Http.Headers;

namespace NewsReader.Web.Fetching;

/// <summary>The validators of a conditional request (RFC 9110, section 13): kept and sent back letter by letter.</summary>
internal static class Validators
{
    private const int Longest = 1024;

    /// <summary>Reads a header as it came; null where it is missing, or is nothing that can be sent back safely.</summary>
    public static string? Read(HttpHeaders headers, string name) => Usable(Header(headers, name));

    /// <summary>Adds the validators of a request, if it has any that may be sent.</summary>
    public static bool Send(FetchRequest request, HttpRequestHeaders headers)
    {
        var (tag, date) = (Usable(request.ETag), Usable(request.LastModified));
        if (tag is not null)
            headers.TryAddWithoutValidation("If-None-Match", tag);
        if (date is not null)
            headers.TryAddWithoutValidation("If-Modified-Since", date);
        return tag is not null || date is not null;
    }

    /// <summary>A header's first value as it came, however malformed.</summary>
    public static string? Header(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.FirstOrDefault()?.Trim() : null;

    private static string? Usable(string? value) =>
        value is { Length: > 0 and <= Longest } && value.All(c => c is >= ' ' and <= '~') ? value : null;
}
