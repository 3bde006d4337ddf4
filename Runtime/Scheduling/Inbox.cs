using CoGen.CompilerServices;

namespace CoGen;

/// <summary>
/// Where other threads leave frames for a loop. Lock-free: many threads push, the loop's thread takes everything at once.
/// </summary>
internal sealed class Inbox
{
    /// <summary>The newest, linked through <see cref="Frame.Next"/> to the older ones.</summary>
    private Frame? _top;

    internal bool IsEmpty => Volatile.Read(ref _top) is null;

    internal void Push(Frame frame)
    {
        Frame? top = Volatile.Read(ref _top);
        while (true)
        {
            frame.Next = top;
            Frame? seen = Interlocked.CompareExchange(ref _top, frame, top);
            if (seen == top) return;
            top = seen;
        }
    }

    /// <summary>Moves all frames to <paramref name="ready"/>, oldest first.</summary>
    /// <returns>How many of them were expected.</returns>
    internal int DrainTo(ref ReadyQueue ready)
    {
        if (IsEmpty) return 0;

        Frame? newestFirst = Interlocked.Exchange(ref _top, null);
        Frame? oldestFirst = null;
        while (newestFirst is not null)
        {
            Frame frame = newestFirst;
            newestFirst = frame.Next;
            frame.Next = oldestFirst;
            oldestFirst = frame;
        }

        int expected = 0;
        while (oldestFirst is not null)
        {
            Frame frame = oldestFirst;
            oldestFirst = frame.Next;
            frame.Next = null;
            if (frame.IsExpected)
            {
                frame.IsExpected = false;
                expected++;
            }

            ready.Enqueue(frame);
        }

        return expected;
    }
}
