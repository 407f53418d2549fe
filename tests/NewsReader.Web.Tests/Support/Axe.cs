using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace NewsReader.Web.Tests.Support;

/// <summary>What axe finds wrong with a page, by WCAG 2.2 AA and its best practices.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    public static async Task ShouldPassAxeAsync(this IPage page, string name)
    {
        var result = await page.RunAxe(Rules);
        result.Violations.Select(v => $"{name}: {v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}").ShouldBeEmpty();
    }
}
