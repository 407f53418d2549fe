using NewsReader.Storage.Nodes;
using NewsReader.Web.Rounds;

namespace NewsReader.Web.Tests.Rounds;

public sealed class RoundTurnTests
{
    [Fact]
    public async Task One_process_at_a_time_has_the_turn_and_the_other_learns_who()
    {
        await using var rounds = await TestRounds.StartAsync();
        await HoldElsewhereAsync(rounds);

        var holder = await rounds.Get<RoundTurn>().TakeAsync("refresh", CancellationToken.None);

        holder.ShouldNotBeNull();
        (holder.Command, holder.Machine).ShouldBe(("serve", "ailleurs"));
    }

    [Fact]
    public async Task A_holder_that_fell_silent_loses_the_turn()
    {
        await using var rounds = await TestRounds.StartAsync();
        await HoldElsewhereAsync(rounds);
        rounds.Time.Advance(TimeSpan.FromMinutes(1));

        (await rounds.Get<RoundTurn>().TakeAsync("refresh", CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_killed_process_of_this_machine_loses_the_turn_at_once()
    {
        await using var rounds = await TestRounds.StartAsync();
        await HoldElsewhereAsync(rounds, Environment.MachineName, processId: int.MaxValue);

        (await rounds.Get<RoundTurn>().TakeAsync("serve", CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task The_holder_hears_once_that_a_full_round_is_asked_for()
    {
        await using var rounds = await TestRounds.StartAsync();
        var turn = rounds.Get<RoundTurn>();
        await turn.TakeAsync("serve", CancellationToken.None);
        await turn.AskAsync(CancellationToken.None);

        (await turn.BeatAsync(CancellationToken.None)).ShouldBeTrue();
        (await turn.BeatAsync(CancellationToken.None)).ShouldBeFalse();
    }

    private static async Task HoldElsewhereAsync(TestRounds rounds, string machine = "ailleurs", int processId = 42)
    {
        await using var db = rounds.Open();
        db.RoundLeases.Add(new RoundLease { Holder = "x", Command = "serve", Machine = machine, ProcessId = processId, Heartbeat = rounds.Time.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync();
    }
}
