namespace CoGen;

/// <summary>
/// A variable that outlives the stack frame it is used from: what a twin takes in place of an <see langword="out"/> or
/// <see langword="ref"/> parameter, which could not live across a yield.
/// </summary>
/// <remarks>
/// The twin of <c>bool TryRead(out string line)</c> is <c>Coroutine&lt;bool&gt; TryReadAsync(Ref&lt;string&gt; line)</c>. In coroutines
/// both sides are rewritten. Other code calls it with <see cref="Ref.New{T}(out Ref{T})"/>:
/// <c>await TryReadAsync(Ref.New&lt;string&gt;(out var line))</c>, and reads <c>line.Value</c>. As with any variable, what several threads
/// do to it at once is theirs to order.
/// </remarks>
/// <typeparam name="T">The type of the variable.</typeparam>
public abstract class Ref<T>
{
    private protected Ref()
    {
    }

    /// <summary>The value of the variable.</summary>
    public T Value
    {
        get => Target;
        set => Target = value;
    }

    /// <summary>The variable itself, to be passed on by reference or written in part. It must not be kept across an await.</summary>
    public abstract ref T Target { get; }

    /// <summary>The value in words.</summary>
    public override string ToString() => Value?.ToString() ?? "";
}
