using System.Net;
using System.Text.Json;
using NewsReader.Web.Fetching;

namespace NewsReader.Evaluation;

/// <summary>
/// <c>addresses URLS.json OUT.json</c>: judges addresses and the DNS answers that a case gives for them, through the rules
/// that a visit goes through. Nothing is resolved or dialled.
/// </summary>
internal static class AddressesCall
{
    public static int Run(string[] args)
    {
        if (args.Length != 3)
        {
            Console.Error.WriteLine("Usage: NewsReader.Evaluation addresses URLS.json OUT.json");
            return 2;
        }

        using var asked = JsonDocument.Parse(File.ReadAllBytes(args[1]));
        var rows = asked.RootElement.GetProperty("cases").EnumerateArray().Select(one =>
        {
            var verdict = Judge(one);
            return new { id = one.GetProperty("id").GetString(), allow = verdict.Allowed, why = verdict.Why };
        });
        File.WriteAllText(args[2], JsonSerializer.Serialize(rows));
        return 0;
    }

    private static AddressVerdict Judge(JsonElement one)
    {
        var rules = new AddressRules([], new HostMap());
        var verdict = JudgeVisit(rules, one.GetProperty("url").GetString() ?? "", one, out var address);
        if (!verdict.Allowed || !one.TryGetProperty("redirect_to", out var location))
            return verdict;
        return Redirect.Follow(address!, location.GetString() ?? "", out var why) is { } next
            ? JudgeVisit(rules, next.OriginalString, one, out _)
            : AddressVerdict.No(why!);
    }

    private static AddressVerdict JudgeVisit(AddressRules rules, string url, JsonElement one, out Uri? address)
    {
        var verdict = rules.Judge(url, out address);
        if (!verdict.Allowed || IPAddress.TryParse(address!.IdnHost, out _))
            return verdict;
        var (host, port) = (address.IdnHost, address.Port);
        var answers = Answers(one, host).ToList();
        return answers.Count == 0
            ? AddressVerdict.No("the DNS does not know the host")
            : answers.Select(answer => rules.JudgeAnswer(host, port, answer)).FirstOrDefault(v => !v.Allowed, verdict);
    }

    // Either the answer sets of successive look-ups of one name, or a map from names to their answers.
    private static IEnumerable<IPAddress> Answers(JsonElement one, string host)
    {
        if (!one.TryGetProperty("dns", out var dns))
            return [];
        var answers = dns.ValueKind == JsonValueKind.Array
            ? dns.EnumerateArray().SelectMany(set => set.EnumerateArray())
            : dns.TryGetProperty(host, out var own) ? own.EnumerateArray() : [];
        return answers.Select(answer => IPAddress.Parse(answer.GetString()!));
    }
}
