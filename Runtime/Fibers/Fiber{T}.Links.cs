using System.Diagnostics;
using System.Runtime.CompilerServices;
using CoGen.CompilerServices;

namespace CoGen;

public readonly partial struct Fiber<T>
{
    /// <inheritdoc cref="Fiber.Spawner"/>
    public Fiber? Spawner => _fiber.Spawner;

    /// <inheritdoc cref="Fiber.SpawnStack"/>
    public StackTrace? SpawnStack => _fiber.SpawnStack;

    /// <inheritdoc cref="Fiber.Ident"/>
    public int Ident => _fiber.Ident;

    /// <inheritdoc cref="Fiber.HasLinks"/>
    public bool HasLinks => _fiber.HasLinks;

    /// <inheritdoc cref="Fiber.Start()"/>
    public Fiber<T> Start() => new(_fiber.Start());

    /// <inheritdoc cref="Fiber.StartAfter(TimeSpan)"/>
    public Fiber<T> StartAfter(TimeSpan delay) => new(_fiber.StartAfter(delay));

    /// <inheritdoc cref="Fiber.CancelStart"/>
    public void CancelStart() => _fiber.CancelStart();

    /// <inheritdoc cref="Fiber.BoundTo(Fiber)"/>
    public Fiber<T> BoundTo(Fiber owner) => new(_fiber.BoundTo(owner));

    /// <inheritdoc cref="Fiber.OnEnd(Action{Fiber})"/>
    public FiberLink OnEnd([CoroutineEntry] Action<Fiber<T>> callback) => OnEnd(Twin.Of(callback));

    /// <inheritdoc cref="Fiber.OnEnd(Action{Fiber})"/>
    [OverloadResolutionPriority(1)]
    public FiberLink OnEnd(Func<Fiber<T>, Coroutine> callback) => _fiber.OnEnd(WithResult(callback));

    /// <inheritdoc cref="Fiber.OnSuccess(Action{Fiber})"/>
    public FiberLink OnSuccess([CoroutineEntry] Action<Fiber<T>> callback) => OnSuccess(Twin.Of(callback));

    /// <inheritdoc cref="Fiber.OnSuccess(Action{Fiber})"/>
    [OverloadResolutionPriority(1)]
    public FiberLink OnSuccess(Func<Fiber<T>, Coroutine> callback) => _fiber.OnSuccess(WithResult(callback));

    /// <inheritdoc cref="Fiber.OnFailure(Action{Fiber})"/>
    public FiberLink OnFailure([CoroutineEntry] Action<Fiber<T>> callback) => OnFailure(Twin.Of(callback));

    /// <inheritdoc cref="Fiber.OnFailure(Action{Fiber})"/>
    [OverloadResolutionPriority(1)]
    public FiberLink OnFailure(Func<Fiber<T>, Coroutine> callback) => _fiber.OnFailure(WithResult(callback));

    /// <inheritdoc cref="Fiber.OnEndInline(Action{Fiber})"/>
    public FiberLink OnEndInline(Action<Fiber<T>> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return _fiber.OnEndInline(fiber => callback(new Fiber<T>(fiber)));
    }

    /// <inheritdoc cref="Fiber.Unlink"/>
    public void Unlink() => _fiber.Unlink();

    private static Func<Fiber, Coroutine> WithResult(Func<Fiber<T>, Coroutine> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return fiber => callback(new Fiber<T>(fiber));
    }
}
