using CoGen.CompilerServices;

namespace CoGen;

/// <summary>A greenlet's wait to be switched to. Reused within its tree.</summary>
/// <remarks>No kill interrupts it: the fiber as such waits where the greenlet in control does.</remarks>
internal sealed class SwitchWait(GreenletTree tree) : Frame<object?>
{
    internal SwitchWait? NextFree;

    internal bool IsAwaited => Continuation is not null;

    internal void Begin() => Enter(tree.Fiber);

    /// <summary>Returns from the switch, before anything else runs.</summary>
    internal void Return(object? outcome, bool isError)
    {
        if (isError) Fail((Exception)outcome!);
        else Complete(outcome);

        // Not awaited yet, it returns at once when it is.
        if (IsAwaited) Fiber!.Scheduler.ReadyFirst(this);
        else Resume();
    }

    internal override void Resume()
    {
        if (tree.Arrive() is { } error) Fail(error);
    }

    internal override string Describe() => "a switch to its greenlet";

    private protected override void Recycle()
    {
        Leave<SwitchWait>();
        tree.GiveBack(this);
    }
}
