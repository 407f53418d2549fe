using Microsoft.EntityFrameworkCore;
using NewsReader.Newsroom.Articles;
using NewsReader.Storage;
using NewsReader.Storage.Admin;
using NewsReader.Storage.Articles;
using NewsReader.Storage.Sources;
using NewsReader.Web.Rounds;

namespace NewsReader.Web.Adding;

/// <summary>The rules that a person lays down for reading an outlet's pages: tried on pages that are kept, then saved with a line of the log.</summary>
public sealed class LaidDownRules(NewsDb db, TimeProvider clock)
{
    private const int MostTried = 3;

    /// <summary>The outlet of this number, name or site; null where there is none.</summary>
    public async Task<Outlet?> FindAsync(string which, CancellationToken cancel = default)
    {
        var outlets = await db.Outlets.AsNoTracking().OrderBy(o => o.Id).ToListAsync(cancel);
        return outlets.Find(o => string.Equals(o.Name, which, StringComparison.OrdinalIgnoreCase) || string.Equals(o.Site, which, StringComparison.OrdinalIgnoreCase))
            ?? outlets.Find(o => string.Equals(FormattableString.Invariant($"{o.Id}"), which, StringComparison.Ordinal));
    }

    /// <summary>What is wrong with rules, a sentence a line; empty where all can be read.</summary>
    public static IReadOnlyList<string> Check(string text) => [.. OutletRules.Parse(text).Faults.Select(Sentence)];

    /// <summary>The newest kept articles of an outlet as they would read with these rules, beside how they read now.</summary>
    public async Task<IReadOnlyList<RuleTrial>> TryAsync(long outletId, string text, CancellationToken cancel = default)
    {
        var hints = (await OutletHints.LoadAsync(db, [outletId], cancel)).GetValueOrDefault(outletId) ?? PageHints.None;
        var ids = await db.ArticlePages.Where(p => p.Article!.OutletId == outletId && p.Number == 1)
            .OrderByDescending(p => p.Article!.At).Select(p => p.ArticleId).Take(MostTried).ToListAsync(cancel);
        var pages = await db.ArticlePages.AsNoTracking().Include(p => p.Article).Where(p => ids.Contains(p.ArticleId)).ToListAsync(cancel);
        var rules = OutletRules.Parse(text).Rules;
        return [.. ids.Select(id => Try([.. pages.Where(p => p.ArticleId == id).OrderBy(p => p.Number)], hints, rules))];
    }

    /// <summary>Saves rules that can be read; the kept pages are read again in the next round. Empty ones take back what was laid down.</summary>
    /// <returns>What is wrong with them, and nothing is saved; empty where they are saved.</returns>
    public async Task<IReadOnlyList<string>> SaveAsync(long outletId, string text, string by, CancellationToken cancel = default)
    {
        var faults = Check(text);
        if (faults.Count > 0) return faults;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var outlet = await db.Outlets.SingleAsync(o => o.Id == outletId, cancel);
        (outlet.Rules, outlet.ReadAgain) = (string.IsNullOrWhiteSpace(text) ? null : text.Trim(), true);
        db.Decisions.Add(new Decision { At = clock.GetUtcNow().UtcDateTime, By = by, Action = outlet.Rules is null ? DecisionWords.RulesRemoved : DecisionWords.RulesSaved, Subject = outlet.Name });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return [];
    }

    private static RuleTrial Try(List<ArticlePage> kept, PageHints hints, OutletRules rules)
    {
        var pages = kept.ConvertAll(p => new FetchedPage(p.FinalAddress, p.ContentType, p.Compressed));
        var title = kept[0].Article!.Title;
        var trace = new ExtractionTrace();
        var now = ArticleReading.Read(pages, hints with { FeedTitle = title });
        var then = ArticleReading.Read(pages, hints with { FeedTitle = title, Rules = rules, Trace = trace });
        return new RuleTrial(title, kept[0].FinalAddress, now.Article?.Body.ToText(), then.Article?.Body.ToText(), [.. trace.Removals.Where(r => r.Stage == "rule").Select(r => r.Text)]);
    }

    private static string Sentence(RuleFault fault) => $"Ligne {fault.Line} : " + fault.Kind switch
    {
        RuleFaultKind.NoSuchRule => $"« {fault.Text} » ne commence par aucun des trois mots « keep: », « remove: » et « next: ».",
        RuleFaultKind.NoSelector => $"« {fault.Text} » ne donne pas de sélecteur CSS lisible. Par exemple : « remove: .lire-aussi ».",
        RuleFaultKind.TooLong => "ce sélecteur dépasse 300 caractères.",
        _ => "les règles s’arrêtent à 100 lignes.",
    };
}

/// <summary>An article of the outlet, with the rules in force and with those that are tried.</summary>
/// <param name="Title">Its headline.</param>
/// <param name="Address">Its page.</param>
/// <param name="Now">Its text as it is read now; null where none is found.</param>
/// <param name="Then">Its text with the tried rules; null where none is found.</param>
/// <param name="Removed">What the tried rules take out.</param>
public sealed record RuleTrial(string Title, string Address, string? Now, string? Then, IReadOnlyList<string> Removed);
