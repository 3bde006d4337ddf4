namespace CoGen;

/// <summary>The scopes that are open in a fiber. Each of its greenlets has a chain of its own, which is the fiber's while it is in control.</summary>
internal sealed class ScopeChain
{
    /// <summary>From here outwards by <see cref="InterruptScope.Outer"/>; the outermost, the fiber's own, is common to all. Null if no other was opened yet.</summary>
    internal InterruptScope? Innermost;
}
