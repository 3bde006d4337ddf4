using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace CoGen;

/// <summary>
/// The twin of the <c>lock</c> statement: an object's monitor, or a <see cref="Lock"/>, that a fiber holds across waits. In a coroutine
/// <c>lock (x) { … }</c> becomes <c>using (await CoMonitor.EnterAsync(x)) { … }</c>.
/// </summary>
/// <remarks>
/// <para>
/// A monitor belongs to a thread, which all fibers of a loop share. So a fiber that enters is first told apart from all other fibers, of any scheduler:
/// one holds the object at a time, may enter again while it does, and is followed by the one that came first. Then it takes the monitor itself, to
/// keep out the plain code of other threads.
/// </para>
/// <para>
/// A fiber of a <see cref="PoolScheduler"/> has a thread of its own from before it enters until it has left, where its turns are run; with
/// <see cref="EnterBrieflyAsync(object)"/>, for code that does not wait while it holds the object, it stays on the pool's.
/// </para>
/// <para>
/// What that cannot do: plain code that was not rewritten enters a monitor again which a fiber of its own thread holds. And asynchronous code outside
/// all fibers goes on on another thread after each wait, so that it cannot hold the monitor across one: it waits until no thread holds it, and from then
/// on keeps out those alone who enter through this type.
/// </para>
/// <para>
/// Where a thread holds the monitor for long, a thread of its own stands in line for the fiber, which is told when the monitor is free.
/// </para>
/// <para>
/// Asynchronous code outside all fibers has no identity: it is locked out like everybody if it enters again, as with <see cref="CoLock"/>.
/// Use the members in a coroutine, and dispose of the result in the same one.
/// </para>
/// </remarks>
public static class CoMonitor
{
    /// <summary>Enters the monitor of <paramref name="obj"/> until the result is disposed of; waits as long as another holds it.</summary>
    /// <param name="obj">The object.</param>
    /// <returns>What leaves the monitor when it is disposed of, once.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="obj"/> is null.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public static Coroutine<Hold> EnterAsync(object obj)
    {
        if (obj is null) ThrowNull();
        return EnterAsync(ThreadLock.Of(obj));
    }

    /// <summary>Enters <paramref name="obj"/> until the result is disposed of; waits as long as another holds it.</summary>
    /// <param name="obj">The lock.</param>
    /// <returns>What leaves the lock when it is disposed of, once.</returns>
    /// <exception cref="NullReferenceException"><paramref name="obj"/> is null, as from the <c>lock</c> statement.</exception>
    /// <inheritdoc cref="EnterAsync(object)" path="/exception[@cref='T:CoGen.FiberKilledException']"/>
    public static Coroutine<Hold> EnterAsync(Lock obj)
    {
        _ = obj.IsHeldByCurrentThread;
        return EnterAsync(ThreadLock.Of(obj));
    }

    /// <summary>
    /// Like <see cref="EnterAsync(object)"/>, for code that does not wait before it disposes of the result: it holds the monitor on every scheduler, and costs
    /// little more than <c>lock</c> where no fiber holds any object across a wait.
    /// </summary>
    /// <inheritdoc cref="EnterAsync(object)"/>
    public static Coroutine<Hold> EnterBrieflyAsync(object obj)
    {
        if (obj is null) ThrowNull();
        return EnterBrieflyAsync(ThreadLock.Of(obj));
    }

    /// <inheritdoc cref="EnterBrieflyAsync(object)" path="/summary"/>
    /// <inheritdoc cref="EnterAsync(Lock)"/>
    public static Coroutine<Hold> EnterBrieflyAsync(Lock obj)
    {
        _ = obj.IsHeldByCurrentThread;
        return EnterBrieflyAsync(ThreadLock.Of(obj));
    }

    // Word by word what the lock statement throws.
    [DoesNotReturn]
    private static void ThrowNull()
    {
        bool isTaken = false;
        Monitor.Enter(null!, ref isTaken);
        throw new UnreachableException();
    }

    internal static Coroutine<Hold> EnterAsync(ThreadLock target) => EnterAsync(target, isBrief: false);

    // Who enters briefly is seen by the others through the monitor, and sees them through their claim. Each shows itself before it looks.
    private static Coroutine<Hold> EnterBrieflyAsync(ThreadLock target)
    {
        if (target.TryEnter())
        {
            if (!HeldLocks.IsHeldByAnother(target.Target)) return new Coroutine<Hold>(new Hold(target, held: null));
            target.Exit();
        }

        return EnterAsync(target, isBrief: true);
    }

    private static async Coroutine<Hold> EnterAsync(ThreadLock target, bool isBrief) =>
        new(target, await LockEntry.TryEnterAsync(target, Timeout.InfiniteTimeSpan, isBrief));

    /// <summary>An object's being held, until it is disposed of.</summary>
    public readonly struct Hold : IDisposable
    {
        private readonly ThreadLock _target;
        private readonly HeldLock? _held;

        internal Hold(ThreadLock target, HeldLock? held)
        {
            _target = target;
            _held = held;
        }

        /// <summary>Leaves the object's monitor, or the lock.</summary>
        /// <exception cref="SynchronizationLockException">It is not held by the fiber, or not by the thread, that runs this code.</exception>
        public void Dispose()
        {
            if (_held is null) _target.Exit();
            else LockEntry.Exit(_held);
        }
    }
}
