namespace CoGen;

public readonly partial struct Fiber<T>
{
    /// <inheritdoc cref="Fiber.Cancel()"/>
    public void Cancel() => _fiber.Cancel();

    /// <inheritdoc cref="Fiber.Cancel(Exception)"/>
    public void Cancel(Exception error) => _fiber.Cancel(error);

    /// <inheritdoc cref="Fiber.Kill()"/>
    public void Kill() => _fiber.Kill();

    /// <inheritdoc cref="Fiber.Kill(TimeSpan)"/>
    public bool Kill(TimeSpan timeout) => _fiber.Kill(timeout);

    /// <inheritdoc cref="Fiber.Kill(Exception)"/>
    public void Kill(Exception error) => _fiber.Kill(error);

    /// <inheritdoc cref="Fiber.Kill(Exception, TimeSpan)"/>
    public bool Kill(Exception error, TimeSpan timeout) => _fiber.Kill(error, timeout);

    /// <inheritdoc cref="Fiber.Kill()"/>
    public Coroutine KillAsync() => _fiber.KillAsync();

    /// <inheritdoc cref="Fiber.Kill(TimeSpan)"/>
    public Coroutine<bool> KillAsync(TimeSpan timeout) => _fiber.KillAsync(timeout);

    /// <inheritdoc cref="Fiber.Kill(Exception)"/>
    public Coroutine KillAsync(Exception error) => _fiber.KillAsync(error);

    /// <inheritdoc cref="Fiber.Kill(Exception, TimeSpan)"/>
    public Coroutine<bool> KillAsync(Exception error, TimeSpan timeout) => _fiber.KillAsync(error, timeout);
}
