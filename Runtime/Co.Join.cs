using System.Runtime.ExceptionServices;

namespace CoGen;

public static partial class Co
{
    /// <summary>Waits until all <paramref name="fibers"/> have ended. Their errors are not thrown: see <see cref="Fiber.Exception"/>.</summary>
    /// <param name="fibers">The fibers; the same may stand there twice.</param>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public static void JoinAll(params Fiber[] fibers)
    {
        using MainTurn turn = MainTurn.Begin("Co.JoinAll");
        turn.Wait(JoinAllAsync(fibers));
    }

    /// <inheritdoc cref="JoinAll(Fiber[])"/>
    public static void JoinAll(IEnumerable<Fiber> fibers)
    {
        using MainTurn turn = MainTurn.Begin("Co.JoinAll");
        turn.Wait(JoinAllAsync(fibers));
    }

    /// <summary>Waits until all <paramref name="fibers"/> have ended, but no longer than <paramref name="timeout"/>.</summary>
    /// <param name="timeout">How long to wait at most, for all of them together.</param>
    /// <returns>Whether all have ended.</returns>
    /// <inheritdoc cref="JoinAll(Fiber[])"/>
    public static bool JoinAll(IEnumerable<Fiber> fibers, TimeSpan timeout)
    {
        using MainTurn turn = MainTurn.Begin("Co.JoinAll");
        return turn.Wait(JoinAllAsync(fibers, timeout));
    }

    /// <summary>
    /// Waits until <paramref name="count"/> of <paramref name="fibers"/> have ended, but no longer than <paramref name="timeout"/>:
    /// gevent's <c>joinall</c> with all its options.
    /// </summary>
    /// <param name="fibers">The fibers; the same may stand there twice, and then counts twice.</param>
    /// <param name="count">How many to wait for; at most as many as there are.</param>
    /// <param name="timeout">How long to wait at most, for all of them together.</param>
    /// <param name="throwOnError">Whether to throw, at once, the error of the first that ends with one; the others go on. A kill is none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Those that have ended in time, in the order in which they did.</returns>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public static IReadOnlyList<Fiber> JoinSome(
        IEnumerable<Fiber> fibers, int count, TimeSpan timeout, bool throwOnError = false, CancellationToken cancellationToken = default)
    {
        using MainTurn turn = MainTurn.Begin("Co.JoinSome");
        return turn.Wait(JoinSomeAsync(fibers, count, timeout, throwOnError, cancellationToken));
    }

    /// <summary>Waits until all <paramref name="fibers"/> have ended, and collects their results.</summary>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    /// <param name="fibers">The fibers.</param>
    /// <returns>The results, in the order of the fibers.</returns>
    /// <exception cref="Exception">The error of the first of the fibers that ended with one, at once; the others go on.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public static TResult[] JoinAll<TResult>(IEnumerable<Fiber<TResult>> fibers)
    {
        using MainTurn turn = MainTurn.Begin("Co.JoinAll");
        return turn.Wait(JoinAllAsync(fibers));
    }

    /// <inheritdoc cref="JoinAll(Fiber[])"/>
    public static Coroutine JoinAllAsync(params Fiber[] fibers)
    {
        ArgumentNullException.ThrowIfNull(fibers);
        return JoinEachAsync(fibers);
    }

    /// <inheritdoc cref="JoinAll(Fiber[])"/>
    public static Coroutine JoinAllAsync(IEnumerable<Fiber> fibers)
    {
        ArgumentNullException.ThrowIfNull(fibers);
        return JoinEachAsync([.. fibers]);
    }

    /// <inheritdoc cref="JoinAll{TResult}(IEnumerable{Fiber{TResult}})"/>
    public static Coroutine<TResult[]> JoinAllAsync<TResult>(IEnumerable<Fiber<TResult>> fibers)
    {
        ArgumentNullException.ThrowIfNull(fibers);
        return CollectAsync<TResult>([.. fibers]);
    }

    /// <inheritdoc cref="JoinAll(IEnumerable{Fiber}, TimeSpan)"/>
    public static async Coroutine<bool> JoinAllAsync(IEnumerable<Fiber> fibers, TimeSpan timeout)
    {
        ArgumentNullException.ThrowIfNull(fibers);
        Fiber[] all = [.. fibers];
        return (await JoinSomeAsync(all, all.Length, timeout)).Count == all.Length;
    }

    /// <inheritdoc cref="JoinSome"/>
    public static async Coroutine<IReadOnlyList<Fiber>> JoinSomeAsync(
        IEnumerable<Fiber> fibers, int count, TimeSpan timeout, bool throwOnError = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fibers);
        timeout = Time.Require(timeout);
        Fiber[] all = [.. fibers];
        Waitable[] ends = Array.ConvertAll(all, static fiber => fiber.AsWaitable());
        return await CollectReadyAsync(all, ends, count, timeout, cancellationToken, throwOnError ? ThrowError : static _ => { });
    }

    private static void ThrowError(Fiber fiber)
    {
        if (fiber.Exception is { } error) ExceptionDispatchInfo.Throw(error);
    }

    private static async Coroutine JoinEachAsync(Fiber[] fibers)
    {
        foreach (Fiber fiber in fibers)
        {
            if (!fiber.IsFinished) await fiber.JoinAsync();
        }
    }

    private static async Coroutine<TResult[]> CollectAsync<TResult>(Fiber<TResult>[] fibers)
    {
        await JoinSomeAsync(Array.ConvertAll(fibers, static fiber => fiber.AsFiber()), fibers.Length, Timeout.InfiniteTimeSpan, throwOnError: true);

        TResult[] results = new TResult[fibers.Length];
        for (int i = 0; i < fibers.Length; i++) results[i] = fibers[i].Result;
        return results;
    }
}
