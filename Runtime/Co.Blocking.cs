namespace CoGen;

public static partial class Co
{
    /// <summary>
    /// Calls <paramref name="function"/> on this thread, blocking as it is written: in a coroutine the calls in it are left alone, and nothing warns of
    /// them. In a fiber of a loop the others go on meanwhile: when the call lasts longer than about a millisecond, another thread runs the loop, and hands
    /// it back between two turns when the call is over. So to other fibers this is a wait like any other, and to the code that calls it, too: like Python's
    /// <c>Py_BEGIN_ALLOW_THREADS</c>.
    /// </summary>
    /// <param name="function">What to call. It is plain code of this thread, which does not run in the fiber, but belongs to it.</param>
    /// <exception cref="Exception">What the function has thrown.</exception>
    /// <remarks>
    /// <para>
    /// Only one thread at a time runs fibers of a loop; the call itself runs beside them. What it shares with them must be safe for that. CoGen's members may be used in it as
    /// by any thread: those that wait do really block, and spawns go to the fiber's scheduler. <see cref="Current"/>, <see cref="Token"/> and the fiber's locals are
    /// the fiber's. A kill or a timeout cancels <see cref="Token"/>, but does not interrupt the call: it is thrown at the fiber's next wait.
    /// </para>
    /// <para>
    /// While a fiber of the loop holds a lock of threads across waits – <c>lock</c>, <see cref="Monitor"/>, <see cref="Lock"/>, <see cref="Mutex"/>, <see cref="ReaderWriterLockSlim"/> –
    /// the loop's thread cannot be replaced, and all fibers of the loop wait for the call; and while another thread runs the loop, fibers that want to enter such a
    /// lock wait for the call. A lock that plain code holds around the call is not seen: a fiber whose plain code waits for that lock, blocking, would wait
    /// for ever. Under <see cref="TestScheduler"/> the loop waits for the call, so that the order of turns stays what was chosen. Of a pool other threads go on anyway.
    /// </para>
    /// </remarks>
    public static void Blocking(Action function)
    {
        ArgumentNullException.ThrowIfNull(function);
        if (BlockingRegion.Enter() is not { } region)
        {
            function();
            return;
        }

        try
        {
            function();
        }
        finally
        {
            region.Leave();
        }
    }

    /// <inheritdoc cref="Blocking(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>What the function returns.</returns>
    public static TResult Blocking<TResult>(Func<TResult> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        if (BlockingRegion.Enter() is not { } region) return function();

        try
        {
            return function();
        }
        finally
        {
            region.Leave();
        }
    }
}
