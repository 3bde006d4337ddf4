namespace CoGen;

/// <summary>A fiber that a block of code must not leave behind.</summary>
/// <param name="fiber">The fiber.</param>
public readonly struct FiberScope(Fiber fiber) : IDisposable
{
    /// <summary>The fiber.</summary>
    public Fiber Fiber { get; } = fiber;

    /// <inheritdoc cref="Fiber.Join()"/>
    public void Join() => Fiber.Join();

    /// <inheritdoc cref="Fiber.Join()"/>
    public Coroutine JoinAsync() => Fiber.JoinAsync();

    /// <summary>Cancels the fiber, unless it has ended. Does not wait.</summary>
    public void Dispose() => Fiber.Cancel();
}
