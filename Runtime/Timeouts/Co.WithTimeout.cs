using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public static partial class Co
{
    /// <summary>
    /// Calls <paramref name="entry"/>, and interrupts it when it is not done in time: gevent's <c>with_timeout</c>. See
    /// <see cref="TimeoutScope"/> for what that means.
    /// </summary>
    /// <param name="timeout">How long it may take; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <param name="entry">What to call, in this same fiber. A method tagged <see cref="CoroutineAttribute">[Coroutine]</see> runs as its twin.</param>
    /// <exception cref="ScopeTimeoutException">It was not done in time, and has ended for that reason.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is negative, or more than <see cref="int.MaxValue"/> milliseconds.</exception>
    /// <exception cref="InvalidOperationException">Called in async code outside any fiber.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public static void WithTimeout(TimeSpan timeout, [CoroutineEntry] Action entry) => WithTimeout(timeout, Twin.Of(entry));

    /// <inheritdoc cref="WithTimeout(TimeSpan, Action)"/>
    [OverloadResolutionPriority(1)]
    public static void WithTimeout(TimeSpan timeout, Func<Coroutine> entry)
    {
        using MainTurn turn = MainTurn.Begin("Co.WithTimeout");
        turn.Wait(WithTimeoutAsync(timeout, entry));
    }

    /// <inheritdoc cref="WithTimeout(TimeSpan, Action)"/>
    public static Coroutine WithTimeoutAsync(TimeSpan timeout, [CoroutineEntry] Action entry) => WithTimeoutAsync(timeout, Twin.Of(entry));

    /// <inheritdoc cref="WithTimeout(TimeSpan, Action)"/>
    [OverloadResolutionPriority(1)]
    public static Coroutine WithTimeoutAsync(TimeSpan timeout, Func<Coroutine> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Limited.RunAsync(timeout, new Entry(entry));
    }

    /// <inheritdoc cref="WithTimeout(TimeSpan, Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public static void WithTimeout<TArg>(TimeSpan timeout, [CoroutineEntry] Action<TArg> entry, TArg arg) => WithTimeout(timeout, Twin.Of(entry), arg);

    /// <inheritdoc cref="WithTimeout(TimeSpan, Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public static void WithTimeout<TArg>(TimeSpan timeout, Func<TArg, Coroutine> entry, TArg arg)
    {
        using MainTurn turn = MainTurn.Begin("Co.WithTimeout");
        turn.Wait(WithTimeoutAsync(timeout, entry, arg));
    }

    /// <inheritdoc cref="WithTimeout(TimeSpan, Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public static Coroutine WithTimeoutAsync<TArg>(TimeSpan timeout, [CoroutineEntry] Action<TArg> entry, TArg arg) => WithTimeoutAsync(timeout, Twin.Of(entry), arg);

    /// <inheritdoc cref="WithTimeout(TimeSpan, Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public static Coroutine WithTimeoutAsync<TArg>(TimeSpan timeout, Func<TArg, Coroutine> entry, TArg arg)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Limited.RunAsync(timeout, new Entry<TArg>(entry, arg));
    }

    /// <inheritdoc cref="WithTimeout(TimeSpan, Action)"/>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <returns>The result.</returns>
    public static TResult WithTimeout<TResult>(TimeSpan timeout, [CoroutineEntry] Func<TResult> entry) => WithTimeout(timeout, Twin.Of(entry));

    /// <inheritdoc cref="WithTimeout{TResult}(TimeSpan, Func{TResult})"/>
    [OverloadResolutionPriority(1)]
    public static TResult WithTimeout<TResult>(TimeSpan timeout, Func<Coroutine<TResult>> entry)
    {
        using MainTurn turn = MainTurn.Begin("Co.WithTimeout");
        return turn.Wait(WithTimeoutAsync(timeout, entry));
    }

    /// <inheritdoc cref="WithTimeout{TResult}(TimeSpan, Func{TResult})"/>
    public static Coroutine<TResult> WithTimeoutAsync<TResult>(TimeSpan timeout, [CoroutineEntry] Func<TResult> entry) => WithTimeoutAsync(timeout, Twin.Of(entry));

    /// <inheritdoc cref="WithTimeout{TResult}(TimeSpan, Func{TResult})"/>
    [OverloadResolutionPriority(1)]
    public static Coroutine<TResult> WithTimeoutAsync<TResult>(TimeSpan timeout, Func<Coroutine<TResult>> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Limited.RunAsync<ResultEntry<TResult>, TResult>(timeout, new ResultEntry<TResult>(entry));
    }

    /// <inheritdoc cref="WithTimeout{TResult}(TimeSpan, Func{TResult})"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public static TResult WithTimeout<TArg, TResult>(TimeSpan timeout, [CoroutineEntry] Func<TArg, TResult> entry, TArg arg) => WithTimeout(timeout, Twin.Of(entry), arg);

    /// <inheritdoc cref="WithTimeout{TResult}(TimeSpan, Func{TResult})"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    [OverloadResolutionPriority(1)]
    public static TResult WithTimeout<TArg, TResult>(TimeSpan timeout, Func<TArg, Coroutine<TResult>> entry, TArg arg)
    {
        using MainTurn turn = MainTurn.Begin("Co.WithTimeout");
        return turn.Wait(WithTimeoutAsync(timeout, entry, arg));
    }

    /// <inheritdoc cref="WithTimeout{TResult}(TimeSpan, Func{TResult})"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public static Coroutine<TResult> WithTimeoutAsync<TArg, TResult>(TimeSpan timeout, [CoroutineEntry] Func<TArg, TResult> entry, TArg arg) => WithTimeoutAsync(timeout, Twin.Of(entry), arg);

    /// <inheritdoc cref="WithTimeout{TResult}(TimeSpan, Func{TResult})"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    [OverloadResolutionPriority(1)]
    public static Coroutine<TResult> WithTimeoutAsync<TArg, TResult>(TimeSpan timeout, Func<TArg, Coroutine<TResult>> entry, TArg arg)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Limited.RunAsync<ResultEntry<TArg, TResult>, TResult>(timeout, new ResultEntry<TArg, TResult>(entry, arg));
    }
}
