using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public static partial class Co
{
    /// <summary>Calls <paramref name="entry"/>, and interrupts it when it is not done in time; then goes on. gevent's silent <c>Timeout(seconds, False)</c>.</summary>
    /// <returns>Whether it was done in time. A timeout further out passes as an exception.</returns>
    /// <inheritdoc cref="WithTimeout(TimeSpan, Action)" path="/param"/>
    /// <inheritdoc cref="WithTimeout(TimeSpan, Action)" path="/exception[position() > 1]"/>
    public static bool TryWithTimeout(TimeSpan timeout, [CoroutineEntry] Action entry) => TryWithTimeout(timeout, Twin.Of(entry));

    /// <inheritdoc cref="TryWithTimeout(TimeSpan, Action)"/>
    [OverloadResolutionPriority(1)]
    public static bool TryWithTimeout(TimeSpan timeout, Func<Coroutine> entry)
    {
        using MainTurn turn = MainTurn.Begin("Co.TryWithTimeout");
        return turn.Wait(TryWithTimeoutAsync(timeout, entry));
    }

    /// <inheritdoc cref="TryWithTimeout(TimeSpan, Action)"/>
    public static Coroutine<bool> TryWithTimeoutAsync(TimeSpan timeout, [CoroutineEntry] Action entry) => TryWithTimeoutAsync(timeout, Twin.Of(entry));

    /// <inheritdoc cref="TryWithTimeout(TimeSpan, Action)"/>
    [OverloadResolutionPriority(1)]
    public static Coroutine<bool> TryWithTimeoutAsync(TimeSpan timeout, Func<Coroutine> entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Limited.TryAsync(timeout, new Entry(entry));
    }

    /// <inheritdoc cref="TryWithTimeout(TimeSpan, Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public static bool TryWithTimeout<TArg>(TimeSpan timeout, [CoroutineEntry] Action<TArg> entry, TArg arg) => TryWithTimeout(timeout, Twin.Of(entry), arg);

    /// <inheritdoc cref="TryWithTimeout(TimeSpan, Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public static bool TryWithTimeout<TArg>(TimeSpan timeout, Func<TArg, Coroutine> entry, TArg arg)
    {
        using MainTurn turn = MainTurn.Begin("Co.TryWithTimeout");
        return turn.Wait(TryWithTimeoutAsync(timeout, entry, arg));
    }

    /// <inheritdoc cref="TryWithTimeout(TimeSpan, Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    public static Coroutine<bool> TryWithTimeoutAsync<TArg>(TimeSpan timeout, [CoroutineEntry] Action<TArg> entry, TArg arg) => TryWithTimeoutAsync(timeout, Twin.Of(entry), arg);

    /// <inheritdoc cref="TryWithTimeout(TimeSpan, Action)"/>
    /// <typeparam name="TArg">The type of <paramref name="arg"/>.</typeparam>
    /// <param name="arg">What the entry is called with.</param>
    [OverloadResolutionPriority(1)]
    public static Coroutine<bool> TryWithTimeoutAsync<TArg>(TimeSpan timeout, Func<TArg, Coroutine> entry, TArg arg)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Limited.TryAsync(timeout, new Entry<TArg>(entry, arg));
    }
}
