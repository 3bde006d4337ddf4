namespace CoGen;

/// <summary>The life of a fiber with a result. Never pooled: the result stays to be read.</summary>
internal abstract class FiberCore<T> : FiberCore
{
    private protected T? Value;

    internal T Outcome()
    {
        ThrowOutcome();
        return Value!;
    }

    internal override object? Result => State == FiberState.Succeeded ? Value : null;

    private protected override void Recycle() { }
}
