using System.Collections.Frozen;
using System.Net;

namespace NewsReader.Newsroom.Text;

/// <summary>Addresses of the web as text: one form for one page, and the site that it belongs to.</summary>
public static class WebAddress
{
    /// <summary>Longer addresses are data in disguise; browsers and servers stop well before.</summary>
    private const int LongestAddress = 8192;

    /// <summary>Query parameters that name the way a reader came, not the page.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Trackers = FrozenSet.ToFrozenSet(
    [
        "xtor", "xtref", "xts", "xtmc", "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid",
        "igshid", "igsh", "li_fat_id", "mc_cid", "mc_eid", "_ga", "_gl", "_hsenc", "_hsmi", "mkt_tok", "vero_id", "s_kwcid", "wt_mc", "wt.mc_id",
        "echobox", "ns_campaign", "ns_mchannel", "ns_source", "ns_linkname", "cmpid", "ref_src", "ref_url", "__twitter_impression", "oly_enc_id", "oly_anon_id",
    ], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Beginnings of such parameters: Google Analytics, Piano (at_), Matomo and its older name Piwik.</summary>
    private static readonly string[] TrackerFamilies = ["utm_", "at_", "mtm_", "pk_", "piwik_", "matomo_"];

    /// <summary>
    /// Domains under which everyone may register, beyond the top-level ones: the second-level suffixes that news sites use,
    /// then platforms whose tenants are strangers to each other. A short cut of publicsuffix.org.
    /// </summary>
    private static readonly FrozenSet<string> Suffixes = FrozenSet.ToFrozenSet(
    [
        "asso.fr", "com.fr", "gouv.fr", "nom.fr", "prd.fr", "tm.fr", "gouv.qc.ca", "qc.ca", "gc.ca", "on.ca", "ac.be",
        "co.uk", "org.uk", "ac.uk", "gov.uk", "me.uk", "net.uk", "ltd.uk", "plc.uk", "sch.uk", "nhs.uk",
        "com.au", "net.au", "org.au", "edu.au", "gov.au", "co.nz", "org.nz", "net.nz", "govt.nz", "ac.nz", "co.za", "org.za",
        "co.jp", "or.jp", "ne.jp", "ac.jp", "go.jp", "co.kr", "or.kr", "com.cn", "gov.cn", "com.hk", "com.tw", "com.sg", "co.in", "org.in", "co.il", "org.il",
        "com.br", "org.br", "gov.br", "com.ar", "com.mx", "com.co", "com.tr", "com.pl", "com.ua", "com.es", "com.pt", "com.gr", "com.cy", "com.mt",
        "co.ma", "net.ma", "press.ma", "gov.ma", "com.dz", "com.tn", "com.sn", "gouv.sn", "co.ci", "gouv.ci", "com.lb", "com.eg", "co.ke", "com.ng",
        "blogspot.com", "wordpress.com", "substack.com", "github.io", "gitlab.io", "over-blog.com", "canalblog.com", "hautetfort.com", "hypotheses.org",
    ], StringComparer.Ordinal);

    /// <summary>
    /// The one form of a page's address: scheme and host in lower case, the host in Punycode, no default port, no user, no
    /// fragment, no parameter that only tracks. Null where the text is no absolute http(s) address.
    /// </summary>
    public static string? Canonical(string address)
    {
        if (Parse(address) is not { } uri)
            return null;
        string host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost.TrimEnd('.').ToLowerInvariant();
        if (host.Length == 0 || host.Any(c => !char.IsAscii(c)))
            return null;
        string port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        return $"{uri.Scheme}://{host}{port}{UpperEscapes(uri.AbsolutePath)}{WithoutTrackers(uri.Query)}";
    }

    /// <summary>
    /// The absolute http(s) address that a link stands for on a page: as published where it is absolute already. Null where
    /// it is none, where its scheme is another, or where a relative link has no base.
    /// </summary>
    public static string? Resolve(string? baseAddress, string relative)
    {
        string link = Trim(relative);
        if (IsOrdinary(link))
            return link;
        if (HasScheme(link))
            return Parse(link) is null ? null : link;
        if (baseAddress is null || link.Length > LongestAddress || Parse(baseAddress) is not { } origin)
            return null;
        return Uri.TryCreate(origin, link, out Uri? resolved) && IsWeb(resolved) ? resolved.AbsoluteUri : null;
    }

