using System.CommandLine;
using System.Globalization;
using NewsReader.Newsroom.Articles;
using NewsReader.Web.Fetching;
using Spectre.Console;

namespace NewsReader.Web.Commands;

/// <summary><c>article</c>: extracts the article of a page from a file or an address, and shows it.</summary>
internal static class ArticleCommand
{
    private static readonly Argument<string> Place = new("FICHIER|ADRESSE") { Description = "Le fichier ou l'adresse de la page." };
    private static readonly Option<string?> Address = new("--address") { Description = "L'adresse dont vient le fichier.", HelpName = "ADRESSE" };
    private static readonly Option<bool> Explain = new("--explain") { Description = "Montrer d'où vient le texte, et tout ce qui en a été retiré." };

    public static Command Build()
    {
        var article = new Command("article", "Extraire l'article d'une page et le montrer.") { Place, Address, Explain, CommandTree.Json };
        article.SetAction(RunAsync);
        return article;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var host = await CommandHost.OpenAsync(parsed, cancel);
        var answer = await Reach.GetAsync(parsed.GetRequiredValue(Place), FetchKind.Page, host.Get<PageClient>(), cancel, parsed.GetValue(Address));
        var trace = parsed.GetValue(Explain) ? new ExtractionTrace() : null;
        var extraction = answer.HasBody ? ArticleExtractor.Extract(answer.Body.Span, answer.ContentType, answer.Address, new PageHints { Trace = trace }) : new Extraction(null, answer.Detail);
        var state = answer.HasBody && extraction.Article is null ? FetchState.ParseError : answer.State;
        if (parsed.GetValue(CommandTree.Json)) Console.WriteLine(CommandJson.Of(new { State = state.Word(), Detail = extraction.Problem, answer.Address, extraction.Article, Explain = trace }));
        else Show(state, extraction, trace);
        return extraction.Article is null ? 1 : 0;
    }

    private static void Show(FetchState state, Extraction extraction, ExtractionTrace? trace)
    {
        if (trace is not null) Show(trace);
        if (extraction.Article is not { } article)
        {
            Terminal.Line($"{state.Word()} {extraction.Problem}");
            return;
        }

        Terminal.Line($"[bold]{article.Title}[/]");
        Terminal.Line($"[grey]{string.Join(", ", article.Authors)} · {article.Published} · {article.Access}[/]");
        AnsiConsole.WriteLine();
        Console.WriteLine(article.Body.ToText());
    }

    private static void Show(ExtractionTrace trace)
    {
        var places = new Spectre.Console.Table().AddColumns("Étape", "Endroit", "Prose", "Retenu");
        foreach (var candidate in trace.Candidates)
            places.AddRow(candidate.Stage, Markup.Escape(candidate.Path), candidate.Prose.ToString(CultureInfo.InvariantCulture), candidate.IsWinner ? "oui" : "");
        AnsiConsole.Write(places);
        var removals = new Spectre.Console.Table().AddColumns("Retiré par", "Texte");
        foreach (var removal in trace.Removals) removals.AddRow(removal.Stage, Markup.Escape(removal.Text));
        AnsiConsole.Write(removals);
        AnsiConsole.WriteLine();
    }
}
