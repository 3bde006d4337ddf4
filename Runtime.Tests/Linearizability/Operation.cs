namespace CoGen.Tests.Linearizability;

/// <summary>One call on a shared object, as its caller saw it.</summary>
/// <param name="Name">What was called, and what came of it, for messages.</param>
/// <param name="Apply">What the object does, one call at a time: its next state, or null if this outcome is impossible in the state given.</param>
/// <param name="Invoked">When it was called.</param>
/// <param name="Returned">When it returned.</param>
internal sealed record Operation<TState>(string Name, Func<TState, TState?> Apply, int Invoked, int Returned)
    where TState : class;