    /// <summary>The registrable site of a host: « www.culture.gouv.fr » → « culture.gouv.fr »; an IP address is its own site.</summary>
    public static string Site(string host)
    {
        string name = host.Trim().TrimEnd('.').ToLowerInvariant();
        if (IPAddress.TryParse(name, out _))
            return name;
        string[] labels = name.Split('.');
        int kept = labels.Length < 3 || !Suffixes.Contains($"{labels[^2]}.{labels[^1]}") ? 2 : 3;
        return string.Join('.', labels.TakeLast(kept));
    }

    /// <summary>Whether the text starts with a scheme (RFC 3986, 3.1). On Unix, System.Uri reads « /a » as a file, so it is not asked.</summary>
    internal static bool HasScheme(string link)
    {
        int colon = link.AsSpan().IndexOf(':');
        return colon > 0 && char.IsAsciiLetter(link[0]) && link.AsSpan(0, colon).IndexOfAnyExcept(SchemeCharacters) < 0;
    }

    private static readonly System.Buffers.SearchValues<char> SchemeCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    /// <summary>Whether an address is absolute and so plain that it need not be parsed to be known as valid: nearly all are.</summary>
    private static bool IsOrdinary(ReadOnlySpan<char> link)
    {
        int start = link.StartsWith("https://") ? "https://".Length : link.StartsWith("http://") ? "http://".Length : link.Length;
        ReadOnlySpan<char> rest = link[start..];
        ReadOnlySpan<char> host = rest.IndexOfAny('/', '?', '#') is >= 0 and var end ? rest[..end] : rest;
        return link.Length <= LongestAddress && host.Length is > 0 and < 64 && char.IsAsciiLetter(host[0]) && char.IsAsciiLetterOrDigit(host[^1])
            && host.IndexOfAnyExcept(HostCharacters) < 0 && !host.Contains("..", StringComparison.Ordinal) && !host.Contains("--", StringComparison.Ordinal)
            && !host.Contains(".-", StringComparison.Ordinal) && !host.Contains("-.", StringComparison.Ordinal) && !rest.ContainsAnyExceptInRange('!', '~');
    }

    private static readonly System.Buffers.SearchValues<char> HostCharacters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");

    private static Uri? Parse(string address)
    {
        string text = Trim(address);
        bool isWeb = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        return isWeb && text.Length <= LongestAddress && Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && IsWeb(uri) ? uri : null;
    }

    private static bool IsWeb(Uri uri) => uri.Scheme is "http" or "https" && uri.Host.Length > 0;

    /// <summary>Spaces around an address and line ends within are dropped, as browsers do (WHATWG URL, 4.4).</summary>
    private static string Trim(string address)
    {
        string text = address.Trim();
        return text.AsSpan().ContainsAny('\t', '\n', '\r') ? string.Concat(text.Where(c => c is not ('\t' or '\n' or '\r'))) : text;
    }

    private static string WithoutTrackers(string query)
    {
        var kept = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !IsTracker(pair));
        string rest = string.Join('&', kept);
        return rest.Length == 0 ? "" : "?" + UpperEscapes(rest);
    }

    private static bool IsTracker(string pair)
    {
        ReadOnlySpan<char> name = pair.AsSpan(0, pair.AsSpan().IndexOf('=') is >= 0 and var at ? at : pair.Length);
        return Trackers.Contains(name) || TrackerFamilies.Any(family => pair.StartsWith(family, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>« %c3%a9 » and « %C3%A9 » are one (RFC 3986, 6.2.2.1).</summary>
    private static string UpperEscapes(string text)
    {
        if (!text.AsSpan().Contains('%'))
            return text;
        return string.Create(text.Length, text, static (target, source) =>
        {
            for (int i = 0; i < source.Length; i++)
                target[i] = (i > 0 && source[i - 1] == '%') || (i > 1 && source[i - 2] == '%') ? char.ToUpperInvariant(source[i]) : source[i];
        });
    }
}
