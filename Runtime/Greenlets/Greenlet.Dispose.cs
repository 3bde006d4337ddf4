namespace CoGen;

public sealed partial class Greenlet : IDisposable, IAsyncDisposable
{
    /// <summary>Who unwinds this greenlet, and gets control when it dies, whoever its parent is.</summary>
    private Greenlet? _disposer;

    /// <summary>
    /// Ends this greenlet: if it is suspended, a <see cref="GreenletExitException"/> is thrown at its pending switch, so that
    /// its <see langword="finally"/> blocks run, and control comes back here when it has died. One that has not begun will never
    /// run; one that is dead stays so. What greenlet does when the last reference is dropped.
    /// </summary>
    /// <remarks>
    /// The body may catch the exception and go on: it lives on if it switches here instead of ending. Another error that it
    /// ends with is reported by <see cref="UnobservedException"/> and not thrown, unless it is an
    /// <see cref="OperationCanceledException"/>: a kill that came while the body cleaned up is for the whole fiber.
    /// </remarks>
    /// <exception cref="InvalidOperationException">This greenlet is suspended in another fiber, or is the root of a tree.</exception>
    /// <exception cref="GreenletExitException">This greenlet is the one in control.</exception>
    /// <inheritdoc cref="Switch" path="/exception[@cref='T:CoGen.BlockingCallException']"/>
    public void Dispose()
    {
        if (DiesAtOnce()) return;
        using MainTurn turn = MainTurn.Begin("Greenlet.Dispose");
        turn.Wait(UnwindAsync());
    }

    /// <inheritdoc cref="Dispose"/>
    public Coroutine DisposeAsync() => DiesAtOnce() ? default : UnwindAsync();

    /// <inheritdoc/>
    ValueTask IAsyncDisposable.DisposeAsync() => DisposeAsync().AsValueTask();

    private bool DiesAtOnce()
    {
        if (IsRoot) throw new InvalidOperationException("The root of a tree of greenlets is not disposed of: it ends with its fiber.");
        if (_phase == Phase.Pending) Die();
        return _phase == Phase.Dead;
    }

    private async Coroutine UnwindAsync()
    {
        // A kill that is pending is for a later wait, after this clean-up.
        Carrier carrier = Carrier.Current;
        GreenletTree here = GreenletTree.InControl(carrier, takesKill: false);
        RequireTree(here);
        GreenletExitException exit = new();
        if (here.Current == this) throw exit;

        Greenlet? outer = _disposer;
        _disposer = here.Current;
        try
        {
            await here.Switch(carrier, this, exit, isError: true);
        }
        catch (Exception error) when (IsDead && !here.Fiber.IsKill(error))
        {
            Report(error);
        }
        finally
        {
            _disposer = outer;
        }
    }
}
