namespace CoGen;

/// <summary>
/// The way in: spawns fibers, runs them, and waits for them. The counterpart of the module <c>gevent</c>.
/// </summary>
/// <remarks>
/// Each member that waits has two faces: called from plain code it pumps the thread's loop while it waits; in a coroutine
/// its <c>Async</c> twin is called in its place.
/// </remarks>
public static partial class Co
{
    /// <summary>The fiber that runs this code; null in plain code.</summary>
    public static Fiber? Current => Host is { } fiber and not MainFiber ? fiber.Handle : null;

    /// <summary>
    /// A token that is cancelled by what interrupts waits here: a kill of the fiber, and the <see cref="TimeoutScope"/>s that are
    /// open, as far as no <see cref="ShieldScope"/> keeps them off. <see cref="CancellationToken.None"/> in plain code.
    /// </summary>
    /// <remarks>
    /// It is what the twins of I/O calls are given when the original call passes no token. Ask for it at each use: when the
    /// interrupt was delivered it is a new one, so that clean-up may wait.
    /// </remarks>
    public static CancellationToken Token =>
        Host is { } fiber && (fiber is not MainFiber || fiber.HasScopes) ? fiber.Token : CancellationToken.None;

    /// <summary>
    /// A token that is cancelled by <paramref name="token"/>, and by whatever cancels <see cref="Token"/>: <see cref="Token"/> itself when
    /// <paramref name="token"/> can never be cancelled, and <paramref name="token"/> itself in plain code.
    /// </summary>
    /// <param name="token">A token of one's own.</param>
    /// <returns>The token to give to what is waited for.</returns>
    /// <remarks>
    /// It is what the twins of I/O calls are given when the coroutine has a token of its own, so that a kill ends them too. Ask for it at
    /// each use. Each scope keeps the last one it has made, so that calls in a loop share it; nothing is to be disposed of:
    /// <paramref name="token"/> is let go of when the scope closes, the fiber ends, or a call is given another token.
    /// <para>
    /// An <see cref="OperationCanceledException"/> of what was given it speaks of the joined token. A twin restores
    /// <paramref name="token"/> when that was what cancelled the call; it is left alone when a kill or a timeout did.
    /// </para>
    /// </remarks>
    public static CancellationToken TokenOr(CancellationToken token) =>
        Host is not { } fiber || (fiber is MainFiber && !fiber.HasScopes) ? token
        : token.CanBeCanceled ? fiber.TokenOr(token)
        : fiber.Token;

    /// <summary>Sleeps while others run.</summary>
    /// <param name="millisecondsTimeout">How long; 0 is <see cref="Yield"/>, <see cref="Timeout.Infinite"/> for ever, until killed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration is less than -1.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public static void Sleep(int millisecondsTimeout) => Sleep(Time.Milliseconds(millisecondsTimeout));

    /// <param name="timeout">How long; zero is <see cref="Yield"/>, <see cref="Timeout.InfiniteTimeSpan"/> for ever, until killed.</param>
    /// <inheritdoc cref="Sleep(int)"/>
    public static void Sleep(TimeSpan timeout)
    {
        using MainTurn turn = MainTurn.Begin("Co.Sleep");
        turn.Wait(SleepAsync(timeout));
    }

    /// <inheritdoc cref="Sleep(int)"/>
    public static Coroutine SleepAsync(int millisecondsTimeout) => SleepAsync(Time.Milliseconds(millisecondsTimeout));

    /// <inheritdoc cref="Sleep(TimeSpan)"/>
    public static Coroutine SleepAsync(TimeSpan timeout)
    {
        timeout = Time.Require(timeout);
        FiberCore? fiber = Carrier.Current.Fiber;
        fiber?.ThrowIfKilled();
        if (timeout == TimeSpan.Zero) return YieldOnce();
        return fiber is null ? HostedDelay.Begin(timeout) : SleepWait.Begin(fiber, timeout);
    }

    /// <summary>Lets all others that are ready run first.</summary>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public static void Yield()
    {
        using MainTurn turn = MainTurn.Begin("Co.Yield");
        turn.Wait(YieldOnce());
    }

    /// <inheritdoc cref="Yield"/>
    /// <returns>What to await.</returns>
    public static YieldAwaitable YieldAsync() => default;

    /// <summary>The fiber that runs this code, or has called it in <see cref="Blocking(Action)"/>.</summary>
    private static FiberCore? Host
    {
        get
        {
            Carrier carrier = Carrier.Current;
            return carrier.Fiber ?? carrier.Host;
        }
    }

    private static async Coroutine YieldOnce() => await YieldAsync();
}
