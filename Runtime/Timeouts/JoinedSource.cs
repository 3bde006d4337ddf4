namespace CoGen;

/// <summary>
/// The source of a token that both a scope's interrupts and somebody's own token cancel. A scope keeps one, for calls in a loop that are
/// given the same token; it lets go of that token when it closes, or is asked for another.
/// </summary>
internal sealed class JoinedSource : CancellationTokenSource
{
    private readonly CancellationTokenRegistration _registration;

    internal JoinedSource(CancellationToken caller)
    {
        Caller = caller;
        _registration = caller.UnsafeRegister(static source => ((JoinedSource)source!).Cancel(), this);
    }

    /// <summary>The token that was given.</summary>
    internal CancellationToken Caller { get; }

    /// <summary>Whether an interrupt has cancelled it, or is doing so.</summary>
    internal bool IsSpent { get; set; }

    /// <summary>Lets go of the caller's token, which may live longer. Does not wait for a callback that runs.</summary>
    internal void LetGo() => _registration.Unregister();
}
