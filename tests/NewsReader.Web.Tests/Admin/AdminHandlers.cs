using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;

namespace NewsReader.Web.Tests.Admin;

/// <summary>Every way into the administration that the running program has, so that a page that is new is tested too.</summary>
internal sealed record AdminHandlers(IReadOnlyList<string> Paths, IReadOnlyList<string> Names, IReadOnlyList<string> Posts)
{
    /// <summary>Paths of the pages; names of their handlers; and the addresses that take a POST.</summary>
    public static async Task<AdminHandlers> OfAsync(AdminSite site)
    {
        var pages = await site.WithAsync<EndpointDataSource, List<PageActionDescriptor>>(source => Task.FromResult(
            source.Endpoints.Select(e => e.Metadata.GetMetadata<PageActionDescriptor>()).OfType<PageActionDescriptor>()
                .Where(p => p.ViewEnginePath.StartsWith("/Admin/", StringComparison.Ordinal)).DistinctBy(p => p.ViewEnginePath).ToList()));
        var loaded = await site.WithAsync<PageLoader, List<CompiledPageActionDescriptor>>(async loader =>
        {
            var all = new List<CompiledPageActionDescriptor>();
            foreach (var page in pages) all.Add(await loader.LoadAsync(page, EndpointMetadataCollection.Empty));
            return all;
        });
        return new AdminHandlers(
            [.. loaded.Select(Path)],
            [.. loaded.SelectMany(p => p.HandlerMethods).Select(m => m.Name).OfType<string>().Distinct(StringComparer.Ordinal)],
            [.. loaded.SelectMany(p => p.HandlerMethods.Where(m => m.HttpMethod == "Post").Select(m => m.Name is null ? Path(p) : $"{Path(p)}?handler={m.Name}"))]);
    }

    private static string Path(PageActionDescriptor page) => "/" + page.AttributeRouteInfo!.Template;
}
