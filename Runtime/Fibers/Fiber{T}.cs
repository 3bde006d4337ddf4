using System.ComponentModel;
using System.Diagnostics;
using CoGen.CompilerServices;

namespace CoGen;

/// <summary>A <see cref="Fiber"/> with a result.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
/// <inheritdoc cref="Fiber" path="/remarks"/>
[DebuggerDisplay("{_fiber}: {State}")]
public readonly partial struct Fiber<T> : IEquatable<Fiber<T>>
{
    private readonly Fiber _fiber;

    internal Fiber(Fiber fiber) => _fiber = fiber;

    /// <inheritdoc cref="Fiber.Id"/>
    public long Id => _fiber.Id;

    /// <inheritdoc cref="Fiber.Name"/>
    public string Name => _fiber.Name;

    /// <inheritdoc cref="Fiber.State"/>
    public FiberState State => _fiber.State;

    /// <inheritdoc cref="Fiber.IsFinished"/>
    public bool IsFinished => _fiber.IsFinished;

    /// <inheritdoc cref="Fiber.Exception"/>
    public Exception? Exception => _fiber.Exception;

    /// <inheritdoc cref="Fiber.Token"/>
    public CancellationToken Token => _fiber.Token;

    /// <summary>The result, for which it waits if need be; or the fiber's error, thrown. May be read many times.</summary>
    /// <exception cref="FiberKilledException">The fiber was killed.</exception>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public T Result => GetResult();

    /// <inheritdoc cref="Result"/>
    /// <returns>The result.</returns>
    public T GetResult()
    {
        _fiber.Join();
        return Core.Outcome();
    }

    /// <inheritdoc cref="GetResult"/>
    public async Coroutine<T> GetResultAsync()
    {
        await _fiber.JoinAsync();
        return Core.Outcome();
    }

    /// <summary>A fiber with a result is never recycled.</summary>
    private FiberCore<T> Core => (FiberCore<T>)_fiber.LiveCore!;

    /// <inheritdoc cref="Fiber.Named"/>
    public Fiber<T> Named(string name) => new(_fiber.Named(name));

    /// <inheritdoc cref="Fiber.Join()"/>
    public void Join() => _fiber.Join();

    /// <inheritdoc cref="Fiber.Join(TimeSpan)"/>
    public bool Join(TimeSpan timeout) => _fiber.Join(timeout);

    /// <inheritdoc cref="Fiber.Join()"/>
    public Coroutine JoinAsync() => _fiber.JoinAsync();

    /// <inheritdoc cref="Fiber.Join(TimeSpan)"/>
    public Coroutine<bool> JoinAsync(TimeSpan timeout) => _fiber.JoinAsync(timeout);

    /// <summary>Gets a task that ends when the fiber ends, with its result or its error.</summary>
    /// <returns>The task.</returns>
    public Task<T> AsTask() => GetResultAsync().AsTask();

    /// <summary>Awaits the result, or throws the fiber's error.</summary>
    /// <returns>The awaiter.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public CoroutineAwaiter<T> GetAwaiter() => GetResultAsync().GetAwaiter();

    /// <inheritdoc/>
    public bool Equals(Fiber<T> other) => _fiber == other._fiber;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Fiber<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _fiber.GetHashCode();

    /// <inheritdoc cref="Fiber.ToString"/>
    public override string ToString() => _fiber.ToString();

    /// <summary>The same fiber, without its result.</summary>
    /// <returns>The fiber.</returns>
    public Fiber AsFiber() => _fiber;

    /// <inheritdoc cref="AsFiber"/>
    /// <param name="fiber">A fiber with a result.</param>
    public static implicit operator Fiber(Fiber<T> fiber) => fiber._fiber;

    /// <inheritdoc cref="Fiber.op_Equality"/>
    public static bool operator ==(Fiber<T> left, Fiber<T> right) => left.Equals(right);

    /// <inheritdoc cref="Fiber.op_Inequality"/>
    public static bool operator !=(Fiber<T> left, Fiber<T> right) => !left.Equals(right);
}
