namespace CoGen;

public readonly partial struct Fiber
{
    /// <summary>Gets what is ready when this fiber has ended, in whatever way: to wait for it among other things.</summary>
    /// <returns>The end of the fiber. It may be used from any thread.</returns>
    public Waitable AsWaitable() => LiveCore is { IsFinished: false } core ? core.EndOf(_id) : FiberEnd.Past;
}
