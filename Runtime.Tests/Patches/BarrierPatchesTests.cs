using CoGen.Patches;
using static CoGen.Tests.Virtual;

namespace CoGen.Tests.Patches;

public class BarrierPatchesTests
{
    private readonly Log _log = new();

    [Fact]
    public void Fibers_go_through_the_phases_together_and_the_last_runs_the_action() => Run(async () =>
    {
        using Barrier barrier = new(3, b => _log.Add($"|{b.CurrentPhaseNumber}"));
        await Joined.AllAsync([.. Enumerable.Range(0, 3).Select(_ => Co.Spawn(async Coroutine () =>
        {
            for (int phase = 0; phase < 3; phase++)
            {
                _log.Add(phase);
                await BarrierPatches.SignalAndWaitAsync(barrier);
            }
        }))]);
        _log.ShouldBe("0 0 0 |0 1 1 1 |1 2 2 2 |2");
    });

    [Fact]
    public void Fibers_and_threads_meet() => new LoopScheduler().Run(async () =>
    {
        using Barrier barrier = new(4);
        Task[] threads = [.. Enumerable.Range(0, 2).Select(_ => PlainThread.Run(() =>
        {
            for (int phase = 0; phase < 10; phase++) barrier.SignalAndWait();
        }))];
        await Joined.AllAsync([.. Enumerable.Range(0, 2).Select(_ => Co.Spawn(async Coroutine () =>
        {
            for (int phase = 0; phase < 10; phase++) Assert.True(await BarrierPatches.SignalAndWaitAsync(barrier, 60_000));
        }))]);
        await Task.WhenAll(threads);
        Assert.Equal(10, barrier.CurrentPhaseNumber);
    });

    [Fact]
    public void Who_gives_up_or_is_killed_has_not_been_there() => new LoopScheduler().Run(async () =>
    {
        using Barrier barrier = new(2);
        Assert.False(await BarrierPatches.SignalAndWaitAsync(barrier, 0));
        Assert.False(await BarrierPatches.SignalAndWaitAsync(barrier, Ms(1)));
        Fiber killed = Co.Spawn(async Coroutine () => await BarrierPatches.SignalAndWaitAsync(barrier));
        await Co.SleepAsync(1);
        await killed.KillAsync();
        Assert.Equal(FiberState.Killed, killed.State);
        using CancellationTokenSource later = new();
        Fiber cancelled = Co.Spawn(async Coroutine () => await BarrierPatches.SignalAndWaitAsync(barrier, later.Token));
        await Co.SleepAsync(1);
        await later.CancelAsync();
        Assert.StartsWith("OperationCanceledException", await Outcome.OfAsync(async () => await cancelled), StringComparison.Ordinal);
        Assert.Equal(2, barrier.ParticipantsRemaining);
    });

    [Fact]
    public void It_ends_as_the_original_does() => Run(async () =>
    {
        using Barrier failing = new(1, _ => throw new FormatException("bad"));
        using Barrier none = new(0);
        Assert.Equal(Outcome.Of(failing.SignalAndWait), await Outcome.OfAsync(() => BarrierPatches.SignalAndWaitAsync(failing)));
        Assert.Equal(Outcome.Of(none.SignalAndWait), await Outcome.OfAsync(() => BarrierPatches.SignalAndWaitAsync(none)));
        Assert.Equal(Outcome.Of(() => none.SignalAndWait(-2)), await Outcome.OfAsync(() => BarrierPatches.SignalAndWaitAsync(none, -2)));
    });
}
