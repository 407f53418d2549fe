using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsReader.Newsroom.Articles;
using NewsReader.Storage;
using NewsReader.Storage.Sources;

namespace NewsReader.Web.Rounds;

/// <summary>What is known of the pages of outlets: their rules and learnt templates.</summary>
internal static class OutletHints
{
    /// <summary>The hints for the pages of these outlets.</summary>
    public static async Task<Dictionary<long, PageHints>> LoadAsync(NewsDb db, IEnumerable<long> outletIds, CancellationToken cancel)
    {
        var ids = outletIds.Distinct().ToList();
        var rules = await db.Outlets.Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Rules }).ToListAsync(cancel);
        var templates = await db.LearntTemplates.AsNoTracking().Where(t => ids.Contains(t.OutletId)).ToDictionaryAsync(t => t.OutletId, cancel);
        return rules.ToDictionary(o => o.Id, o => new PageHints
        {
            Rules = o.Rules is { } text ? OutletRules.Parse(text).Rules : OutletRules.None,
            Template = Template(templates.GetValueOrDefault(o.Id)),
        });
    }

    /// <summary>A stored template; an empty one where nothing was learnt yet.</summary>
    public static OutletTemplate Template(LearntTemplate? stored) =>
        stored is null ? OutletTemplate.Empty : JsonSerializer.Deserialize(stored.Template, OutletTemplateJson.Default.OutletTemplate) ?? OutletTemplate.Empty;
}
