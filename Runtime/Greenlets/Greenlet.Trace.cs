namespace CoGen;

public sealed partial class Greenlet
{
    /// <summary>
    /// Called at each switch in the tree of the code that runs here: a fiber's, or that of the thread's plain code. Null for
    /// none. The counterpart of <c>settrace</c> and <c>gettrace</c>.
    /// </summary>
    /// <remarks>
    /// It is called after the switch, in the target: that is the <see cref="Current"/> one, and its ambient state the present
    /// one. It must not wait, and cannot switch. If it throws, it is removed, and the error is thrown into the target; one
    /// that was about to begin dies of it. A switch to oneself is none.
    /// </remarks>
    public static Action<GreenletTraceEvent>? Trace
    {
        get => GreenletTree.Here(Carrier.Current).Trace;
        set => GreenletTree.Here(Carrier.Current).Trace = value;
    }
}
