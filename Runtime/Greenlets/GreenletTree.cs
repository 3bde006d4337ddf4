namespace CoGen;

// A switch takes two steps. Transfer, on the side that gives control away, moves Current and puts the target's frame at the
// head of the ready queue; that side then parks. Arrive, in the target's first turn, swaps the ambient state, lets the trace
// callback see it, and only then does the target's own code go on.
//
// No frame, and nothing that a pool may keep, refers to a suspended greenlet: a Greenlet is held by its users and its
// children alone, so that the garbage collector can tell when it was dropped.

/// <summary>The greenlets of one fiber, or of the plain code of one thread. Touched by the fiber alone, unless said otherwise.</summary>
internal sealed class GreenletTree
{
    /// <summary>The thread whose plain code the root is; null if it is a fiber's.</summary>
    private readonly Thread? _thread;

    private SwitchWait? _freeWaits;

    /// <summary>Whether control was given to <see cref="Current"/>, and it has not had its turn yet.</summary>
    private bool _isSwitching;

    /// <summary>What the target of the present switch will run under; null if it is what its origin runs under.</summary>
    private ExecutionContext? _contextToRestore;

    /// <summary>Who gave control away. Known only while there is a trace, for otherwise it would be kept alive.</summary>
    private Greenlet? _origin;
    private bool _isThrow;
    private bool _isTracing;

    private GreenletTree(FiberCore fiber, Thread? thread)
    {
        Fiber = fiber;
        _thread = thread;
        Current = new Greenlet(this);
    }

    internal FiberCore Fiber { get; }

    /// <summary>The greenlet in control.</summary>
    internal Greenlet Current { get; private set; }

    internal Action<GreenletTraceEvent>? Trace { get; set; }

    /// <summary>Whether none of this tree can ever run again. May be read from any thread.</summary>
    internal bool IsOver => Fiber.IsFinished || _thread is { IsAlive: false };

    /// <summary>Whose tree it is, for messages.</summary>
    internal string Owner => _thread is null ? $"fiber '{Fiber.Name}'" : $"the plain code of thread {_thread.ManagedThreadId}";

    /// <summary>The tree of the code that runs here.</summary>
    internal static GreenletTree Here(Carrier carrier)
    {
        FiberCore host = carrier.Fiber ?? carrier.OwnLoop.Main;
        return host.Extras.Greenlets ??= new GreenletTree(host, host == carrier.Loop?.Main ? Thread.CurrentThread : null);
    }

    /// <summary>The tree of the code that runs here, which is about to give control away.</summary>
    internal static GreenletTree InControl(Carrier carrier, bool takesKill = true)
    {
        FiberCore host = carrier.Fiber
            ?? throw new InvalidOperationException("Only a fiber, or plain code, can switch greenlets: this is async code outside any fiber.");
        if (takesKill) host.ThrowIfKilled();
        return host.Extras.Greenlets ?? Here(carrier);
    }

    private void RequireIdle()
    {
        if (_isSwitching) throw new InvalidOperationException("Control was given away already: await a switch before the next one.");
        if (_isTracing) throw new InvalidOperationException("A trace callback cannot switch.");
    }

    /// <summary>Parks the greenlet in control, and gives control to <paramref name="target"/>, which is another one and not dead.</summary>
    internal Coroutine<object?> Switch(Carrier carrier, Greenlet target, object? outcome, bool isError)
    {
        RequireIdle();
        if (target.Suspended is { IsAwaited: false }) throw new InvalidOperationException($"{target} has not awaited its own switch.");

        Greenlet origin = Current;
        SwitchWait wait = RentWait();
        origin.Suspended = wait;
        Coroutine<object?> pending = new(wait);
        Transfer(carrier, origin, target, outcome, isError);
        return pending;
    }

    /// <summary>The body of the greenlet in control has ended: the next one goes on.</summary>
    internal void End(GreenletBody body, object? outcome, bool isError)
    {
        Greenlet ended = Current;
        if (ended.Body != body)
        {
            Fiber.Scheduler.Report(Fiber.Handle, new InvalidOperationException("A greenlet has ended after it gave control away: it did not await its switch."));
            return;
        }

        if (isError && outcome is GreenletExitException) isError = false;
        Transfer(Carrier.Current, ended, ended.Die(), outcome, isError);
    }

    /// <summary>The target of a switch has its turn.</summary>
    /// <returns>What the trace callback has thrown.</returns>
    internal Exception? Arrive()
    {
        _isSwitching = false;
        if (_contextToRestore is { } context)
        {
            _contextToRestore = null;
            ExecutionContext.Restore(context);
        }

        return _origin is null ? null : CallTrace();
    }

    internal void GiveBack(SwitchWait wait)
    {
        wait.NextFree = _freeWaits;
        _freeWaits = wait;
    }

    private void Transfer(Carrier carrier, Greenlet origin, Greenlet target, object? outcome, bool isError)
    {
        if (carrier.Context.Capture() is { } now)
        {
            origin.KeptContext = now;
            ExecutionContext next = target.KeptContext ?? EmptyContext.Value;
            if (next != now) _contextToRestore = next;
        }

        FiberExtras extras = Fiber.Extras;
        origin.KeptScopes = extras.Scopes;
        extras.Scopes = target.KeptScopes;

        if (Trace is not null)
        {
            _origin = origin;
            _isThrow = isError;
        }

        Current = target;
        _isSwitching = true;
        target.Receive(this, outcome, isError);
    }

    private SwitchWait RentWait()
    {
        SwitchWait wait = _freeWaits ?? new SwitchWait(this);
        _freeWaits = wait.NextFree;
        wait.NextFree = null;
        wait.Begin();
        return wait;
    }

    private Exception? CallTrace()
    {
        GreenletTraceEvent e = new(_isThrow ? GreenletTraceKind.Throw : GreenletTraceKind.Switch, _origin!, Current);
        _origin = null;
        if (Trace is not { } trace) return null;

        _isTracing = true;
        try
        {
            trace(e);
            return null;
        }
        catch (Exception error)
        {
            Trace = null;
            return error;
        }
        finally
        {
            _isTracing = false;
        }
    }
}
