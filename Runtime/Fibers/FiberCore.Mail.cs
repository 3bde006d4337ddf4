using CoGen.CompilerServices;

namespace CoGen;

// A fiber on a pool is run by one thread at a time. What it is to run is pushed to its mail, by any thread; who finds the mail
// closed, because the fiber has nothing to do, opens it and queues the fiber. Its turn then takes the whole mail, runs it,
// and closes the mail if nothing came meanwhile.

internal abstract partial class FiberCore : IThreadPoolWorkItem
{
    /// <summary>Stands at the bottom of a mail that was taken by the present turn.</summary>
    private static readonly Frame s_taken = new FaultedFrame<Unit>(new InvalidOperationException("Never thrown."));

    /// <summary>The frame that came last, linked through <see cref="Frame.Next"/> to the earlier ones. Null while closed.</summary>
    private Frame? _mail;

    /// <summary>Adds to the mail. Called on any thread.</summary>
    /// <returns>Whether it was closed: the fiber must be queued.</returns>
    internal bool Push(Frame frame)
    {
        Frame? top = Volatile.Read(ref _mail);
        while (true)
        {
            frame.Next = top;
            Frame? seen = Interlocked.CompareExchange(ref _mail, frame, top);
            if (seen == top) return top is null;
            top = seen;
        }
    }

    /// <summary>Takes the mail, linked oldest first; before all others what is to be done to the fiber from outside.</summary>
    internal Frame? TakeMail()
    {
        Frame? top = Interlocked.Exchange(ref _mail, s_taken);
        Frame? calls = null;
        Frame? lastCall = null;
        Frame? others = null;
        while (top is not null && top != s_taken)
        {
            Frame? older = top.Next;
            if (top is CallFrame)
            {
                lastCall ??= top;
                top.Next = calls;
                calls = top;
            }
            else
            {
                top.Next = others;
                others = top;
            }

            top = older;
        }

        if (lastCall is null) return others;
        lastCall.Next = others;
        return calls;
    }

    /// <summary>Opens the mail as a turn does, if it is closed.</summary>
    /// <returns>Whether it was: nobody else runs the fiber until <see cref="TryCloseMail"/>.</returns>
    internal bool TryOpenMail() => Interlocked.CompareExchange(ref _mail, s_taken, null) is null;

    /// <summary>Closes the mail.</summary>
    /// <returns>False if something came meanwhile: the fiber must be queued again.</returns>
    internal bool TryCloseMail() => Interlocked.CompareExchange(ref _mail, null, s_taken) == s_taken;

    void IThreadPoolWorkItem.Execute() => PoolScheduler.RunTurn(this);
}
