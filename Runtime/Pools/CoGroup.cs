namespace CoGen;

/// <summary>A set of any number of running fibers, which never makes a spawner wait; the counterpart of gevent's <c>Group</c>.</summary>
/// <inheritdoc cref="FiberGroup" path="/remarks"/>
public sealed class CoGroup : FiberGroup
{
    /// <summary>Creates an empty group.</summary>
    public CoGroup()
    {
    }
}
