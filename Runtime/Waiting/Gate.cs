using System.Runtime.CompilerServices;

namespace CoGen;

/// <summary>
/// Guards the few fields of a primitive for the few instructions that change them; nothing foreign is ever called inside.
/// A spin lock: a third of the price of a <see cref="Lock"/>, which must know its owner.
/// </summary>
internal struct Gate
{
    private int _isHeld;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Enter()
    {
        if (Interlocked.Exchange(ref _isHeld, 1) != 0) EnterLater();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Exit() => Volatile.Write(ref _isHeld, 0);

    /// <summary>Enters on a thread that is being interrupted.</summary>
    internal void EnterDespiteInterrupt()
    {
        while (true)
        {
            try
            {
                Enter();
                return;
            }
            catch (ThreadInterruptedException)
            {
                // It came while others were inside, and was for a wait that is over.
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EnterLater()
    {
        SpinWait spin = default;
        do
        {
            spin.SpinOnce();
        }
        while (Volatile.Read(ref _isHeld) != 0 || Interlocked.Exchange(ref _isHeld, 1) != 0);
    }
}
