namespace CoGen;

/// <summary>The scope around a nursery's body: interrupted when a child has failed or the nursery is cancelled.</summary>
internal sealed class NurseryScope : InterruptScope
{
    private Exception? _thrown;

    internal NurseryScope(FiberCore fiber) => Open(fiber);

    internal override TimeSpan TimeLeft => Pending is null ? Outer!.TimeLeft : TimeSpan.Zero;

    /// <summary>Interrupts the body, once. Called on any thread.</summary>
    internal void Interrupt(FiberCore fiber, Exception error) => fiber.Order(static order =>
    {
        if (order.Scope.Fiber is not { } fiber || order.Scope._thrown is not null) return;
        order.Scope._thrown = order.Error;
        fiber.InterruptContained(order.Scope, order.Error);
    }, (Scope: this, Error: error));

    /// <summary>Whether <paramref name="error"/> is how the body has ended because it was interrupted here.</summary>
    internal bool Explains(Exception error) => _thrown is not null && (error == _thrown || error == Surrogate || HasCancelled(error));

    internal void Close()
    {
        if (Fiber is not null) Leave();
    }

    internal override void Abandon() => Close();
}
