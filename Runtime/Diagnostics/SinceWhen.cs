using CoGen.CompilerServices;

namespace CoGen;

/// <summary>Notes since when fibers wait. Added while <see cref="FiberTracking"/> is on.</summary>
internal sealed class SinceWhen : FiberObserver
{
    internal override void OnTurnEnds(FiberCore fiber, Frame? wait) => fiber.Extras.SuspendedAt = fiber.Scheduler.Clock.GetTimestamp();
}
