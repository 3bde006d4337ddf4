using CoGen.CompilerServices;

namespace CoGen;

public sealed partial class Greenlet
{
    /// <summary>
    /// Gives control, and <paramref name="value"/>, to this greenlet: it begins with the value, or its own pending switch
    /// returns it. Returns when somebody switches back.
    /// </summary>
    /// <param name="value">What to pass.</param>
    /// <returns>What is passed with the switch back; if a child ended meanwhile, its result.</returns>
    /// <remarks>A switch to a dead greenlet goes to its nearest living ancestor; a switch to oneself returns at once.</remarks>
    /// <exception cref="InvalidOperationException">This greenlet belongs to another fiber.</exception>
    /// <exception cref="Exception">What was thrown into the greenlet in control, or the error that a child ended with.</exception>
    public object? Switch(object? value = null)
    {
        using MainTurn turn = MainTurn.Begin("Greenlet.Switch");
        return turn.Wait(SwitchAsync(value));
    }

    /// <inheritdoc cref="Switch"/>
    public Coroutine<object?> SwitchAsync(object? value = null)
    {
        Greenlet current = Control();
        Greenlet target = Living();
        target.RequireHost(current._host!);
        if (target == current) return new Coroutine<object?>(value);

        Coroutine<object?> pending = current.Suspend();
        target.Receive(value);
        return pending;
    }

    /// <summary>
    /// Gives control to this greenlet by throwing <paramref name="error"/> at its pending switch. One that has not begun dies
    /// of it without running, and one that is dead passes it on to its nearest living ancestor.
    /// </summary>
    /// <param name="error">What to throw; a <see cref="GreenletExitException"/> if null.</param>
    /// <returns>What is passed with the switch back.</returns>
    /// <inheritdoc cref="Switch" path="/exception"/>
    public object? Throw(Exception? error = null)
    {
        using MainTurn turn = MainTurn.Begin("Greenlet.Throw");
        return turn.Wait(ThrowAsync(error));
    }

    /// <inheritdoc cref="Throw"/>
    public Coroutine<object?> ThrowAsync(Exception? error = null)
    {
        error ??= new GreenletExitException();
        Greenlet current = Control();
        RequireHost(current._host!);
        if (this == current) throw error;
        if (_phase == Phase.Pending) _phase = Phase.Dead;

        bool passesAsValue = IsDead && error is GreenletExitException;
        Greenlet target = Heir(isError: !passesAsValue);
        if (target == current) return passesAsValue ? new Coroutine<object?>(error) : throw error;

        Coroutine<object?> pending = current.Suspend();
        if (passesAsValue) target.Receive(error);
        else target.Receive(error, isError: true);
        return pending;
    }

    /// <summary>The greenlet in control, in code that can be suspended.</summary>
    private static Greenlet Control()
    {
        FiberCore host = Carrier.Current.Fiber
            ?? throw new InvalidOperationException("Only a fiber, or plain code, can switch greenlets: this is async code outside any fiber.");
        host.ThrowIfKilled();
        return host.Extras.Greenlet ??= new Greenlet(host);
    }

    private void RequireHost(FiberCore host)
    {
        if (Home != host)
        {
            throw new InvalidOperationException("This greenlet belongs to another fiber. Switch only between the greenlets of one fiber.");
        }
    }

    /// <summary>This greenlet, or its nearest ancestor that is not dead. The root never dies.</summary>
    private Greenlet Living()
    {
        Greenlet greenlet = this;
        while (greenlet.IsDead) greenlet = greenlet._parent!;
        return greenlet;
    }

    /// <summary>Who goes on with an outcome that comes to this greenlet. An error kills those on its way that have not begun.</summary>
    private Greenlet Heir(bool isError)
    {
        Greenlet heir = Living();
        while (isError && heir._phase == Phase.Pending)
        {
            heir._phase = Phase.Dead;
            heir = heir.Living();
        }

        return heir;
    }

    private Coroutine<object?> Suspend()
    {
        _suspended = SwitchWait.Begin(_host!);
        return new Coroutine<object?>(_suspended);
    }

    /// <summary>Takes control, from a greenlet that is suspended or dead.</summary>
    private void Receive(object? value, bool isError = false)
    {
        FiberCore host = _host ??= Current._host!;
        host.Extras.Greenlet = this;
        if (_phase == Phase.Pending)
        {
            _phase = Phase.Started;
            host.Scheduler.ReadyFirst(new Body(this, value));
            return;
        }

        SwitchWait wait = _suspended!;
        _suspended = null;
        wait.Return(value, isError);
    }

    /// <summary>The body has ended: control goes to the parent.</summary>
    private void Die(object? outcome, bool isError)
    {
        _phase = Phase.Dead;
        if (isError && outcome is GreenletExitException) isError = false;

        Greenlet heir = _parent!.Heir(isError);
        heir._host ??= _host;
        heir.Receive(outcome, isError);
    }

    /// <summary>The root of a greenlet's own chain of frames: begins the body, and takes its end.</summary>
    private sealed class Body : Frame
    {
        private readonly Greenlet _greenlet;
        private object? _argument;
        private Coroutine<object?> _root;
        private bool _hasBegun;

        internal Body(Greenlet greenlet, object? argument)
        {
            _greenlet = greenlet;
            _argument = argument;
            Fiber = greenlet._host;
        }

        internal override void Resume()
        {
            try
            {
                if (!_hasBegun)
                {
                    _hasBegun = true;
                    _root = _greenlet._entry!(_argument);
                    _argument = null;
                    if (!_root.IsCompleted)
                    {
                        _root.Frame!.ContinueWith(this);
                        return;
                    }
                }

                _greenlet.Die(_root.GetAwaiter().GetResult(), isError: false);
            }
            catch (Exception error)
            {
                _greenlet.Die(error, isError: true);
            }
        }

        private protected override void Recycle() { }
    }
}
