using System.Text;

namespace NewsReader.Web.Fetching;

/// <summary>What one robots.txt says to this program (RFC 9309). Any text can be read; what is not understood is passed over.</summary>
internal sealed class RobotsRules
{
    /// <summary>The name by which webmasters address this program.</summary>
    public const string ProductToken = "NewsReader";

    private readonly List<Rule> _rules = [];

    /// <summary>The rules of a host that has none.</summary>
    public static RobotsRules None { get; } = new();

    /// <summary>Reads the groups for this program; where there are none, those for everyone (section 2.2.1).</summary>
    public static RobotsRules Read(string text)
    {
        var (ours, everyone) = (new RobotsRules(), new RobotsRules());
        var (isOurs, isEveryone, addressed, inRules) = (false, false, false, false);
        foreach (var line in text.Split('\n', '\r'))
        {
            var (key, value) = Split(line);
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                if (inRules)
                    (isOurs, isEveryone, inRules) = (false, false, false);
                isOurs |= value.Equals(ProductToken, StringComparison.OrdinalIgnoreCase);
                isEveryone |= value is "*";
                addressed |= isOurs;
            }
            else if (key.Equals("allow", StringComparison.OrdinalIgnoreCase) || key.Equals("disallow", StringComparison.OrdinalIgnoreCase))
            {
                inRules = true;
                if (value.Length == 0)
                    continue;
                var rule = new Rule(Normalise(value), Allow: key[0] is 'a' or 'A');
                if (isOurs)
                    ours._rules.Add(rule);
                if (isEveryone)
                    everyone._rules.Add(rule);
            }
        }

        return addressed ? ours : everyone;
    }

    /// <summary>Whether a path with its query may be visited: the longest matching rule decides, « allow » between equals (section 2.2.2).</summary>
    public bool Allow(string pathAndQuery)
    {
        var path = Normalise(pathAndQuery);
        var best = new Rule("", Allow: true);
        foreach (var rule in _rules)
            if ((rule.Pattern.Length > best.Pattern.Length || (rule.Pattern.Length == best.Pattern.Length && rule.Allow)) && Matches(rule.Pattern, path))
                best = rule;
        return best.Allow;
    }

    // « * » stands for anything and a last « $ » for the end (section 2.2.3). Greedy with one step back: never worse than length × length.
    private static bool Matches(string pattern, string path)
    {
        var anchored = pattern.EndsWith('$');
        var end = anchored ? pattern.Length - 1 : pattern.Length;
        var (p, i, star, mark) = (0, 0, -1, 0);
        while (true)
        {
            if (p == end && (!anchored || i == path.Length))
                return true;
            if (p < end && pattern[p] == '*')
            {
                (star, mark) = (p, i);
                p++;
            }
            else if (p < end && i < path.Length && pattern[p] == path[i])
            {
                p++;
                i++;
            }
            else if (star >= 0 && mark < path.Length)
            {
                (p, i, mark) = (star + 1, mark + 1, mark + 1);
            }
            else
            {
                return false;
            }
        }
    }

    private static (string Key, string Value) Split(string line)
    {
        var comment = line.IndexOf('#', StringComparison.Ordinal);
        var rule = comment < 0 ? line : line[..comment];
        var colon = rule.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("", "") : (rule[..colon].Trim().Trim('\uFEFF'), rule[(colon + 1)..].Trim());
    }

    // Section 2.2.2: octets outside ASCII are compared percent-encoded, unreserved ones decoded.
    private static string Normalise(string path)
    {
        var text = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '%' && i + 2 < path.Length && byte.TryParse(path.AsSpan(i + 1, 2), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var octet))
            {
                i += 2;
                AppendOctet(text, octet);
            }
            else if (char.IsAscii(path[i]))
            {
                text.Append(path[i]);
            }
            else
            {
                var whole = char.IsSurrogatePair(path, i) ? 2 : 1;
                foreach (var encoded in Encoding.UTF8.GetBytes(path, i, whole))
                    AppendOctet(text, encoded);
                i += whole - 1;
            }
        }

        return text.ToString();
    }

    private static void AppendOctet(StringBuilder text, byte octet)
    {
        if (char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~')
            text.Append((char)octet);
        else
            text.Append('%').Append(octet.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
    }

    private readonly record struct Rule(string Pattern, bool Allow);
}
