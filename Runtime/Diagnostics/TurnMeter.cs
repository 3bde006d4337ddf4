using System.Diagnostics;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>Measures how long one fiber runs between two waits.</summary>
internal sealed class TurnMeter(FiberCore fiber) : FiberObserver
{
    private long _began;

    /// <summary>How many turns have ended.</summary>
    internal int Count { get; private set; }

    internal TimeSpan Longest { get; private set; }

    internal void Begin()
    {
        _began = Stopwatch.GetTimestamp();
        Count = 0;
        Longest = TimeSpan.Zero;
    }

    internal void End()
    {
        TimeSpan time = Stopwatch.GetElapsedTime(_began);
        if (time > Longest) Longest = time;
    }

    internal override void OnTurnBegins(FiberCore its, Frame frame)
    {
        if (its == fiber) _began = Stopwatch.GetTimestamp();
    }

    internal override void OnTurnEnds(FiberCore its, Frame? wait)
    {
        if (its != fiber) return;
        End();
        Count++;
    }
}
