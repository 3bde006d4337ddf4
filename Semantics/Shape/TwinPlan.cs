using Microsoft.CodeAnalysis;

namespace CoGen.Semantics.Shape;

/// <summary>How a twin takes part in the inheritance of its original.</summary>
public enum TwinRole
{
    /// <summary>It stands alone: the original can neither be overridden nor overrides anything that has a twin.</summary>
    Plain,

    /// <summary>It can be overridden, as its original can.</summary>
    Virtual,

    /// <summary>It overrides the twin of the method that the original overrides.</summary>
    Override,

    /// <summary>It implements, explicitly, the twin of the interface member that the original implements so.</summary>
    Explicit,

    /// <summary>It implements an interface member explicitly that has no twin, and is private.</summary>
    Unreached,

    /// <summary>The base type has an asynchronous method of its own: that is overridden, and led to a coroutine that does the work.</summary>
    Adapter,
}

/// <summary>What a twin returns.</summary>
public enum TwinForm
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>A coroutine.</summary>
    Coroutine,

    /// <summary>A sequence whose values are awaited one by one.</summary>
    Sequence,
}

/// <summary>What a twin is called and how it takes part in inheritance. Settled by signatures alone.</summary>
/// <param name="Role">How it takes part.</param>
/// <param name="Name">Its name; for an adapter that of the coroutine that does the work.</param>
/// <param name="Result">What it yields, as seen from the original's type; <c>void</c> for nothing.</param>
/// <param name="IsGuarded">Whether a derived type could replace the original without replacing the twin, which must then not run its own body.</param>
/// <param name="Adapted">For an adapter, the asynchronous method that is overridden.</param>
public sealed record TwinPlan(TwinRole Role, string Name, ITypeSymbol Result, bool IsGuarded, IMethodSymbol? Adapted = null)
{
    /// <summary>Whether callers of the original call the twin by its name.</summary>
    public bool IsCalledByName => Role is TwinRole.Plain or TwinRole.Virtual or TwinRole.Override;
}
