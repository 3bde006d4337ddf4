namespace CoGen;

/// <summary>
/// Held by one greenlet alone, and found by the garbage collector together with it. It is an object of its own so that
/// greenlets that never begin, or end, cost no finalization.
/// </summary>
internal sealed class GreenletSentinel(Greenlet greenlet)
{
    ~GreenletSentinel() => greenlet.ReportIfOrphaned();

    internal void Dismiss() => GC.SuppressFinalize(this);
}
