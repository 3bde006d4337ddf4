namespace CoGen;

/// <summary>What the body of a <see cref="Generator{T}"/> yields its values to.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <remarks>May be used by all code that runs in the generator's turn, in whatever greenlet below it.</remarks>
public sealed class Yielder<T>
{
    private Greenlet? _yielded;
    private T? _value;

    internal Yielder()
    {
    }

    /// <summary>Who waits for the next value; null while nobody does.</summary>
    internal Greenlet? Consumer { get; set; }

    /// <summary>Gives <paramref name="value"/> to the consumer of the generator. Returns when it asks for the next one.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">Nobody has asked for a value: the generator is not running, or is being disposed of.</exception>
    /// <exception cref="GreenletExitException">The generator is disposed of.</exception>
    /// <exception cref="BlockingCallException">Called in a fiber, by code that was not rewritten.</exception>
    public void Yield(T value)
    {
        using MainTurn turn = MainTurn.Begin("Yielder.Yield");
        turn.Wait(YieldAsync(value));
    }

    /// <inheritdoc cref="Yield"/>
    public Coroutine YieldAsync(T value)
    {
        Greenlet consumer = Consumer
            ?? throw new InvalidOperationException("Nobody has asked for a value: the generator is not running, or is being disposed of.");
        Greenlet yielding = Greenlet.Current;
        Coroutine<object?> pending = consumer.SwitchAsync();
        if (pending.Frame is null) throw new InvalidOperationException("The consumer of a generator cannot yield to itself.");

        _yielded = yielding;
        _value = value;
        return new Coroutine(pending.Frame);
    }

    /// <summary>Takes what was yielded, and keeps neither the value nor the greenlet.</summary>
    /// <returns>The greenlet that has yielded it, which is to go on; null if nothing was yielded.</returns>
    internal Greenlet? TakeValue(out T? value)
    {
        Greenlet? yielded = _yielded;
        value = _value;
        _yielded = null;
        _value = default;
        return yielded;
    }
}
