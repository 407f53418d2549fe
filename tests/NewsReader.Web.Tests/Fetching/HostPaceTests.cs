using Microsoft.Extensions.Time.Testing;
using NewsReader.Web.Fetching;

namespace NewsReader.Web.Tests.Fetching;

public sealed class HostPaceTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Two_visits_to_one_host_start_a_pause_apart()
    {
        var pace = new HostPace(TimeSpan.FromSeconds(1), 2, _time);
        using var first = await pace.EnterAsync("gazette.fr", CancellationToken.None);

        var second = pace.EnterAsync("GAZETTE.fr", CancellationToken.None);
        second.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));

        (await second).Dispose();
    }

    [Fact]
    public async Task Another_host_does_not_wait()
    {
        var pace = new HostPace(TimeSpan.FromHours(1), 1, _time);
        using var first = await pace.EnterAsync("gazette.fr", CancellationToken.None);

        (await pace.EnterAsync("eveil.fr", CancellationToken.None)).Dispose();
    }

    [Fact]
    public async Task A_third_visit_waits_until_one_of_two_has_ended()
    {
        var pace = new HostPace(TimeSpan.Zero, 2, _time);
        var first = await pace.EnterAsync("gazette.fr", CancellationToken.None);
        using var second = await pace.EnterAsync("gazette.fr", CancellationToken.None);

        var third = pace.EnterAsync("gazette.fr", CancellationToken.None);
        third.IsCompleted.ShouldBeFalse();
        first.Dispose();
        first.Dispose();

        using var turn = await third;
        pace.EnterAsync("gazette.fr", CancellationToken.None).IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_visit_given_up_while_waiting_leaves_its_seat()
    {
        var pace = new HostPace(TimeSpan.FromHours(1), 1, _time);
        (await pace.EnterAsync("gazette.fr", CancellationToken.None)).Dispose();
        using var caller = new CancellationTokenSource();
        var waiting = pace.EnterAsync("gazette.fr", caller.Token);
        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);

        var next = pace.EnterAsync("gazette.fr", CancellationToken.None);
        _time.Advance(TimeSpan.FromHours(2));

        (await next).Dispose();
    }
}
