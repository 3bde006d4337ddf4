using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public static partial class Co
{
    /// <summary>Calls <paramref name="entry"/>, and interrupts it when it is not done in time; then returns <paramref name="timeoutValue"/>.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="timeoutValue">What to return when the time was over.</param>
    /// <returns>The result, or <paramref name="timeoutValue"/>. A timeout further out passes as an exception.</returns>
    /// <inheritdoc cref="WithTimeout(TimeSpan, Action)" path="/param"/>
    /// <inheritdoc cref="WithTimeout(TimeSpan, Action)" path="/exception[position() > 1]"/>
    public static TResult WithTimeout<TResult>(TimeSpan timeout, [CoroutineEntry] Func<TResult> entry, TResult timeoutValue) => WithTimeout(timeout, Twin.Of(entry), timeoutValue);

    /// <inheritdoc cref="WithTimeout{TResult}(TimeSpan, Func{TResult}, TResult)"/>
    [OverloadResolutionPriority(1)]
    public static TResult WithTimeout<TResult>(TimeSpan timeout, Func<Coroutine<TResult>> entry, TResult timeoutValue)
    {
        using MainTurn turn = MainTurn.Begin("Co.WithTimeout");
        return turn.Wait(WithTimeoutAsync(timeout, entry, timeoutValue));
    }

    /// <inheritdoc cref="WithTimeout{TResult}(TimeSpan, Func{TResult}, TResult)"/>
    public static Coroutine<TResult> WithTimeoutAsync<TResult>(TimeSpan timeout, [CoroutineEntry] Func<TResult> entry, TResult timeoutValue) => WithTimeoutAsync(timeout, Twin.Of(entry), timeoutValue);

    /// <inheritdoc cref="WithTimeout{TResult}(TimeSpan, Func{TResult}, TResult)"/>
    [OverloadResolutionPriority(1)]
    public static Coroutine<TResult> WithTimeoutAsync<TResult>(TimeSpan timeout, Func<Coroutine<TResult>> entry, TResult timeoutValue)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Limited.RunAsync<ResultEntry<TResult>, TResult>(timeout, new ResultEntry<TResult>(entry), timeoutValue);
    }

    /// <inheritdoc cref="WithTimeout{TResult}(TimeSpan, Func{TResult}, TResult)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public static TResult WithTimeout<TArg, TResult>(TimeSpan timeout, [CoroutineEntry] Func<TArg, TResult> entry, TArg arg, TResult timeoutValue) => WithTimeout(timeout, Twin.Of(entry), arg, timeoutValue);

    /// <inheritdoc cref="WithTimeout{TResult}(TimeSpan, Func{TResult}, TResult)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    [OverloadResolutionPriority(1)]
    public static TResult WithTimeout<TArg, TResult>(TimeSpan timeout, Func<TArg, Coroutine<TResult>> entry, TArg arg, TResult timeoutValue)
    {
        using MainTurn turn = MainTurn.Begin("Co.WithTimeout");
        return turn.Wait(WithTimeoutAsync(timeout, entry, arg, timeoutValue));
    }

    /// <inheritdoc cref="WithTimeout{TResult}(TimeSpan, Func{TResult}, TResult)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    public static Coroutine<TResult> WithTimeoutAsync<TArg, TResult>(TimeSpan timeout, [CoroutineEntry] Func<TArg, TResult> entry, TArg arg, TResult timeoutValue) => WithTimeoutAsync(timeout, Twin.Of(entry), arg, timeoutValue);

    /// <inheritdoc cref="WithTimeout{TResult}(TimeSpan, Func{TResult}, TResult)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    [OverloadResolutionPriority(1)]
    public static Coroutine<TResult> WithTimeoutAsync<TArg, TResult>(TimeSpan timeout, Func<TArg, Coroutine<TResult>> entry, TArg arg, TResult timeoutValue)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Limited.RunAsync<ResultEntry<TArg, TResult>, TResult>(timeout, new ResultEntry<TArg, TResult>(entry, arg), timeoutValue);
    }
}
