using System.CommandLine;
using NewsReader.Web.Adding;

namespace NewsReader.Web.Commands;

/// <summary><c>sources add</c>: follows what an address leads to.</summary>
internal static class AddCommand
{
    /// <summary>Saves what was typed as it is.</summary>
    public static readonly Option<bool> Unchecked = new("--unchecked") { Description = "Enregistrer sans visiter." };

    private static readonly Argument<string> Url = new("ADRESSE") { Description = "L'adresse d'un site, d'une rubrique, d'un article ou d'un flux." };
    private static readonly Option<string?> Outlet = new("--outlet") { Description = "La rédaction.", HelpName = "NOM" };
    private static readonly Option<string?> Owners = new("--owners") { Description = "Ses propriétaires, séparés par des points-virgules.", HelpName = "NOMS" };
    private static readonly Option<string?> Section = new("--section") { Description = "La rubrique.", HelpName = "RUBRIQUE" };
    private static readonly Option<bool> Front = new("--front") { Description = "C'est le flux « à la une » de la rédaction." };

    public static Command Build()
    {
        var add = new Command("add", "Suivre une source.") { Url, Unchecked, Outlet, Owners, Section, Front };
        add.SetAction(RunAsync);
        return add;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var host = await CommandHost.OpenAsync(parsed, cancel);
        await using var scope = host.CreateScope();
        var (found, trouble) = parsed.GetValue(Unchecked)
            ? (new FoundFeed(parsed.GetRequiredValue(Url), 0), null)
            : await FindAsync(scope.ServiceProvider.GetRequiredService<SourceFinder>(), parsed.GetRequiredValue(Url), cancel);
        if (found is null) return Refuse(trouble);
        var result = await scope.ServiceProvider.GetRequiredService<FollowedSources>().AddAsync(Wanted(found, parsed), SourcesCommand.By, cancel);
        if (result.SourceId is not { } id) return Refuse(result.Trouble);
        Console.WriteLine($"{id}\t{found.Address}");
        return 0;
    }

    private static async Task<(FoundFeed?, Trouble?)> FindAsync(SourceFinder finder, string typed, CancellationToken cancel)
    {
        var finding = await finder.FindAsync(typed, cancel);
        return (finding.Feeds.FirstOrDefault(f => f.IsRecommended) ?? (finding.Feeds.Count > 0 ? finding.Feeds[0] : null), finding.Trouble);
    }

    private static SourceToFollow Wanted(FoundFeed found, ParseResult parsed) => new(found.Address, parsed.GetValue(Outlet) ?? found.Title ?? "")
    {
        Title = found.Title,
        Owners = parsed.GetValue(Owners) is { } owners ? SourceToFollow.SplitOwners(owners) : null,
        Section = parsed.GetValue(Section),
        IsFront = parsed.GetValue(Front),
    };

    private static int Refuse(Trouble? trouble)
    {
        Console.Error.WriteLine(trouble?.Sentence);
        return 1;
    }
}
