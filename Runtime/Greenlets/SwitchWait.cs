using CoGen.CompilerServices;

namespace CoGen;

/// <summary>A greenlet's wait to be switched to.</summary>
internal sealed class SwitchWait : Frame<object?>
{
    internal static SwitchWait Begin(FiberCore host)
    {
        SwitchWait wait = (SwitchWait?)host.Pools.Of<SwitchWait>().TryRent() ?? new SwitchWait();
        wait.Enter(host);
        host.Leaf = wait;
        return wait;
    }

    /// <summary>Returns from the switch, before anything else runs.</summary>
    internal void Return(object? value, bool isError)
    {
        if (isError) Fail((Exception)value!);
        else Complete(value);
        if (Continuation is { } waiting) waiting.Fiber!.Scheduler.ReadyFirst(waiting);
    }

    internal override void Resume() { }

    internal override bool TryInterrupt(Exception error)
    {
        if (IsCompleted) return false;
        Return(error, isError: true);
        return true;
    }

    internal override string Describe() => "a switch to its greenlet";

    private protected override void Recycle() => Leave<SwitchWait>().Return(this);
}
