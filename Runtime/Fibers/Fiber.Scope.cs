using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public readonly partial struct Fiber
{
    /// <summary>
    /// Calls <paramref name="body"/> while this fiber runs, and does not return before the fiber has ended: a normal end of the
    /// body joins it; an error kills it with that error, which then goes on to the caller. gevent's <c>with greenlet</c>.
    /// </summary>
    /// <param name="body">What to call, in the caller's own fiber. A method tagged <see cref="CoroutineAttribute">[Coroutine]</see> runs as its twin.</param>
    /// <remarks>The error of the fiber itself is not thrown: see <see cref="Exception"/>. When the join is interrupted, the fiber is killed.</remarks>
    /// <inheritdoc cref="Join()" path="/exception"/>
    public void Scoped([CoroutineEntry] Action body) => Scoped(Twin.Of(body));

    /// <inheritdoc cref="Scoped(Action)"/>
    [OverloadResolutionPriority(1)]
    public void Scoped(Func<Coroutine> body)
    {
        using MainTurn turn = MainTurn.Begin("Fiber.Scoped");
        turn.Wait(ScopedAsync(body));
    }

    /// <inheritdoc cref="Scoped(Action)"/>
    public Coroutine ScopedAsync([CoroutineEntry] Action body) => ScopedAsync(Twin.Of(body));

    /// <inheritdoc cref="Scoped(Action)"/>
    [OverloadResolutionPriority(1)]
    public Coroutine ScopedAsync(Func<Coroutine> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return RunScopedAsync(this, body);
    }

    /// <summary>
    /// Bounds the fiber by a block: <c>using (FiberScope scope = fiber.AsScope()) { …; scope.Join(); }</c>. If the block is left
    /// before the join has returned, the fiber is cancelled.
    /// </summary>
    /// <returns>The scope.</returns>
    /// <remarks>Unlike <see cref="Scoped(Action)"/> it can neither wait for the end of a cancelled fiber nor pass on the error, which a <see langword="using"/> block does not know.</remarks>
    public FiberScope AsScope() => new(this);

    private static async Coroutine RunScopedAsync(Fiber child, Func<Coroutine> body)
    {
        bool isJoining = false;
        try
        {
            await body();
            isJoining = true;
            await child.JoinAsync();
        }
        catch (Exception error)
        {
            // The error goes to the caller, and need not be reported as the child's as well.
            if (child.LiveCore is { IsFinished: false } core) core.Extras.IsObserved = true;
            if (isJoining) await child.KillAsync();
            else await child.KillAsync(error);
            throw;
        }
    }
}
