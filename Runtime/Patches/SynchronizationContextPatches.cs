namespace CoGen.Patches;

/// <summary>What <see cref="SynchronizationContext.Send"/> becomes in a coroutine.</summary>
public static class SynchronizationContextPatches
{
    /// <inheritdoc cref="SynchronizationContext.Send"/>
    /// <param name="context">The context.</param>
    /// <remarks>
    /// The call is made by a thread of its own, in the fiber's ambient state: contexts differ in what they do with it. The base type, which simply calls the
    /// delegate, does so here.
    /// </remarks>
    public static async Coroutine SendAsync(SynchronizationContext context, SendOrPostCallback d, object? state)
    {
        if (context.GetType() == typeof(SynchronizationContext))
        {
            context.Send(d, state);
            return;
        }

        StandInCall<(SynchronizationContext Context, SendOrPostCallback D, object? State), bool> call = new((context, d, state), static (sent, _) =>
        {
            sent.Context.Send(sent.D, sent.State);
            return true;
        })
        {
            Name = "what was sent to a SynchronizationContext",
            Context = ExecutionContext.Capture(),
        };
        if (await OutsideWait.Begin(call, Timeout.InfiniteTimeSpan)) call.TakeResult();
    }
}
