using CoGen.CompilerServices;

namespace CoGen;

/// <summary>Which turn a thread is in, for other threads to see. Written by the thread itself, and only while somebody watches.</summary>
internal struct TurnNote
{
    private int _number;
    private FiberCore? _fiber;
    private Frame? _frame;
    private Type? _machine;
    private int _state;

    /// <summary>Odd while a turn is on; another one for each turn.</summary>
    internal readonly int Number => Volatile.Read(in _number);

    internal void Begin(FiberCore fiber, Frame frame)
    {
        _fiber = fiber;

        // What goes on is the innermost call of the user's: its state tells where it has waited, until it runs.
        Frame? call = frame;
        int state = -1;
        while (call is not null and not FiberCore && (state = call.StateNumber) < 0) call = call.Continuation;
        _frame = call;
        _machine = call?.StateMachineType;
        _state = state;
        Volatile.Write(ref _number, (_number + 1) | 1);
    }

    internal void End()
    {
        _frame = null;
        Volatile.Write(ref _number, (_number | 1) + 1);
    }

    /// <summary>Reads what was noted of turn <paramref name="number"/>. Called on any thread.</summary>
    /// <returns>False if that is over.</returns>
    internal readonly bool TryRead(int number, out FiberCore fiber, out Frame? frame, out Type? machine, out int state)
    {
        fiber = _fiber!;
        frame = _frame;
        machine = _machine;
        state = _state;
        Interlocked.MemoryBarrier();
        return (number & 1) != 0 && Number == number;
    }
}
