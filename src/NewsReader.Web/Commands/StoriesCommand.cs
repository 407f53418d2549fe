using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsReader.Newsroom.Editions;
using NewsReader.Storage;
using Spectre.Console;

namespace NewsReader.Web.Commands;

/// <summary><c>stories</c>: the stories of a day with those who tell them.</summary>
internal static class StoriesCommand
{
    private static readonly Option<string?> Day = new("--day") { Description = "Le jour, à Paris ; aujourd'hui par défaut.", HelpName = "AAAA-MM-JJ" };

    public static Command Build()
    {
        var stories = new Command("stories", "Montrer les sujets d'un jour, et les corriger.") { Day, CommandTree.Json };
        Day.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } typed && !DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                result.AddError($"« {typed} » n'est pas un jour de la forme 2026-11-22.");
        });
        stories.SetAction(RunAsync);
        foreach (var correction in CorrectionCommands.Build()) stories.Add(correction);
        return stories;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var host = await CommandHost.OpenAsync(parsed, cancel);
        var day = parsed.GetValue(Day) is { } typed
            ? DateOnly.ParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : EditionDay.Of(host.Get<TimeProvider>().GetUtcNow());
        await using var db = await host.OpenStoreAsync(cancel);
        var stories = await OfDayAsync(db, day, cancel);
        if (parsed.GetValue(CommandTree.Json)) Console.WriteLine(CommandJson.Of(stories));
        else Show(stories);
        return 0;
    }

    private static async Task<List<StoryAnswer>> OfDayAsync(NewsDb db, DateOnly day, CancellationToken cancel)
    {
        var (from, to) = (EditionDay.Start(day).UtcDateTime, EditionDay.Start(day.AddDays(1)).UtcDateTime);
        var articles = await db.Articles.AsNoTracking()
            .Where(a => a.StoryId != null && a.At >= from && a.At < to)
            .Select(a => new { a.StoryId, StoryTitle = a.Story!.Title, a.Id, a.Title, Outlet = a.Outlet!.Name, a.Address, a.At })
            .ToListAsync(cancel);
        return [.. articles.GroupBy(a => a.StoryId!.Value)
            .Select(g => new StoryAnswer(
                g.Key,
                g.First().StoryTitle,
                [.. g.OrderBy(a => a.At).ThenBy(a => a.Id).Select(a => new StoryArticle(a.Id, a.Outlet, a.Title, a.Address, CommandHost.Iso(a.At)!))]))
            .OrderByDescending(s => s.Articles.Count).ThenBy(s => s.Id)];
    }

    private static void Show(List<StoryAnswer> stories)
    {
        foreach (var story in stories)
        {
            Terminal.Line($"[bold]{story.Title}[/] ({story.Articles.Count})");
            foreach (var article in story.Articles) Terminal.Line($"  [grey]{article.Outlet}[/] {article.Title}");
        }
    }
}

/// <summary>A story in <c>stories --json</c>.</summary>
internal sealed record StoryAnswer(long Id, string Title, IReadOnlyList<StoryArticle> Articles);

/// <summary>An article of a story in <c>stories --json</c>.</summary>
internal sealed record StoryArticle(long Id, string Outlet, string Title, string Address, string At);
