using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public sealed partial class Nursery
{
    /// <summary>Opens a nursery for the time of <paramref name="body"/>, and returns when all fibers that were spawned in it have ended.</summary>
    /// <param name="body">What to run, in this same fiber. It is given the nursery.</param>
    /// <exception cref="AggregateException">Several fibers have failed. If it was one, its own error is thrown.</exception>
    /// <exception cref="InvalidOperationException">Called in async code outside any fiber.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public static void Run([CoroutineEntry] Action<Nursery> body) => Run(Twin.Of(body));

    /// <inheritdoc cref="Run(Action{Nursery})"/>
    [OverloadResolutionPriority(1)]
    public static void Run(Func<Nursery, Coroutine> body)
    {
        using MainTurn turn = MainTurn.Begin("Nursery.Run");
        turn.Wait(RunAsync(body));
    }

    /// <inheritdoc cref="Run(Action{Nursery})"/>
    public static Coroutine RunAsync([CoroutineEntry] Action<Nursery> body) => RunAsync(Twin.Of(body));

    /// <inheritdoc cref="Run(Action{Nursery})"/>
    [OverloadResolutionPriority(1)]
    public static Coroutine RunAsync(Func<Nursery, Coroutine> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Open().HoldAsync<Unit>(async nursery =>
        {
            await body(nursery);
            return default;
        }).WithoutResult();
    }

    /// <inheritdoc cref="Run(Action{Nursery})"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>What the body returned.</returns>
    /// <exception cref="FiberKilledException">The nursery was cancelled before the body had returned anything.</exception>
    public static TResult Run<TResult>([CoroutineEntry] Func<Nursery, TResult> body) => Run(Twin.Of(body));

    /// <inheritdoc cref="Run{TResult}(Func{Nursery, TResult})"/>
    [OverloadResolutionPriority(1)]
    public static TResult Run<TResult>(Func<Nursery, Coroutine<TResult>> body)
    {
        using MainTurn turn = MainTurn.Begin("Nursery.Run");
        return turn.Wait(RunAsync(body));
    }

    /// <inheritdoc cref="Run{TResult}(Func{Nursery, TResult})"/>
    public static Coroutine<TResult> RunAsync<TResult>([CoroutineEntry] Func<Nursery, TResult> body) => RunAsync(Twin.Of(body));

    /// <inheritdoc cref="Run{TResult}(Func{Nursery, TResult})"/>
    [OverloadResolutionPriority(1)]
    public static Coroutine<TResult> RunAsync<TResult>(Func<Nursery, Coroutine<TResult>> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Open().HoldAsync(body);
    }

    private static Nursery Open() => new(Carrier.Current.Fiber
        ?? throw new InvalidOperationException("Only a fiber, or plain code, can open a nursery: this is async code outside any fiber."));
}
