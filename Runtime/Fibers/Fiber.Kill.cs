namespace CoGen;

public readonly partial struct Fiber
{
    /// <summary>
    /// Asks the fiber to end, and does not wait for it: <see cref="FiberKilledException"/> is thrown in it, once, at the wait it
    /// is at, or at its next one. A fiber that is not started yet never runs. Has no effect on a fiber that has ended, nor while an
    /// earlier kill is still to be thrown.
    /// </summary>
    public void Cancel() => Cancel(new FiberKilledException());

    /// <summary>Asks the fiber to end by throwing <paramref name="error"/> in it, and does not wait for it; gevent's <c>kill(exception, block=False)</c>.</summary>
    /// <param name="error">What to throw. A fiber that ends with it has failed with it – unless it is a <see cref="FiberKilledException"/>.</param>
    /// <inheritdoc cref="Cancel()" path="/summary"/>
    public void Cancel(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        if (LiveCore is { IsFinished: false } core) core.Order(static order => order.Fiber.LiveCore?.Kill(order.Error), (Fiber: this, Error: error));
    }

    /// <summary>Cancels the fiber, and waits until it has ended: it may run its <see langword="finally"/> blocks, and even go on.</summary>
    /// <inheritdoc cref="Join()" path="/exception"/>
    public void Kill()
    {
        Cancel();
        Join();
    }

    /// <summary>Cancels the fiber, and waits until it has ended, but no longer than <paramref name="timeout"/>.</summary>
    /// <inheritdoc cref="Join(TimeSpan)"/>
    public bool Kill(TimeSpan timeout)
    {
        timeout = Time.Require(timeout);
        Cancel();
        return Join(timeout);
    }

    /// <summary>Cancels the fiber with an error, and waits until it has ended. The error is not thrown here.</summary>
    /// <inheritdoc cref="Cancel(Exception)" path="/param"/>
    /// <inheritdoc cref="Join()" path="/exception"/>
    public void Kill(Exception error)
    {
        Cancel(error);
        Join();
    }

    /// <summary>Cancels the fiber with an error, and waits until it has ended, but no longer than <paramref name="timeout"/>.</summary>
    /// <inheritdoc cref="Cancel(Exception)" path="/param"/>
    /// <inheritdoc cref="Join(TimeSpan)"/>
    public bool Kill(Exception error, TimeSpan timeout)
    {
        timeout = Time.Require(timeout);
        Cancel(error);
        return Join(timeout);
    }

    /// <inheritdoc cref="Kill()"/>
    public Coroutine KillAsync()
    {
        Cancel();
        return JoinAsync();
    }

    /// <inheritdoc cref="Kill(TimeSpan)"/>
    public Coroutine<bool> KillAsync(TimeSpan timeout)
    {
        timeout = Time.Require(timeout);
        Cancel();
        return JoinAsync(timeout);
    }

    /// <inheritdoc cref="Kill(Exception)"/>
    public Coroutine KillAsync(Exception error)
    {
        Cancel(error);
        return JoinAsync();
    }

    /// <inheritdoc cref="Kill(Exception, TimeSpan)"/>
    public Coroutine<bool> KillAsync(Exception error, TimeSpan timeout)
    {
        timeout = Time.Require(timeout);
        Cancel(error);
        return JoinAsync(timeout);
    }
}
