using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsReader.Newsroom.Articles;
using NewsReader.Newsroom.Text;
using NewsReader.Web.Fetching;
using NewsReader.Web.Rounds;
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
        var read = answer.HasBody ? await host.Get<ArticleReading>().ReadAsync(answer, await HintsAsync(host, answer.Address, trace, cancel), cancel) : new ReadArticle(answer.State, answer.Detail, null, []);
        if (parsed.GetValue(CommandTree.Json)) Console.WriteLine(CommandJson.Of(new { State = read.State.Word(), Detail = read.Problem, answer.Address, read.Article, Explain = trace }));
        else Show(read, trace);
        return read.Article is null ? 1 : 0;
    }

    /// <summary>What is known of the outlet on whose site the page is, if one is followed.</summary>
    private static async Task<PageHints> HintsAsync(CommandHost host, string address, ExtractionTrace? trace, CancellationToken cancel)
    {
        await using var db = await host.OpenStoreAsync(cancel);
        var site = Uri.TryCreate(address, UriKind.Absolute, out var uri) && !uri.IsFile ? WebAddress.Site(uri.IdnHost) : null;
        var outlets = await db.Outlets.Where(o => o.Site != null && o.Site == site).OrderBy(o => o.Id).Select(o => o.Id).Take(1).ToListAsync(cancel);
        var known = await OutletHints.LoadAsync(db, outlets, cancel);
        return (known.Values.FirstOrDefault() ?? PageHints.None) with { Trace = trace };
    }

    private static void Show(ReadArticle read, ExtractionTrace? trace)
    {
        if (trace is not null) Show(trace);
        if (read.Article is not { } article)
        {
            Terminal.Line($"{read.State.Word()} {read.Problem}");
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
