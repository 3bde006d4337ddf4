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

    /// <summary>Waits until all <paramref name="fibers"/> have ended, and collects their results.</summary>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    /// <param name="fibers">The fibers.</param>
    /// <returns>The results, in the order of the fibers.</returns>
    /// <exception cref="Exception">The error of the first of the fibers that ended with one.</exception>
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

    private static async Coroutine JoinEachAsync(Fiber[] fibers)
    {
        foreach (Fiber fiber in fibers)
        {
            if (!fiber.IsFinished) await fiber.JoinAsync();
        }
    }

    private static async Coroutine<TResult[]> CollectAsync<TResult>(Fiber<TResult>[] fibers)
    {
        foreach (Fiber<TResult> fiber in fibers) await fiber.JoinAsync();

        TResult[] results = new TResult[fibers.Length];
        for (int i = 0; i < fibers.Length; i++) results[i] = fibers[i].Result;
        return results;
    }
}
