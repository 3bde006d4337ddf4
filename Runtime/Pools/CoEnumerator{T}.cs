using System.Collections;

namespace CoGen;

/// <summary>
/// Goes through a <see cref="CoSequence{T}"/>. What throws at one value does not end the enumeration: the next call goes on with
/// the value after it. For one fiber or thread at a time.
/// </summary>
/// <typeparam name="T">The type of the values.</typeparam>
public abstract class CoEnumerator<T> : IEnumerator<T>
{
    private protected CoEnumerator()
    {
    }

    /// <summary>The value that was reached last.</summary>
    public T Current { get; private protected set; } = default!;

    /// <inheritdoc/>
    object? IEnumerator.Current => Current;

    /// <summary>Waits for the next value, in plain code.</summary>
    /// <returns>False at the end.</returns>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public bool MoveNext()
    {
        using MainTurn turn = MainTurn.Begin("CoEnumerator.MoveNext");
        return turn.Wait(MoveNextAsync());
    }

    /// <inheritdoc cref="MoveNext"/>
    public abstract Coroutine<bool> MoveNextAsync();

    /// <summary>Ends the enumeration, wherever it is: what goes on for it is cancelled, and waited for.</summary>
    /// <inheritdoc cref="Fiber.Join()" path="/exception"/>
    public void Dispose()
    {
        if (TryDispose()) return;
        using MainTurn turn = MainTurn.Begin("CoEnumerator.Dispose");
        turn.Wait(DisposeAsync());
    }

    /// <inheritdoc cref="Dispose"/>
    public abstract Coroutine DisposeAsync();

    /// <summary>Ends the enumeration if that needs no waiting: then code may do so that cannot wait.</summary>
    private protected virtual bool TryDispose() => false;

    /// <summary>Not supported.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    void IEnumerator.Reset() => throw new NotSupportedException("A sequence does not go back. Each foreach is an enumeration of its own.");
}
