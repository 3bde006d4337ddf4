using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public static partial class Co
{
    /// <summary>
    /// Runs <paramref name="entry"/> in a fiber, and this thread's other fibers with it, until it has ended. Fibers that it
    /// spawned and did not join stay suspended until this thread waits again.
    /// </summary>
    /// <param name="entry"><inheritdoc cref="Spawn(Action)" path="/param[@name='entry']"/></param>
    /// <exception cref="FiberKilledException">The fiber was killed.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public static void Run([CoroutineEntry] Action entry) => Run(Twin.Of(entry));

    /// <inheritdoc cref="Run(Action)"/>
    [OverloadResolutionPriority(1)]
    public static void Run(Func<Coroutine> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using MainTurn turn = MainTurn.Begin("Co.Run");
        turn.Wait(RunAsync(entry));
    }

    /// <inheritdoc cref="Run(Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>The result.</returns>
    public static TResult Run<TResult>([CoroutineEntry] Func<TResult> entry) => Run(Twin.Of(entry));

    /// <inheritdoc cref="Run{TResult}(Func{TResult})"/>
    [OverloadResolutionPriority(1)]
    public static TResult Run<TResult>(Func<Coroutine<TResult>> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using MainTurn turn = MainTurn.Begin("Co.Run");
        return turn.Wait(RunAsync(entry));
    }

    /// <inheritdoc cref="Run(Action)"/>
    public static Coroutine RunAsync([CoroutineEntry] Action entry) => RunAsync(Twin.Of(entry));

    /// <inheritdoc cref="Run(Action)"/>
    [OverloadResolutionPriority(1)]
    public static Coroutine RunAsync(Func<Coroutine> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Scheduler.Current.RunAsync(entry);
    }

    /// <inheritdoc cref="Run{TResult}(Func{TResult})"/>
    public static Coroutine<TResult> RunAsync<TResult>([CoroutineEntry] Func<TResult> entry) => RunAsync(Twin.Of(entry));

    /// <inheritdoc cref="Run{TResult}(Func{TResult})"/>
    [OverloadResolutionPriority(1)]
    public static Coroutine<TResult> RunAsync<TResult>(Func<Coroutine<TResult>> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Scheduler.Current.RunAsync(entry);
    }
}
