namespace CoGen;

public sealed partial class Greenlet
{
    /// <summary>
    /// Gives control, and <paramref name="value"/>, to this greenlet: it begins with the value, or its own pending switch
    /// returns it. Returns when somebody switches back.
    /// </summary>
    /// <param name="value">What to pass; a tuple for several values, as in <c>Switch((1, "a")) is (int n, string s)</c>.</param>
    /// <returns>What is passed with the switch back; if a child ended meanwhile, its result.</returns>
    /// <remarks>
    /// A switch to a dead greenlet goes to its nearest living ancestor; a switch to oneself returns at once. What is passed
    /// costs nothing but its box, if it is a struct.
    /// </remarks>
    /// <exception cref="InvalidOperationException">
    /// This greenlet belongs to another fiber, or its fiber has ended; or it has not awaited its own switch; or a
    /// <see cref="Trace"/> callback switches.
    /// </exception>
    /// <exception cref="BlockingCallException">Called in a fiber, by code that was not rewritten.</exception>
    /// <exception cref="Exception">What was thrown into the greenlet in control, or the error that a child ended with.</exception>
    public object? Switch(object? value = null)
    {
        using MainTurn turn = MainTurn.Begin("Greenlet.Switch");
        return turn.Wait(SwitchAsync(value));
    }

    /// <inheritdoc cref="Switch"/>
    public Coroutine<object?> SwitchAsync(object? value = null)
    {
        Carrier carrier = Carrier.Current;
        GreenletTree tree = GreenletTree.InControl(carrier);
        RequireTree(tree);
        Greenlet target = Living();
        return target == tree.Current ? new Coroutine<object?>(value) : tree.Switch(carrier, target, value, isError: false);
    }

    /// <summary>
    /// Gives control to this greenlet by throwing <paramref name="error"/> at its pending switch. One that has not begun dies
    /// of it without running, and one that is dead passes it on to its nearest living ancestor.
    /// </summary>
    /// <param name="error">What to throw; a <see cref="GreenletExitException"/> if null.</param>
    /// <returns>What is passed with the switch back.</returns>
    /// <remarks>A <see cref="GreenletExitException"/> that a dead greenlet passes on is not thrown but returned by the ancestor's switch.</remarks>
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
        Carrier carrier = Carrier.Current;
        GreenletTree tree = GreenletTree.InControl(carrier);
        RequireTree(tree);
        bool isError = !(_phase == Phase.Dead && error is GreenletExitException);
        Greenlet target = Living();
        if (target != tree.Current) return tree.Switch(carrier, target, error, isError);
        return isError ? throw error : new Coroutine<object?>(error);
    }

    /// <summary>This greenlet, or its nearest ancestor that is not dead. The root never dies before its fiber.</summary>
    internal Greenlet Living()
    {
        Greenlet greenlet = this;
        while (greenlet._phase == Phase.Dead) greenlet = greenlet._parent!;
        return greenlet;
    }

    /// <summary>Takes control, from a greenlet that is suspended or dead.</summary>
    internal void Receive(GreenletTree tree, object? outcome, bool isError)
    {
        if (_phase == Phase.Pending)
        {
            Begin(tree, outcome, isError);
            return;
        }

        SwitchWait wait = Suspended!;
        Suspended = null;
        wait.Return(outcome, isError);
    }

    /// <summary>Begins the body in its turn; only to die, if <paramref name="outcome"/> is an error.</summary>
    private void Begin(GreenletTree tree, object? outcome, bool isError)
    {
        Settle(tree);
        Body = new GreenletBody(tree, _entry!, outcome, isError);
        _entry = null;
        _phase = Phase.Started;
        _sentinel = new GreenletSentinel(this);
        tree.Fiber.Scheduler.ReadyFirst(Body);
    }

    /// <summary>The body has ended.</summary>
    /// <returns>Who goes on.</returns>
    internal Greenlet Die()
    {
        _phase = Phase.Dead;
        _entry = null;
        Body = null;
        _sentinel?.Dismiss();
        return (_disposer ?? _parent!).Living();
    }

    /// <summary>Refuses a greenlet that does not stand in the tree of the code that runs here.</summary>
    internal void RequireHere() => RequireTree(GreenletTree.Here(Carrier.Current));

    private void RequireTree(GreenletTree here)
    {
        if (_tree == here || Tree == here) return;

        throw new InvalidOperationException(
            Tree.IsOver
                ? $"{this} belongs to {Tree.Owner}, which has ended: it can never run again."
                : $"{this} belongs to another fiber: it is of {Tree.Owner}, and this is {here.Owner}. Switch only between the greenlets of one fiber; from fiber to fiber, pass values.");
    }
}
