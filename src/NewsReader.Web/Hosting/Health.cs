using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;

namespace NewsReader.Web.Hosting;

/// <summary>Says whether the program lives, and whether it can serve: the store answers and is up to date.</summary>
internal sealed partial class Health(IDbContextFactory<NewsDb> store, ILogger<Health> log)
{
    // Migrations only ever become applied, so one good answer holds.
    private bool _upToDate;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("ok"));
        routes.MapGet("/health/ready", (Health health, CancellationToken cancel) => health.ReadyAsync(cancel));
    }

    private async Task<IResult> ReadyAsync(CancellationToken cancel)
    {
        try
        {
            await using var db = await store.CreateDbContextAsync(cancel);
            if (!await db.Database.CanConnectAsync(cancel))
                return NotReady("the store does not answer");
            _upToDate = _upToDate || !await db.HasPendingMigrationsAsync(cancel);
            return _upToDate ? Results.Text("ok") : NotReady("migrations wait to be applied");
        }
        catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException)
        {
            Failed(e);
            return NotReady("the store does not answer");
        }
    }

    private static IResult NotReady(string why) => Results.Text(why, statusCode: StatusCodes.Status503ServiceUnavailable);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store does not answer")]
    private partial void Failed(Exception exception);
}
