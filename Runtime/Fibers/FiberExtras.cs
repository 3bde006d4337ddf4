using System.Collections.Immutable;

namespace CoGen;

/// <summary>What few fibers have. Kept apart so that those without it stay small: a thousand of them are to fit the cache.</summary>
internal sealed class FiberExtras
{
    private KillScope? _root;

    internal string? Name;

    /// <summary>The greenlets of this fiber, once it was asked for one.</summary>
    internal GreenletTree? Greenlets;

    /// <summary>Whether nobody waits for what the fiber does.</summary>
    internal bool IsInBackground;

    /// <summary>Whether somebody surely takes the error, so that it need not be reported.</summary>
    internal bool IsObserved;

    /// <summary>What the fiber failed with.</summary>
    internal Exception? Error;

    /// <summary>The kill that ended the fiber.</summary>
    internal Exception? KilledBy;

    /// <summary>The innermost scope that the fiber has opened, or the outermost of all; null if it has opened none.</summary>
    internal InterruptScope? Scope;

    /// <summary>Those who joined from outside the fiber's scheduler, on any thread.</summary>
    internal ImmutableList<TaskCompletionSource>? Outsiders;

    /// <summary>The outermost scope; null until something needs it.</summary>
    internal KillScope? Root => Volatile.Read(ref _root);

    /// <summary>The innermost scope; null if there is none at all.</summary>
    internal InterruptScope? Innermost => Scope ?? Root;

    /// <summary>The outermost scope, made when first asked for, on any thread.</summary>
    internal KillScope RootOf(FiberCore fiber) => Root ?? Interlocked.CompareExchange(ref _root, new KillScope(fiber), null) ?? _root;
}
