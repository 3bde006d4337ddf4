using CoGen.Patches;

namespace CoGen.Tests.Patches;

public class SynchronizationContextPatchesTests
{
    private sealed class OwnThread : SynchronizationContext
    {
        public override void Send(SendOrPostCallback d, object? state) => PlainThread.Run(() => d(state)).GetAwaiter().GetResult();
    }

    [Fact]
    public void A_fiber_waits_until_the_context_has_run_it() => new LoopScheduler().Run(async () =>
    {
        AsyncLocal<string> ambient = new() { Value = "mine" };
        string? seen = null;
        await SynchronizationContextPatches.SendAsync(new OwnThread(), state => seen = $"{state} {ambient.Value}", "sent");
        Assert.Equal("sent mine", seen);
        int thread = 0;
        await SynchronizationContextPatches.SendAsync(new SynchronizationContext(), _ => thread = Environment.CurrentManagedThreadId, null);
        Assert.Equal(Environment.CurrentManagedThreadId, thread);
        Assert.Equal("FormatException: bad", await Outcome.OfAsync(() => SynchronizationContextPatches.SendAsync(new OwnThread(), _ => throw new FormatException("bad"), null)));
    });
}
