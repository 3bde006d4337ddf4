using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CoGen.CompilerServices;

// The compiler's state machines do not stop at an awaiter that has completed, and tell nobody: a loop over data that is always there would
// never let go of the thread. So what a coroutine awaits of foreign code is awaited through this.

/// <summary>
/// Awaits what foreign code has begun. It does not stop for what has completed already, but after <see cref="MaximumFreeWaits"/> such awaits in a row it lets
/// the others run first. Meant for generated code.
/// </summary>
/// <remarks>Outside fibers it awaits as the task itself does.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Fair
{
    /// <summary>How many awaits in a row a fiber does not stop at when their results are there already.</summary>
    /// <remarks>
    /// A turn of the others costs about as much as a tenth of a read that finds its data: for one in 64 that is not to be seen, and 64 reads take less time than
    /// the system's timers can tell.
    /// </remarks>
    public const int MaximumFreeWaits = 64;

    /// <summary>Awaits a task.</summary>
    /// <param name="task">The task.</param>
    /// <returns>What to await.</returns>
    /// <exception cref="NullReferenceException">The task is null.</exception>
    public static FairAwait Await(Task task)
    {
        _ = task.IsCompleted;
        return new FairAwait(new ValueTask(task));
    }

    /// <inheritdoc cref="Await(Task)"/>
    /// <typeparam name="T">The type of the result.</typeparam>
    public static FairAwait<T> Await<T>(Task<T> task)
    {
        _ = task.IsCompleted;
        return new FairAwait<T>(new ValueTask<T>(task));
    }

    /// <inheritdoc cref="Await(Task)"/>
    public static FairAwait Await(ValueTask task) => new(task);

    /// <inheritdoc cref="Await{T}(Task{T})"/>
    public static FairAwait<T> Await<T>(ValueTask<T> task) => new(task);

    /// <summary>Whether the running code may go on with a result that is there already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool MayGoOn()
    {
        if (Carrier.Current.Fiber is not { } fiber) return true;
        if (++fiber.FreeWaits < MaximumFreeWaits) return true;
        fiber.FreeWaits = 0;
        return false;
    }

    /// <summary>Lets the others have their turn, if it is a fiber that does not go on with what is there.</summary>
    /// <param name="isCompleted">Whether it is there.</param>
    /// <param name="continuation">Calls back.</param>
    /// <returns>False if there is something to wait for, or nobody to let go first.</returns>
    internal static bool TryYield(bool isCompleted, Action continuation)
    {
        if (continuation.Target is not Frame { Fiber: { } fiber }) return false;
        fiber.FreeWaits = 0;
        if (!isCompleted) return false;

        // To call back the frame of a fiber is to queue it.
        continuation();
        return true;
    }
}
