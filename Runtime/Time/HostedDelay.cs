using CoGen.CompilerServices;

namespace CoGen;

/// <summary>A sleep outside any fiber: there is no loop whose timers could be used.</summary>
internal sealed class HostedDelay : Frame<bool>
{
    internal static Coroutine Begin(TimeSpan delay)
    {
        HostedDelay wait = new();
        Task.Delay(delay).ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(wait.Resume);
        return new Coroutine(wait);
    }

    internal override void Resume()
    {
        Complete(true);
        HostedCompletion.Settle(this);
    }

    internal override void ContinueWith(Frame parent) => HostedCompletion.ContinueWith(this, parent);

    private protected override void Recycle() { }
}
